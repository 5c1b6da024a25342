package dev.wuwei.crm.projections.target;

import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.projections.ledger.FunnelQuery;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.PipelineQuery;
import dev.wuwei.crm.projections.ledger.PipelineQuery.StageFigures;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.ledger.RevitalisedLandQuery;
import dev.wuwei.crm.projections.ledger.RevitalisedLandQuery.HandOver;
import dev.wuwei.crm.projections.ledger.Stage;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.target.PeriodKind;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.target.TargetPeriod;
import dev.wuwei.crm.target.TargetScope;
import dev.wuwei.crm.target.TargetUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Targets and what was reached of them, by the ledger's own totals: every number here is one of theirs and opens to the same
 * rows. The target is the one that stood, and was known, at the point asked for.
 */
@Component
public class TargetProgressQuery {
    private static final int DECIMALS = 4;

    private final TargetQuery targets;
    private final TotalsQuery totals;
    private final PipelineQuery pipeline;
    private final FunnelQuery funnel;
    private final FiveGapsQuery fiveGaps;
    private final RevitalisedLandQuery land;

    public TargetProgressQuery(
            TargetQuery targets,
            TotalsQuery totals,
            PipelineQuery pipeline,
            FunnelQuery funnel,
            FiveGapsQuery fiveGaps,
            RevitalisedLandQuery land) {
        this.targets = targets;
        this.totals = totals;
        this.pipeline = pipeline;
        this.funnel = funnel;
        this.fiveGaps = fiveGaps;
        this.land = land;
    }

    /**
     * The year's targets, its quarters' and months'.
     *
     * @param kinds whose; empty for everybody's
     * @param day that the pace is reckoned to
     * @throws RuleViolated {@code ledger.before-first-event}
     */
    public List<TargetProgress> progress(int year, Set<ScopeKind> kinds, AsOf asOf, Viewer viewer, LocalDate day) {
        List<TargetView> found = targets.targets(year, asOf, viewer).stream()
                .filter(target ->
                        kinds.isEmpty() || kinds.contains(target.scope().kind()))
                .toList();
        TargetFigures figures = figures(year, asOf, viewer);
        Talks talks = new Talks(figures, asOf, viewer, day);
        List<TargetProgress> progress = new ArrayList<>();
        for (TargetView target : found) {
            BigDecimal actual = figures.number(target.measure(), target.scope(), target.period());
            List<Pace.Part> parts = parts(target, found);
            Forecast.None none = noForecast(target, actual, day);
            progress.add(new TargetProgress(
                    target,
                    actual,
                    target.measure().isStanding() ? null : Pace.of(target.period(), parts, day),
                    none == null ? talks.forecast(target, actual) : null,
                    none,
                    parts.isEmpty() || target.measure().isStanding()
                            ? null
                            : parts.stream().map(Pace.Part::number).reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        return progress;
    }

    TargetFigures figures(int year, AsOf asOf, Viewer viewer) {
        return new TargetFigures(totals, fiveGaps, land, year, asOf, viewer);
    }

    /** @return the quarters of a year where there are any, else its months; the months of a quarter */
    private static List<Pace.Part> parts(TargetView whole, List<TargetView> all) {
        List<PeriodKind> kinds = switch (whole.period().kind()) {
            case YEAR -> List.of(PeriodKind.QUARTER, PeriodKind.MONTH);
            case QUARTER -> List.of(PeriodKind.MONTH);
            case MONTH -> List.of();
        };
        for (PeriodKind kind : kinds) {
            List<Pace.Part> parts = all.stream()
                    .filter(part -> part.period().kind() == kind
                            && part.measure() == whole.measure()
                            && part.scope().key().equals(whole.scope().key())
                            && whole.period().contains(part.period()))
                    .map(part -> new Pace.Part(part.period(), part.value().number()))
                    .toList();
            if (!parts.isEmpty()) {
                return parts;
            }
        }
        return List.of();
    }

    /** Talks lead to signatures; whether these are recognised, paid or foreign, nobody knows yet. */
    private static final Set<Measure> LED_TO =
            EnumSet.of(Measure.SIGNED, Measure.SIGNED_ON_SITE, Measure.NEWLY_INTRODUCED);

    private static Forecast.None noForecast(TargetView target, BigDecimal actual, LocalDate day) {
        TargetMeasure measure = target.measure();
        if (measure.isStanding()) {
            return Forecast.None.STANDING;
        }
        if (measure.ledger() == null || !LED_TO.contains(TargetFigures.ledger(measure))) {
            return Forecast.None.NOT_IN_TALKS;
        }
        if (!day.isBefore(target.period().to())) {
            return Forecast.None.ENDED;
        }
        if (day.isBefore(target.period().from())) {
            return Forecast.None.NOT_BEGUN;
        }
        return actual == null ? Forecast.None.NO_ACTUAL : null;
    }

    /**
     * The entries that make an actual, as the totals explain them.
     *
     * @return empty for a milestone, whose rows are {@link #phases}, for {@link #land}, and where nobody can say what the actual is
     * @throws RuleViolated {@code ledger.before-first-event}
     */
    public Optional<TotalsQuery.Explanation> entries(TargetView target, AsOf asOf, Viewer viewer) {
        TargetMeasure measure = target.measure();
        AsOf point = point(target, asOf);
        if (measure.ledger() == null
                || figures(target.period().year(), asOf, viewer).number(measure, target.scope(), target.period())
                        == null) {
            return Optional.empty();
        }
        TotalsQuery.Request request = TotalsQuery.Request.of(TargetFigures.ledger(measure));
        return Optional.of(totals.explain(
                measure.isStanding()
                        ? request
                        : request.between(
                                target.period().from(), target.period().to()),
                cell(target),
                point,
                viewer));
    }

    /** @return the point at which the rows of a target are asked for: what tells how things stand does so on its period's last day */
    public static AsOf point(TargetView target, AsOf asOf) {
        return TargetFigures.point(target, asOf);
    }

    /** @return what narrows the totals down to a target; with its measure and period it is what {@link #entries} asks for */
    public static Map<Dimension, String> cell(TargetView target) {
        return TargetFigures.cell(target.measure(), target.scope());
    }

    /** @return the phases that make the actual of a milestone; none of another measure */
    public List<PhaseView> phases(TargetView target, AsOf asOf, Viewer viewer) {
        return target.measure().milestone() == null
                ? List.of()
                : figures(target.period().year(), asOf, viewer)
                        .phases(target.measure(), target.scope(), target.period());
    }

    /** @return the hand-overs that make the actual of revitalised land; none of another measure */
    public List<HandOver> land(TargetView target, AsOf asOf, Viewer viewer) {
        return target.measure().unit() != TargetUnit.MU
                ? List.of()
                : figures(target.period().year(), asOf, viewer).land(target.scope(), target.period());
    }

    /**
     * Where a target stood, or should stand, at the end of a month.
     *
     * @param actual from the beginning of the period; {@code null} for a month that has not begun, or without figures
     * @param expected {@code null} without a pace
     */
    public record Milepost(YearMonth month, BigDecimal actual, BigDecimal expected) {}

    /** @return one for each month of a year's target, against the target as it is now */
    public List<Milepost> course(TargetProgress progress, int year, AsOf asOf, Viewer viewer, LocalDate day) {
        TargetView target = progress.target();
        TargetPeriod whole = target.period();
        TargetFigures figures = figures(year, asOf, viewer);
        List<Pace.Part> parts = parts(target, targets.targets(year, asOf, viewer));
        List<Milepost> course = new ArrayList<>();
        for (YearMonth month = YearMonth.from(whole.from());
                !month.isAfter(YearMonth.from(whole.to()));
                month = month.plusMonths(1)) {
            course.add(new Milepost(
                    month,
                    month.isAfter(YearMonth.from(day))
                            ? null
                            : figures.number(
                                    target.measure(),
                                    target.scope(),
                                    new TargetPeriod(whole.from(), month.atEndOfMonth())),
                    target.measure().isStanding()
                            ? null
                            : target.value()
                                    .number()
                                    .multiply(Pace.of(whole, parts, month.atEndOfMonth())
                                            .share())));
        }
        return course;
    }

    /** The talks of somebody, and the shares of all who came so far that went on to sign. */
    private final class Talks {
        private static final Set<Stage> STAGES = EnumSet.range(Stage.FIRST_CONTACT, Stage.READY_TO_SIGN);
        private static final List<Stage> WAY = List.copyOf(EnumSet.range(Stage.FIRST_CONTACT, Stage.SIGNED));
        private static final TargetScope EVERYBODY = new TargetScope(ScopeKind.WHOLE, null, null, null, null);

        private final TargetFigures figures;
        private final AsOf asOf;
        private final Viewer viewer;
        private final LocalDate day;
        private final Map<String, List<StageFigures>> pipelines = new HashMap<>();
        private final Map<Measure, BigDecimal> shares = new EnumMap<>(Measure.class);
        private List<FunnelQuery.Step> way;

        Talks(TargetFigures figures, AsOf asOf, Viewer viewer, LocalDate day) {
            this.figures = figures;
            this.asOf = asOf;
            this.viewer = viewer;
            this.day = day;
        }

        Forecast forecast(TargetView target, BigDecimal actual) {
            TargetMeasure measure = target.measure();
            BigDecimal share = share(TargetFigures.ledger(measure));
            List<StageFigures> everybody = stages(EVERYBODY);
            List<Forecast.Talks> talks = stages(target.scope()).stream()
                    .filter(stage ->
                            STAGES.contains(stage.stage()) && !stage.figure().isNothing())
                    .map(stage -> new Forecast.Talks(
                            stage.stage(),
                            TargetFigures.number(measure, stage.figure()),
                            weight(everybody, stage.stage(), share),
                            !day.plusDays(daysToGo(stage))
                                    .isAfter(target.period().to())))
                    .filter(stage -> stage.number().signum() != 0)
                    .toList();
            return Forecast.of(
                    actual, measure.atLeastYi() == 0 || talks.isEmpty() ? talks : ofSize(target, talks), share);
        }

        /** The pipeline knows no sizes: those in talks of that size are weighed by the average of all of them. */
        private List<Forecast.Talks> ofSize(TargetView target, List<Forecast.Talks> talks) {
            BigDecimal all = talks.stream().map(Forecast.Talks::number).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal weighed = talks.stream().map(Forecast.Talks::weighed).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal large = figures.number(
                    TargetMeasure.valueOf("IN_TALKS_GE" + target.measure().atLeastYi()),
                    target.scope(),
                    target.period());
            return large == null || large.signum() == 0
                    ? List.of()
                    : List.of(
                            new Forecast.Talks(null, large, weighed.divide(all, DECIMALS, RoundingMode.HALF_UP), true));
        }

        /**
         * Days from today to a signature, by the medians of those who went the way: those that stand there have done a part of the
         * first step.
         */
        private int daysToGo(StageFigures stage) {
            if (way == null) {
                way = funnel.funnel(WAY, null, null, asOf, viewer);
            }
            int days = 0;
            for (FunnelQuery.Step step : way) {
                int median = step.medianDays() == null ? 0 : step.medianDays();
                int ahead = step.stage().ordinal() - stage.stage().ordinal();
                if (ahead == 1) {
                    days += Math.max(0, median - stage.medianDays());
                } else if (ahead > 1) {
                    days += median;
                }
            }
            return days;
        }

        /** @return how many of everybody's signatures so far are counted by a measure; {@code null} where all of them are */
        private BigDecimal share(Measure measure) {
            return measure == Measure.SIGNED
                    ? null
                    : shares.computeIfAbsent(measure, asking -> {
                        long signed = counted(Measure.SIGNED);
                        return signed == 0
                                ? BigDecimal.ZERO
                                : BigDecimal.valueOf(counted(asking))
                                        .divide(BigDecimal.valueOf(signed), DECIMALS, RoundingMode.HALF_UP);
                    });
        }

        private long counted(Measure measure) {
            return totals.totals(TotalsQuery.Request.of(measure), asOf, viewer)
                    .total()
                    .count();
        }

        private List<StageFigures> stages(TargetScope scope) {
            return pipelines.computeIfAbsent(
                    scope.key(),
                    key -> pipeline.pipeline(filter(scope), asOf, viewer).stages());
        }

        /** The conversions of the pipeline from that stage to the signature, multiplied; and the share of the signatures. */
        private static BigDecimal weight(List<StageFigures> everybody, Stage stage, BigDecimal share) {
            long reached = everybody.get(stage.ordinal()).reached();
            long signed = everybody.get(Stage.SIGNED.ordinal()).reached();
            return reached == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(signed)
                            .multiply(share == null ? BigDecimal.ONE : share)
                            .divide(BigDecimal.valueOf(reached), DECIMALS, RoundingMode.HALF_UP);
        }

        private static ProjectFilter filter(TargetScope scope) {
            return switch (scope.kind()) {
                case WHOLE -> ProjectFilter.ALL;
                case PARK -> ProjectFilter.ALL.inParks(Set.of(scope.park().code()));
                case TEAM -> ProjectFilter.ALL.ofTeam(scope.teamId());
                case PERSON -> ProjectFilter.ALL.ownedBy(scope.staffId());
                case LEADER -> ProjectFilter.ALL.ledBy(scope.staffId());
            };
        }
    }
}
