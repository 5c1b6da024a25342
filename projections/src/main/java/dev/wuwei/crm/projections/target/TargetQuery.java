package dev.wuwei.crm.projections.target;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Conditions;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.target.TargetEvent.TargetRevised;
import dev.wuwei.crm.target.TargetEvent.TargetSet;
import dev.wuwei.crm.target.TargetEvent.TargetWithdrawn;
import dev.wuwei.crm.target.TargetId;
import dev.wuwei.crm.target.TargetValue;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Targets as they stood on any day, as known at any instant; within the viewer's parks. */
@Component
public class TargetQuery {
    private final JdbcClient jdbc;

    public TargetQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final class Where extends Conditions<Where> {
        Where(AsOf asOf) {
            given("f.occurred_on <= :day", "day", asOf.asOf());
            given(
                    "f.recorded_at <= :knownAt",
                    "knownAt",
                    asOf.knownAt() == null ? null : asOf.knownAt().atOffset(ZoneOffset.UTC));
        }
    }

    /** @return the years that there are targets or scorecards for, the first first */
    public List<Integer> years() {
        return jdbc.sql("select distinct year from target_fact where year is not null order by year")
                .query(Integer.class)
                .list();
    }

    /** @return those of the year itself, its quarters and months: by whose they are, measure and period */
    public List<TargetView> targets(int year, AsOf asOf, Viewer viewer) {
        Map<String, List<TargetView.Step>> steps = new LinkedHashMap<>();
        Map<TargetId, TargetView> inForce = new LinkedHashMap<>();
        Map<TargetId, String> slots = new LinkedHashMap<>();
        for (TargetFact fact : facts(year, asOf)) {
            switch (fact.event()) {
                case TargetSet e -> {
                    String slot = e.scope().key() + "|" + e.period() + "|" + e.measure();
                    List<TargetView.Step> of = steps.computeIfAbsent(slot, key -> new ArrayList<>());
                    slots.put(e.targetId(), slot);
                    of.add(step(fact, e.value(), e.basis()));
                    inForce.put(
                            e.targetId(),
                            new TargetView(e.targetId(), e.measure(), e.scope(), e.period(), e.value(), e.basis(), of));
                }
                case TargetRevised e -> {
                    steps.get(slots.get(e.targetId())).add(step(fact, e.value(), e.basis()));
                    inForce.computeIfPresent(
                            e.targetId(),
                            (id, was) -> new TargetView(
                                    id, was.measure(), was.scope(), was.period(), e.value(), e.basis(), was.steps()));
                }
                case TargetWithdrawn e -> {
                    steps.get(slots.get(e.targetId())).add(step(fact, null, null));
                    inForce.remove(e.targetId());
                }
                default -> {}
            }
        }
        return inForce.values().stream()
                .filter(target -> TargetView.sees(viewer, target.scope()))
                .sorted(ORDER)
                .map(target -> target.with(List.copyOf(target.steps())))
                .toList();
    }

    private static final Comparator<TargetView> ORDER = Comparator.<TargetView>comparingInt(
                    target -> target.scope().kind().ordinal())
            .thenComparing(target -> target.scope().key())
            .thenComparing(TargetView::measure)
            .thenComparing(target -> target.period().from())
            .thenComparing(target -> target.period().to(), Comparator.reverseOrder());

    private static TargetView.Step step(TargetFact fact, TargetValue value, String basis) {
        return new TargetView.Step(
                value, basis, fact.event().occurredOn(), fact.recordedAt(), fact.recordedBy(), fact.reason());
    }

    /** In the order of recording; what happened to one target or scorecard is always in its own order. */
    List<TargetFact> facts(int year, AsOf asOf) {
        Where where = new Where(asOf)
                .and("f.aggregate_id in (select b.aggregate_id from target_fact b where b.year = :year)", "year", year);
        return jdbc.sql("select f.* from target_fact f where " + where.sql() + " order by f.position")
                .params(where.params())
                .query(TargetFact::read)
                .list();
    }
}
