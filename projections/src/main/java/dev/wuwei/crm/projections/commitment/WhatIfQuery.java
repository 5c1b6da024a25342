package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.followup.AgreedCapacity;
import dev.wuwei.crm.followup.EnterpriseActuals;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.project.ProjectScope;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Thresholds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 推演: which projects would reach a standard if it were another one. Nothing is stored, and nothing counts by it. */
@Component
public class WhatIfQuery {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * What a project has come to.
     *
     * @param value in the unit of the standard
     * @param on the day of the latest of its inputs; of days late the day that was agreed
     * @param inputs what it is made of, for example {@code 36200 ÷ 140}; of days late the phase
     */
    public record Reached(
            ProjectId projectId,
            String projectNo,
            String name,
            Coded park,
            BigDecimal value,
            LocalDate on,
            String inputs) {}

    /**
     * Both limits held against the same figures.
     *
     * @param measured projects of which there are figures
     * @param before how many of them reach the limit that holds
     * @param after how many would reach the other
     * @param entering those that reach the other alone, the highest first
     * @param leaving those that reach the one that holds alone, the highest first
     */
    public record Trial(int measured, int before, int after, List<Reached> entering, List<Reached> leaving) {}

    private final JdbcClient jdbc;
    private final FiveGapsQuery gaps;
    private final Thresholds thresholds;

    public WhatIfQuery(JdbcClient jdbc, FiveGapsQuery gaps, Thresholds thresholds) {
        this.jdbc = jdbc;
        this.gaps = gaps;
        this.thresholds = thresholds;
    }

    /** @return the limit to begin with, in the unit of the standard */
    public BigDecimal inForce(Standard standard) {
        return standard == Standard.RED_LIGHT
                ? BigDecimal.valueOf(thresholds.lights().lateRedDays())
                : standard.usual();
    }

    /**
     * @param holds limit that holds, in the unit of the standard
     * @param tried another one
     */
    public Trial trial(
            Standard standard, BigDecimal holds, BigDecimal tried, AsOf asOf, Viewer viewer, LocalDate today) {
        List<Reached> all =
                standard == Standard.RED_LIGHT ? late(asOf, viewer) : reached(standard, asOf, viewer, today);
        List<Reached> before = reaching(standard, all, holds);
        List<Reached> after = reaching(standard, all, tried);
        return new Trial(
                all.size(),
                before.size(),
                after.size(),
                after.stream().filter(each -> !before.contains(each)).toList(),
                before.stream().filter(each -> !after.contains(each)).toList());
    }

    private static List<Reached> reaching(Standard standard, List<Reached> all, BigDecimal limit) {
        return all.stream()
                .filter(each -> standard.reaches(each.value(), limit))
                .toList();
    }

    /** The phases that are late with another milestone than the start and not quieted, the latest first. */
    private List<Reached> late(AsOf asOf, Viewer viewer) {
        return gaps.phases(FiveGapsQuery.Request.ALL, asOf, viewer).stream()
                .filter(phase -> phase.daysLate() > 0
                        && phase.state() != PhaseState.SIGNED
                        && !phase.verdict().quiet())
                .sorted(Comparator.comparing(FiveGapsQuery.PhaseView::daysLate)
                        .reversed()
                        .thenComparing(FiveGapsQuery.PhaseView::projectNo))
                .map(phase -> new Reached(
                        phase.projectId(),
                        phase.projectNo(),
                        phase.projectName(),
                        phase.park(),
                        BigDecimal.valueOf(phase.daysLate()),
                        phase.dueOn(),
                        phase.phase()))
                .toList();
    }

    /** What a project has come to by one standard. */
    private record Came(BigDecimal value, LocalDate on, String inputs) {}

    private record Project(String no, String name, Coded park, SiteFile file) {}

    private List<Reached> reached(Standard standard, AsOf asOf, Viewer viewer, LocalDate today) {
        LocalDate day = asOf.asOf() == null ? today : asOf.asOf();
        ProjectScope scope = ProjectScope.of(viewer);
        Map<ProjectId, Project> projects = new LinkedHashMap<>();
        jdbc.sql("""
                        select f.*, p.project_no, p.name as project_name, p.park_code, p.park_name
                        from commitment_fact f join project p on p.project_id = f.project_id
                        where %s and (cast(:knownAt as timestamptz) is null or f.recorded_at <= :knownAt)
                        order by f.project_id, f.position
                        """.formatted(scope.sql("p")))
                .params(scope.params())
                .param("knownAt", asOf.knownAt() == null ? null : asOf.knownAt().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    CommitmentFact fact = CommitmentFact.read(row);
                    Project project = projects.get(fact.projectId());
                    if (project == null) {
                        project = new Project(
                                row.getString("project_no"),
                                row.getString("project_name"),
                                new Coded(row.getString("park_code"), row.getString("park_name")),
                                new SiteFile());
                        projects.put(fact.projectId(), project);
                    }
                    project.file().know(fact);
                });
        List<Reached> reached = new ArrayList<>();
        projects.forEach((id, project) -> figure(standard, project.file(), day)
                .ifPresent(figure -> reached.add(new Reached(
                        id,
                        project.no(),
                        project.name(),
                        project.park(),
                        figure.value(),
                        figure.on(),
                        figure.inputs()))));
        reached.sort(Comparator.comparing(Reached::value).reversed().thenComparing(Reached::projectNo));
        return reached;
    }

    private static Optional<Came> figure(Standard standard, SiteFile file, LocalDate day) {
        if (standard.metric() == null) {
            return capacity(file, day);
        }
        return file.agreement()
                .flatMap(agreement -> CommitmentCourse.perMu(agreement, file.facts(), day).stream()
                        .filter(figure -> figure.metric() == standard.metric())
                        .map(figure -> new Came(figure.value(), figure.on(), figure.inputs()))
                        .findFirst());
    }

    /** Of output and tax, the one that is farther from what was agreed. */
    private static Optional<Came> capacity(SiteFile file, LocalDate day) {
        return file.inForce(day)
                .map(version -> AgreedCapacity.of(version.terms(), null))
                .flatMap(agreed -> Stream.of(
                                percent(file.facts(), EnterpriseActuals::output, agreed.output(), day),
                                percent(file.facts(), EnterpriseActuals::tax, agreed.tax(), day))
                        .flatMap(Optional::stream)
                        .min(Comparator.comparing(Came::value)));
    }

    private static Optional<Came> percent(
            SiteFacts facts, Function<EnterpriseActuals, Money> part, Money agreed, LocalDate day) {
        List<SiteFacts.Figure> years = facts.yearly(part, day);
        if (agreed == null || agreed.isZero() || years.isEmpty()) {
            return Optional.empty();
        }
        SiteFacts.Figure last = years.getLast();
        BigDecimal wan = agreed.inWan();
        return Optional.of(new Came(
                last.value().multiply(HUNDRED).divide(wan, 1, RoundingMode.HALF_UP),
                last.on(),
                plain(last.value()) + " ÷ " + plain(wan)));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
