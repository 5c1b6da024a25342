package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.EnterpriseActuals;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.FollowUpEvent.ActualsCorrected;
import dev.wuwei.crm.followup.FollowUpEvent.ActualsReported;
import dev.wuwei.crm.followup.FollowUpEvent.AgreedDatesRevised;
import dev.wuwei.crm.followup.FollowUpEvent.ElementDelivered;
import dev.wuwei.crm.followup.FollowUpEvent.ElementDeliveryWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.FollowUpOpened;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneRecognised;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneSkipped;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.MonthlyReturnCorrected;
import dev.wuwei.crm.followup.FollowUpEvent.MonthlyReturnFiled;
import dev.wuwei.crm.followup.FollowUpEvent.PermitGranted;
import dev.wuwei.crm.followup.FollowUpEvent.PermitWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseReinstated;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseWithdrawn;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.ReportedPeriod;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.DueRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is known of a site, by business day: phases, milestones, land, permit, returns and the enterprise's figures. */
final class SiteFacts {
    static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final int YEAR = 12;

    private record Reached(String phase, Milestone milestone) {}

    private record Return(LocalDate on, BigDecimal investedToDate) {}

    /**
     * A figure on a day.
     *
     * @param covers the last day that it speaks of
     */
    record Figure(LocalDate on, LocalDate covers, BigDecimal value) {}

    private final Map<String, LocalDate> phases = new LinkedHashMap<>();
    private final Map<String, LocalDate> withdrawn = new LinkedHashMap<>();
    private final Map<Reached, NavigableSet<LocalDate>> reached = new LinkedHashMap<>();
    private final Map<String, NavigableMap<YearMonth, Return>> returns = new LinkedHashMap<>();
    private final NavigableMap<YearMonth, ReportedPeriod> actuals = new TreeMap<>();
    private LocalDate handedOver;
    private LocalDate permitted;

    /** @return whether it says anything about a commitment */
    static boolean concern(FollowUpEvent event) {
        return switch (event) {
            case FollowUpOpened e -> true;
            case AgreedDatesRevised e -> true;
            case PhaseWithdrawn e -> true;
            case PhaseReinstated e -> true;
            case MilestoneRecognised e -> true;
            case MilestoneSkipped e -> true;
            case MilestoneWithdrawn e -> true;
            case MonthlyReturnFiled e -> true;
            case MonthlyReturnCorrected e -> true;
            case ActualsReported e -> true;
            case ActualsCorrected e -> true;
            case ElementDelivered e -> e.element() == ElementKind.LAND;
            case ElementDeliveryWithdrawn e -> e.element() == ElementKind.LAND;
            case PermitGranted e -> e.permit().code().equals(DueRule.CONSTRUCTION_PERMIT);
            case PermitWithdrawn e -> e.permit().code().equals(DueRule.CONSTRUCTION_PERMIT);
            default -> false;
        };
    }

    void know(FollowUpEvent event) {
        switch (event) {
            case FollowUpOpened e -> phases(e.phases(), e.occurredOn());
            case AgreedDatesRevised e -> phases(e.phases(), e.occurredOn());
            case PhaseWithdrawn e -> withdrawn.put(e.phase(), e.occurredOn());
            case PhaseReinstated e -> withdrawn.remove(e.phase());
            case MilestoneRecognised e -> reached(e.phase(), e.milestone()).add(e.occurredOn());
            // What is skipped with a cause is no longer waited for.
            case MilestoneSkipped e -> reached(e.phase(), e.milestone()).add(e.occurredOn());
            case MilestoneWithdrawn e -> reached(e.phase(), e.milestone()).remove(e.occurredOn());
            case MonthlyReturnFiled e ->
                returned(e.phase(), e.month(), e.occurredOn(), e.figures().investedToDate());
            case MonthlyReturnCorrected e ->
                returned(e.phase(), e.month(), e.occurredOn(), e.figures().investedToDate());
            case ActualsReported e ->
                actuals.put(e.firstMonth(), new ReportedPeriod(e.firstMonth(), e.lastMonth(), e.figures()));
            case ActualsCorrected e ->
                actuals.put(e.firstMonth(), new ReportedPeriod(e.firstMonth(), e.lastMonth(), e.figures()));
            case ElementDelivered e -> handedOver = e.occurredOn();
            case ElementDeliveryWithdrawn e -> handedOver = null;
            case PermitGranted e -> permitted = e.occurredOn();
            case PermitWithdrawn e -> permitted = null;
            default -> {}
        }
    }

    private void phases(List<AgreedPhase> agreed, LocalDate on) {
        agreed.forEach(phase -> {
            phases.putIfAbsent(phase.name(), on);
            withdrawn.remove(phase.name());
        });
    }

    private NavigableSet<LocalDate> reached(String phase, Milestone milestone) {
        return reached.computeIfAbsent(new Reached(phase, milestone), key -> new TreeSet<>());
    }

    private void returned(String phase, YearMonth month, LocalDate on, Money investedToDate) {
        if (investedToDate != null) {
            returns.computeIfAbsent(phase, name -> new TreeMap<>())
                    .put(month, new Return(on, investedToDate.amount().divide(WAN)));
        }
    }

    LocalDate handedOver(LocalDate day) {
        return until(handedOver, day);
    }

    LocalDate permitted(LocalDate day) {
        return until(permitted, day);
    }

    private static LocalDate until(LocalDate date, LocalDate day) {
        return date == null || date.isAfter(day) ? null : date;
    }

    /**
     * For the whole project the last of its active phases counts.
     *
     * @return when it was first reached, {@code null} when not by that day
     */
    LocalDate reached(String phase, Milestone milestone, LocalDate day) {
        List<LocalDate> dates = meant(phase, day)
                .map(name -> {
                    NavigableSet<LocalDate> of = reached.get(new Reached(name, milestone));
                    return of == null || of.isEmpty() ? null : until(of.first(), day);
                })
                .toList();
        return dates.isEmpty() || dates.stream().anyMatch(Objects::isNull)
                ? null
                : dates.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private Stream<String> meant(String phase, LocalDate day) {
        return phase != null
                ? Stream.of(phase)
                : phases.entrySet().stream()
                        .filter(known -> !known.getValue().isAfter(day))
                        .map(Map.Entry::getKey)
                        .filter(name -> until(withdrawn.get(name), day) == null);
    }

    /** @return the phases that are there and not withdrawn on that day */
    List<String> phases(LocalDate day) {
        return meant(null, day).toList();
    }

    /** @return all that the enterprise has ever reported of itself */
    Collection<ReportedPeriod> reported() {
        return actuals.values();
    }

    /** @return what was invested up to each return, in 万元 */
    List<Figure> invested(String phase, LocalDate day) {
        NavigableMap<LocalDate, LocalDate> days = new TreeMap<>();
        List<NavigableMap<YearMonth, Return>> meant =
                meant(phase, day).map(returns::get).filter(Objects::nonNull).toList();
        meant.forEach(months -> months.forEach((month, filed) -> {
            if (!filed.on().isAfter(day)) {
                days.merge(filed.on(), month.atEndOfMonth(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }));
        List<Figure> figures = new ArrayList<>();
        days.forEach((on, covers) -> figures.add(new Figure(
                on,
                covers,
                meant.stream().map(months -> lastUntil(months, on)).reduce(BigDecimal.ZERO, BigDecimal::add))));
        return figures;
    }

    private static BigDecimal lastUntil(NavigableMap<YearMonth, Return> months, LocalDate day) {
        return months.descendingMap().values().stream()
                .filter(filed -> !filed.on().isAfter(day))
                .findFirst()
                .map(Return::investedToDate)
                .orElse(BigDecimal.ZERO);
    }

    /** @return sums over twelve months without a gap, in 万元, each at the end of its last month */
    List<Figure> yearly(Function<EnterpriseActuals, Money> part, LocalDate day) {
        List<Figure> figures = new ArrayList<>();
        for (ReportedPeriod end : actuals.values()) {
            YearMonth first = end.to().minusMonths(YEAR - 1L);
            BigDecimal sum = BigDecimal.ZERO;
            long months = 0;
            for (ReportedPeriod period : actuals.tailMap(first).values()) {
                if (period.to().isAfter(end.to()) || part.apply(period.figures()) == null) {
                    continue;
                }
                sum = sum.add(part.apply(period.figures()).amount());
                months += period.months();
            }
            LocalDate on = end.to().atEndOfMonth();
            if (months == YEAR && !on.isAfter(day)) {
                figures.add(new Figure(on, on, sum.divide(WAN)));
            }
        }
        return figures;
    }

    List<Figure> jobs(LocalDate day) {
        return actuals.values().stream()
                .filter(period -> period.figures().jobs() != null
                        && !period.to().atEndOfMonth().isAfter(day))
                .map(period -> new Figure(
                        period.to().atEndOfMonth(),
                        period.to().atEndOfMonth(),
                        BigDecimal.valueOf(period.figures().jobs())))
                .toList();
    }

    /** @return every day on which anything of this happened */
    Stream<LocalDate> days() {
        return Stream.of(
                        phases.values().stream(),
                        withdrawn.values().stream(),
                        reached.values().stream().flatMap(NavigableSet::stream),
                        returns.values().stream()
                                .flatMap(months -> months.values().stream().map(Return::on)),
                        actuals.values().stream().map(period -> period.to().atEndOfMonth()),
                        Stream.of(handedOver, permitted).filter(Objects::nonNull))
                .flatMap(Function.identity());
    }
}
