package dev.wuwei.crm.projections.target;

import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.RevitalisedLandQuery;
import dev.wuwei.crm.projections.ledger.RevitalisedLandQuery.HandOver;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.target.TargetPeriod;
import dev.wuwei.crm.target.TargetScope;
import dev.wuwei.crm.target.TargetUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the ledger says of one year's measures, for one answer: each breakdown is asked for once, by month, and serves every
 * period and everybody. Nothing is counted here that is not counted there.
 */
final class TargetFigures {
    private final TotalsQuery totals;
    private final FiveGapsQuery fiveGaps;
    private final RevitalisedLandQuery land;
    private final int year;
    private final AsOf asked;
    private final AsOf asOf;
    private final Viewer viewer;
    private final Map<Question, TotalsQuery.Totals> answers = new HashMap<>();
    private final Map<TargetMeasure, List<PhaseView>> reached = new EnumMap<>(TargetMeasure.class);
    private List<PhaseView> overdue;
    private List<HandOver> handedOver;

    private record Question(TotalsQuery.Request request, AsOf point) {}

    TargetFigures(
            TotalsQuery totals, FiveGapsQuery fiveGaps, RevitalisedLandQuery land, int year, AsOf asOf, Viewer viewer) {
        this(totals, fiveGaps, land, year, asOf, asOf, viewer);
    }

    private TargetFigures(
            TotalsQuery totals,
            FiveGapsQuery fiveGaps,
            RevitalisedLandQuery land,
            int year,
            AsOf asked,
            AsOf asOf,
            Viewer viewer) {
        this.totals = totals;
        this.fiveGaps = fiveGaps;
        this.land = land;
        this.year = year;
        this.asked = asked;
        this.asOf = asOf;
        this.viewer = viewer;
    }

    /** @return the same as things stood on the last day of the year, where that has come: what was assessed then stays so */
    TargetFigures atEndOfYear() {
        AsOf end = until(TargetPeriod.year(year).to(), asked);
        return new TargetFigures(totals, fiveGaps, land, year, asked, end, viewer);
    }

    /** @return the point itself, or its last day where that was before */
    static AsOf until(LocalDate last, AsOf point) {
        return last.isBefore(day(point)) ? new AsOf(last, point.knownAt()) : point;
    }

    private static LocalDate day(AsOf point) {
        return point.asOf() == null ? ParkTime.today() : point.asOf();
    }

    /** @return the day whose figures these are */
    LocalDate day() {
        return day(asOf);
    }

    /** @return where the rows of a target stand: of what tells how things stand, on the last day of its period */
    static AsOf point(TargetView target, AsOf asOf) {
        return target.measure().isStanding() ? until(target.period().to(), asOf) : asOf;
    }

    /**
     * @param period of the year
     * @return {@code null} where nobody can say: the policy in force knows no such size, or the ledger does not reach back to the
     *     day whose figure it would be
     */
    BigDecimal number(TargetMeasure measure, TargetScope scope, TargetPeriod period) {
        AsOf point = measure.isStanding() ? until(period.to(), asOf) : asOf;
        return known(point, () -> number(measure, scope, period, point));
    }

    /** A day that was asked for is refused where it lies before the ledger; of one that follows from a period nothing is said. */
    private <T> T known(AsOf point, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (RuleViolated violated) {
            if (violated.rule() == LedgerRule.BEFORE_FIRST_EVENT && !point.equals(asked)) {
                return null;
            }
            throw violated;
        }
    }

    private BigDecimal number(TargetMeasure measure, TargetScope scope, TargetPeriod period, AsOf point) {
        if (measure.milestone() != null) {
            return BigDecimal.valueOf(phases(measure, scope, period).size());
        }
        if (measure.unit() == TargetUnit.MU) {
            return land(scope, period).stream().map(HandOver::mu).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        if (!knowsSize(totals, measure, point)) {
            return null;
        }
        TotalsQuery.Request request = measure.isStanding()
                ? TotalsQuery.Request.of(ledger(measure), breakdown(measure, scope.kind()))
                : TotalsQuery.Request.of(ledger(measure), byMonth(measure, scope.kind()))
                        .between(
                                TargetPeriod.year(year).from(),
                                TargetPeriod.year(year).to());
        Map<Dimension, String> cell = cell(measure, scope);
        Figure figure = answers
                .computeIfAbsent(
                        new Question(request, point),
                        question -> totals.totals(question.request(), question.point(), viewer))
                .rows()
                .stream()
                .filter(row -> row.code().entrySet().containsAll(cell.entrySet()))
                .filter(row -> measure.isStanding() || lies(row, period))
                .map(TotalsQuery.Row::figure)
                .reduce(Figure.NOTHING, Figure::plus);
        return number(measure, figure);
    }

    /** @return whether the policy in force tells projects of that size from smaller ones; if not, nobody can say how many there are */
    static boolean knowsSize(TotalsQuery totals, TargetMeasure measure, AsOf asOf) {
        return measure.atLeastYi() == 0
                || totals.policy(TotalsQuery.Request.of(ledger(measure)), asOf).rules().bands().stream()
                        .anyMatch(bound -> bound.compareTo(BigDecimal.valueOf(measure.atLeastYi())) == 0);
    }

    private static boolean lies(TotalsQuery.Row row, TargetPeriod period) {
        return period.contains(TargetPeriod.month(YearMonth.parse(row.code().get(Dimension.MONTH))));
    }

    static BigDecimal number(TargetMeasure measure, Figure figure) {
        return switch (measure.unit()) {
            case CNY -> figure.in(Currency.CNY).amount();
            case USD -> figure.in(Currency.USD).amount();
            case PROJECTS -> BigDecimal.valueOf(figure.count());
            case MU -> throw new IllegalArgumentException(measure.name());
        };
    }

    /** @return the phases that reached the measure's milestone in the period, and whose it is to have them reach it */
    List<PhaseView> phases(TargetMeasure measure, TargetScope scope, TargetPeriod period) {
        TargetPeriod whole = TargetPeriod.year(year);
        return reached
                .computeIfAbsent(
                        measure,
                        asking -> fiveGaps.reached(
                                measure.milestone(), whole.from(), whole.to(), FiveGapsQuery.Request.ALL, asOf, viewer))
                .stream()
                .filter(of(scope))
                .filter(phase -> lies(phase.recognised().get(measure.milestone().ordinal()), period))
                .toList();
    }

    /** @return the idle land that was handed over in the period to projects that are theirs */
    List<HandOver> land(TargetScope scope, TargetPeriod period) {
        if (handedOver == null) {
            TargetPeriod whole = TargetPeriod.year(year);
            handedOver = land.handedOver(whole.from(), whole.to(), asOf, viewer);
        }
        return handedOver.stream()
                .filter(each -> belongs(scope, each.park(), each.team(), each.owner(), each.leader()))
                .filter(each -> lies(each.on(), period))
                .toList();
    }

    private static boolean lies(LocalDate on, TargetPeriod period) {
        return !on.isBefore(period.from()) && !on.isAfter(period.to());
    }

    /** @return projects that are past the date agreed for their next milestone; {@code null} where nobody can say */
    BigDecimal overdue(TargetScope scope) {
        return known(
                asOf, () -> BigDecimal.valueOf(late().stream().filter(of(scope)).count()));
    }

    private List<PhaseView> late() {
        if (overdue == null) {
            overdue = fiveGaps.phases(FiveGapsQuery.Request.ALL, asOf, viewer).stream()
                    .filter(phase -> phase.decisive() && phase.daysLate() > 0)
                    .toList();
        }
        return overdue;
    }

    private static Predicate<PhaseView> of(TargetScope scope) {
        return phase -> belongs(scope, phase.park(), phase.team(), phase.owner(), phase.leader());
    }

    private static boolean belongs(TargetScope scope, Coded park, TeamId team, StaffId owner, StaffId leader) {
        return switch (scope.kind()) {
            case WHOLE -> true;
            case PARK -> park != null && park.code().equals(scope.park().code());
            case TEAM -> scope.teamId().equals(team);
            case PERSON -> scope.staffId().equals(owner);
            case LEADER -> scope.staffId().equals(leader);
        };
    }

    static Measure ledger(TargetMeasure measure) {
        return Measure.valueOf(measure.ledger());
    }

    private static Dimension[] breakdown(TargetMeasure measure, ScopeKind kind) {
        List<Dimension> by = new ArrayList<>();
        if (kind != ScopeKind.WHOLE) {
            by.add(dimension(kind));
        }
        if (measure.atLeastYi() > 0) {
            by.add(Dimension.SIZE_BAND);
        }
        return by.toArray(Dimension[]::new);
    }

    private static Dimension[] byMonth(TargetMeasure measure, ScopeKind kind) {
        List<Dimension> by = new ArrayList<>(List.of(breakdown(measure, kind)));
        by.add(Dimension.MONTH);
        return by.toArray(Dimension[]::new);
    }

    /** @return what a measure of somebody is in the totals; none for everything of the whole place */
    static Map<Dimension, String> cell(TargetMeasure measure, TargetScope scope) {
        Map<Dimension, String> cell = new LinkedHashMap<>();
        switch (scope.kind()) {
            case WHOLE -> {}
            case PARK -> cell.put(Dimension.PARK, scope.park().code());
            case TEAM -> cell.put(Dimension.TEAM, scope.teamId().toString());
            case PERSON, LEADER ->
                cell.put(dimension(scope.kind()), scope.staffId().toString());
        }
        if (measure.atLeastYi() > 0) {
            cell.put(Dimension.SIZE_BAND, "ge" + measure.atLeastYi());
        }
        return cell;
    }

    private static Dimension dimension(ScopeKind kind) {
        return switch (kind) {
            case WHOLE -> throw new IllegalArgumentException(kind.name());
            case PARK -> Dimension.PARK;
            case TEAM -> Dimension.TEAM;
            case PERSON -> Dimension.OWNER;
            case LEADER -> Dimension.LEADER;
        };
    }
}
