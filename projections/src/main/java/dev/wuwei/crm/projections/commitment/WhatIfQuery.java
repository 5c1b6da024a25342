package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.followup.AgreedCapacity;
import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.LightReason;
import dev.wuwei.crm.followup.LightVerdict;
import dev.wuwei.crm.followup.TrailingYear;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.signing.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 推演: which projects would reach a standard if it were another one. Nothing is stored, and nothing counts by it. */
@Component
public class WhatIfQuery {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Comparator<Held> HIGHEST_FIRST = Comparator.comparing(
                    (Held each) -> each.reached().value())
            .reversed()
            .thenComparing(each -> each.reached().projectNo());

    /**
     * What a project has come to.
     *
     * @param value in the unit of the standard; of a light the days late, since the start, or points behind
     * @param on the day of the latest of its inputs; of a light the day that was agreed or of the start, {@code null} where none is
     * @param inputs what it is made of, for example {@code 36200 ÷ 140}; of a light the phase
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
     * @param below those that do not reach the one that holds, the highest first
     */
    public record Trial(
            int measured, int before, int after, List<Reached> entering, List<Reached> leaving, List<Reached> below) {}

    /** What is measured over the land; of the others there is another way. */
    private static final Map<Standard, Metric> PER_MU = Map.of(
            Standard.TAX_PER_MU, Metric.TAX_PER_MU,
            Standard.OUTPUT_PER_MU, Metric.OUTPUT_PER_MU,
            Standard.INVESTMENT_INTENSITY, Metric.INVESTMENT_INTENSITY);

    /** What is held against the limits. */
    private record Held(Reached reached, Predicate<BigDecimal> reaches) {}

    private final JdbcClient jdbc;
    private final FiveGapsQuery gaps;

    public WhatIfQuery(JdbcClient jdbc, FiveGapsQuery gaps) {
        this.jdbc = jdbc;
        this.gaps = gaps;
    }

    /**
     * @param holds limit that holds, in the unit of the standard
     * @param tried another one
     */
    public Trial trial(
            Standard standard, BigDecimal holds, BigDecimal tried, AsOf asOf, Viewer viewer, LocalDate today) {
        LocalDate day = asOf.asOf() == null ? today : asOf.asOf();
        List<Held> all = standard.isLight() ? lit(standard, asOf, viewer, day) : reached(standard, asOf, viewer, day);
        List<Reached> before = reaching(all, holds);
        List<Reached> after = reaching(all, tried);
        return new Trial(
                all.size(),
                before.size(),
                after.size(),
                after.stream().filter(each -> !before.contains(each)).toList(),
                before.stream().filter(each -> !after.contains(each)).toList(),
                all.stream()
                        .map(Held::reached)
                        .filter(each -> !before.contains(each))
                        .toList());
    }

    private static List<Reached> reaching(List<Held> all, BigDecimal limit) {
        return all.stream()
                .filter(each -> each.reaches().test(limit))
                .map(Held::reached)
                .toList();
    }

    /** The phases that have reason for that light however low its limit, and are not quieted; the worst first. */
    private List<Held> lit(Standard standard, AsOf asOf, Viewer viewer, LocalDate day) {
        List<Held> lit = new ArrayList<>();
        for (FiveGapsQuery.PhaseView phase : gaps.phases(FiveGapsQuery.Request.ALL, asOf, viewer)) {
            LightVerdict lowest = verdict(phase, standard, BigDecimal.ONE, day);
            LightReason reason = reason(lowest, standard);
            if (reason != null && !lowest.quiet()) {
                Reached reached = new Reached(
                        phase.projectId(),
                        phase.projectNo(),
                        phase.projectName(),
                        phase.park(),
                        BigDecimal.valueOf(reason.amount()),
                        reason.kind() == LightReason.Kind.NOT_IN_STATISTICS
                                ? phase.facts().startedOn()
                                : phase.dueOn(),
                        phase.phase());
                lit.add(new Held(reached, limit -> {
                    LightReason then = reason(verdict(phase, standard, limit, day), standard);
                    return then != null && (!standard.isRed() || then.light() == Light.RED);
                }));
            }
        }
        lit.sort(HIGHEST_FIRST);
        return lit;
    }

    /** The light under that limit alone: for the reason that is looked at, yellow and red turn by it. */
    private static LightVerdict verdict(
            FiveGapsQuery.PhaseView phase, Standard standard, BigDecimal limit, LocalDate day) {
        LightLimits limits = LightLimits.of(light -> light.yellow() == standard.yellow() ? limit.intValueExact() : 1);
        return LightVerdict.of(phase.facts(), day, limits);
    }

    private static LightReason reason(LightVerdict verdict, Standard standard) {
        return verdict.reasons().stream()
                .filter(each -> standardOf(each.kind()) == standard.yellow())
                .findFirst()
                .orElse(null);
    }

    /** @return by which the light turns yellow for that reason */
    static Standard standardOf(LightReason.Kind kind) {
        return switch (kind) {
            case START_MISSED -> Standard.START_YELLOW;
            case MILESTONE_LATE, BELOW_CAPACITY -> Standard.LATE_YELLOW;
            case PROGRESS_BEHIND -> Standard.PROGRESS_YELLOW;
            case NOT_IN_STATISTICS -> Standard.STATISTICS_YELLOW;
        };
    }

    /** What a project has come to by one standard. */
    private record Came(BigDecimal value, LocalDate on, String inputs, Predicate<BigDecimal> reaches) {}

    /** Of the projects whose follow-up is open on that day, by the name and in the park of that day. */
    private List<Held> reached(Standard standard, AsOf asOf, Viewer viewer, LocalDate day) {
        Map<ProjectId, FiveGapsQuery.PhaseView> projects =
                gaps.phases(FiveGapsQuery.Request.ALL.decisiveOnly(), asOf, viewer).stream()
                        .collect(Collectors.toMap(FiveGapsQuery.PhaseView::projectId, Function.identity()));
        Map<ProjectId, SiteFile> files = new HashMap<>();
        jdbc.sql("""
                        select f.* from commitment_fact f
                        where f.project_id = any(:projects)
                          and (cast(:knownAt as timestamptz) is null or f.recorded_at <= :knownAt)
                        order by f.project_id, f.position
                        """)
                .param(
                        "projects",
                        projects.keySet().stream().map(ProjectId::value).toArray(UUID[]::new))
                .param("knownAt", asOf.knownAt() == null ? null : asOf.knownAt().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    CommitmentFact fact = CommitmentFact.read(row);
                    files.computeIfAbsent(fact.projectId(), project -> new SiteFile())
                            .know(fact);
                });
        List<Held> reached = new ArrayList<>();
        files.forEach((id, file) -> figure(standard, file, day).ifPresent(came -> {
            FiveGapsQuery.PhaseView project = projects.get(id);
            reached.add(new Held(
                    new Reached(
                            id,
                            project.projectNo(),
                            project.projectName(),
                            project.park(),
                            came.value(),
                            came.on(),
                            came.inputs()),
                    came.reaches()));
        }));
        reached.sort(HIGHEST_FIRST);
        return reached;
    }

    private static Optional<Came> figure(Standard standard, SiteFile file, LocalDate day) {
        if (standard == Standard.FULL_CAPACITY) {
            return capacity(file, day);
        }
        return file.agreement()
                .flatMap(agreement -> CommitmentCourse.perMu(agreement, file.facts(), day).stream()
                        .filter(figure -> figure.metric() == PER_MU.get(standard))
                        .map(figure -> new Came(
                                figure.value(),
                                figure.on(),
                                figure.inputs(),
                                limit -> figure.value().compareTo(limit) >= 0))
                        .findFirst());
    }

    /**
     * By the rule by which full capacity is recognised, phase by phase. Told is what is farthest from what was agreed of it, never
     * more than it is.
     */
    private static Optional<Came> capacity(SiteFile file, LocalDate day) {
        TrailingYear year = TrailingYear.of(file.facts().reported(), day)
                .filter(TrailingYear::isWhole)
                .orElse(null);
        AgreementFacts.Version version = file.inForce(day).orElse(null);
        if (year == null || version == null) {
            return Optional.empty();
        }
        List<AgreedCapacity> agreed = file.facts().phases(day).stream()
                .map(phase -> AgreedCapacity.of(version.terms(), phase))
                .distinct()
                .toList();
        return agreed.stream()
                .flatMap(each -> Stream.of(new Share(year.output(), each.output()), new Share(year.tax(), each.tax())))
                .filter(share -> share.agreed() != null && !share.agreed().isZero())
                .min(Comparator.comparing(Share::percent))
                .map(share -> new Came(
                        share.percent(),
                        year.to().atEndOfMonth(),
                        plain(share.reached().inWan()) + " ÷ "
                                + plain(share.agreed().inWan()),
                        limit -> agreed.stream()
                                .allMatch(each -> each.percent(limit).isReachedBy(year))));
    }

    private record Share(Money reached, Money agreed) {
        /** Rounded up, it could seem to reach what it does not. */
        BigDecimal percent() {
            return reached.amount().multiply(HUNDRED).divide(agreed.amount(), 2, RoundingMode.DOWN);
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
