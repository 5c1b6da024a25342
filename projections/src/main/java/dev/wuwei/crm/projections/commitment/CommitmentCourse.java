package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.followup.EnterpriseActuals;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.projections.commitment.AgreementFacts.Version;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CommitmentEvent.CommitmentAssessed;
import dev.wuwei.crm.signing.CommitmentEvent.PromiseAdvanced;
import dev.wuwei.crm.signing.CommitmentEvent.PromisePaid;
import dev.wuwei.crm.signing.CommitmentEvent.RectificationOrdered;
import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.CompanyCommitment.Operator;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.FactSource;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.signing.PromiseStep;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How every commitment of an agreement stands on every day, from what is known. A verdict is that of the version in force on the
 * day that decides: what was breached before a supplement reworded it stays breached, in a line of its own.
 */
final class CommitmentCourse {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    private final AgreementFacts agreement;
    private final SiteFacts site;
    private final BigDecimal partlyFrom;

    /** @param partlyMetFromPercent of a figure promised, from which it counts as partly met */
    CommitmentCourse(AgreementFacts agreement, SiteFacts site, int partlyMetFromPercent) {
        this.agreement = agreement;
        this.site = site;
        this.partlyFrom = BigDecimal.valueOf(partlyMetFromPercent).divide(HUNDRED);
    }

    /** What one clause promises, of one side or the other. */
    private record Words(CompanyCommitment company, GovernmentCommitment government) {
        static List<Words> of(AgreementTerms terms) {
            return Stream.concat(
                            orNone(terms.companyCommitments()).map(commitment -> new Words(commitment, null)),
                            orNone(terms.governmentCommitments()).map(promise -> new Words(null, promise)))
                    .toList();
        }

        private static <T> Stream<T> orNone(List<T> commitments) {
            return commitments == null ? Stream.of() : commitments.stream();
        }

        String clause() {
            return company == null ? government.clause() : company.clause();
        }

        boolean sameClause(Words other) {
            return (company == null) == (other.company == null) && clause().equals(other.clause());
        }

        /** Evidence and consequence may be worded anew without a new promise. */
        boolean samePromise(Words other) {
            return company == null ? same(government, other.government) : same(company, other.company);
        }

        private static boolean same(CompanyCommitment one, CompanyCommitment other) {
            return one.metric() == other.metric()
                    && one.operator() == other.operator()
                    && Objects.equals(one.value(), other.value())
                    && Objects.equals(one.unit(), other.unit())
                    && Objects.equals(one.phase(), other.phase())
                    && Objects.equals(one.due(), other.due());
        }

        private static boolean same(GovernmentCommitment one, GovernmentCommitment other) {
            return one.kind() == other.kind()
                    && one.promise().equals(other.promise())
                    && Objects.equals(one.amount(), other.amount())
                    && Objects.equals(one.due(), other.due());
        }
    }

    /**
     * The words of one or more versions in a row.
     *
     * @param terms of the last version that words it so
     * @param replacedOn when another version took its place, {@code null} while it is in force
     * @param reworded the clause goes on in other words; otherwise it was dropped
     */
    private record Wording(
            int by, LocalDate from, AgreementTerms terms, Words words, LocalDate replacedOn, boolean reworded) {
        static Wording begun(Version version, Words words) {
            return new Wording(version.number(), version.on(), version.terms(), words, null, false);
        }

        Wording goingOn(Version version, Words now) {
            return new Wording(by, from, version.terms(), now, null, false);
        }

        Wording replaced(Version version, boolean goesOn) {
            return new Wording(by, from, terms, words, version.on(), goesOn);
        }

        CompanyCommitment company() {
            return words.company();
        }

        GovernmentCommitment government() {
            return words.government();
        }

        String clause() {
            return words.clause();
        }
    }

    List<Stretch> stretches() {
        List<Stretch> all = new ArrayList<>();
        wordings().forEach(wording -> stretches(wording, all));
        return all;
    }

    private List<Wording> wordings() {
        List<Wording> over = new ArrayList<>();
        List<Wording> open = List.of();
        for (Version version : agreement.versions()) {
            List<Words> now = Words.of(version.terms());
            List<Wording> next = new ArrayList<>();
            for (Wording before : open) {
                Words sameClause = now.stream()
                        .filter(before.words()::sameClause)
                        .findFirst()
                        .orElse(null);
                if (sameClause != null && before.words().samePromise(sameClause)) {
                    next.add(before.goingOn(version, sameClause));
                } else {
                    over.add(before.replaced(version, sameClause != null));
                }
            }
            now.stream()
                    .filter(words ->
                            next.stream().noneMatch(wording -> wording.words().sameClause(words)))
                    .map(words -> Wording.begun(version, words))
                    .toList()
                    .forEach(next::add);
            open = next;
        }
        over.addAll(open);
        return over;
    }

    private void stretches(Wording wording, List<Stretch> into) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        agreement.days(wording.clause()).forEach(days::add);
        site.days().forEach(days::add);
        days.add(wording.from());
        // What falls due by an event has its day only from then on, so it is asked for on each of those days.
        for (LocalDate day : List.copyOf(days)) {
            LocalDate due = due(wording, day);
            if (due != null) {
                days.add(due);
                days.add(due.plusDays(1));
            }
        }
        LocalDate from = null;
        Standing before = null;
        for (LocalDate day : days.tailSet(wording.from())) {
            Standing now = on(wording, day);
            if (!now.equals(before)) {
                if (before != null) {
                    into.add(stretch(wording, from, day, before));
                }
                from = day;
                before = now;
            }
        }
        into.add(stretch(wording, from, null, before));
    }

    private Stretch stretch(Wording wording, LocalDate from, LocalDate to, Standing standing) {
        return new Stretch(agreement.id(), wording.by(), wording.company(), wording.government(), from, to, standing);
    }

    /** How it stands on a day; what was broken when its words were replaced or the agreement ended stays so. */
    private Standing on(Wording wording, LocalDate day) {
        LocalDate replaced = upTo(wording.replacedOn(), day);
        LocalDate ended = upTo(agreement.endedOn(), day);
        LocalDate frozen = replaced == null || ended != null && ended.isBefore(replaced) ? ended : replaced;
        if (frozen == null) {
            return standing(wording, day);
        }
        LocalDate last = frozen.isAfter(wording.from()) ? frozen.minusDays(1) : wording.from();
        Standing then = standing(wording, last);
        if (!then.state().isSettled() && !broken(then, last)) {
            return then.in(CommitmentState.SUPERSEDED).frozenOn(frozen);
        }
        boolean goesOn = !then.state().isSettled() && frozen.equals(replaced) && !wording.reworded();
        return goesOn ? standing(wording, day) : then.frozenOn(frozen);
    }

    private static boolean broken(Standing standing, LocalDate day) {
        boolean promise = standing.state().compareTo(CommitmentState.PROMISED) >= 0;
        return standing.state().isBroken()
                || promise && standing.dueOn() != null && standing.dueOn().isBefore(day);
    }

    private static LocalDate upTo(LocalDate date, LocalDate day) {
        return date == null || date.isAfter(day) ? null : date;
    }

    private Standing standing(Wording wording, LocalDate day) {
        Standing plain = wording.company() == null ? promise(wording, day) : commitment(wording, day);
        return plain.judgedBy(agreement.inForce(decidedOn(plain, day)));
    }

    /** What was kept is decided on that day, what was not on the day it fell due or was found broken; what is open is open today. */
    private static LocalDate decidedOn(Standing standing, LocalDate day) {
        if (standing.state().isKept() && standing.actualOn() != null) {
            return standing.dueOn() == null || standing.actualOn().isBefore(standing.dueOn())
                    ? standing.actualOn()
                    : standing.dueOn();
        }
        if (!broken(standing, day)) {
            return day;
        }
        if (standing.dueOn() != null && !standing.dueOn().isAfter(day)) {
            return standing.dueOn();
        }
        return standing.actualOn() == null ? day : standing.actualOn();
    }

    private Standing commitment(Wording wording, LocalDate day) {
        CompanyCommitment commitment = wording.company();
        LocalDate due = due(wording, day);
        Standing judged = commitment.metric().isDate()
                ? date(commitment, due, day)
                : commitment.metric() == Metric.OTHER ? words(commitment, due, day) : figure(wording, due, day);
        if (agreement.waived(commitment.clause(), day) && judged.state() != CommitmentState.MET) {
            return judged.in(CommitmentState.WAIVED);
        }
        RectificationOrdered order = agreement.ordered(commitment.clause(), day);
        if (order == null) {
            return judged;
        }
        Standing ordered = judged.toBePutRightBy(order.deadline());
        return judged.state() != CommitmentState.BREACHED && judged.state() != CommitmentState.PARTLY_MET
                ? ordered
                : ordered.in(day.isAfter(order.deadline()) ? CommitmentState.PERSISTENT : CommitmentState.RECTIFYING);
    }

    private Standing date(CompanyCommitment commitment, LocalDate due, LocalDate day) {
        LocalDate reached = site.reached(commitment.phase(), milestone(commitment.metric()), day);
        if (reached != null) {
            boolean inTime = due == null || !reached.isAfter(due);
            return Standing.of(inTime ? CommitmentState.MET : CommitmentState.MET_LATE, 0, due)
                    .with(null, reached, FactSource.MILESTONE, null, null);
        }
        return Standing.of(due == null || !day.isAfter(due) ? pending(due, day) : CommitmentState.BREACHED, 0, due);
    }

    private static CommitmentState pending(LocalDate due, LocalDate day) {
        return due == null || day.isBefore(due) ? CommitmentState.PENDING : CommitmentState.DUE;
    }

    private Standing words(CompanyCommitment commitment, LocalDate due, LocalDate day) {
        List<CommitmentAssessed> found = agreement.assessed(commitment.clause(), day);
        if (found.isEmpty()) {
            return Standing.of(pending(due, day), 0, due);
        }
        CommitmentAssessed last = found.getLast();
        CommitmentState state = switch (last.verdict()) {
            case MET -> due == null || !last.occurredOn().isAfter(due) ? CommitmentState.MET : CommitmentState.MET_LATE;
            case PARTLY_MET -> CommitmentState.PARTLY_MET;
            case BREACHED -> CommitmentState.BREACHED;
        };
        return Standing.of(state, 0, due).with(last.actual(), last.occurredOn(), FactSource.ASSESSMENT, null, null);
    }

    /** @param inputs what it is made of, or {@code null} */
    private record Measured(LocalDate on, LocalDate covers, BigDecimal value, FactSource source, String inputs) {}

    private Standing figure(Wording wording, LocalDate due, LocalDate day) {
        CompanyCommitment commitment = wording.company();
        BigDecimal promised = new BigDecimal(commitment.value());
        List<Measured> figures = figures(wording, day);
        Measured covering = due == null
                ? null
                : figures.stream()
                        .filter(figure -> !figure.covers().isBefore(due))
                        .findFirst()
                        .orElse(null);
        Measured hit = figures.stream()
                .filter(figure -> satisfies(commitment.operator(), figure.value(), promised))
                // Only what may not fall short can be reached before its day.
                .filter(figure -> commitment.operator() == Operator.AT_LEAST
                        || covering != null && !figure.on().isBefore(covering.on()))
                .findFirst()
                .orElse(null);
        if (hit != null) {
            boolean inTime = due == null || !hit.on().isAfter(due) || hit.equals(covering);
            return measured(inTime ? CommitmentState.MET : CommitmentState.MET_LATE, due, hit, promised);
        }
        if (covering != null) {
            return measured(
                    partly(commitment.operator(), covering.value(), promised)
                            ? CommitmentState.PARTLY_MET
                            : CommitmentState.BREACHED,
                    due,
                    figures.getLast(),
                    promised);
        }
        return figures.isEmpty()
                ? Standing.of(pending(due, day), 0, due)
                : measured(pending(due, day), due, figures.getLast(), promised);
    }

    private static Standing measured(CommitmentState state, LocalDate due, Measured figure, BigDecimal promised) {
        return Standing.of(state, 0, due)
                .with(
                        figure.value().toPlainString(),
                        figure.on(),
                        figure.source(),
                        figure.inputs(),
                        figure.value().subtract(promised));
    }

    private static boolean satisfies(Operator operator, BigDecimal actual, BigDecimal promised) {
        return switch (operator) {
            case AT_LEAST -> actual.compareTo(promised) >= 0;
            case AT_MOST, NOT_LATER_THAN -> actual.compareTo(promised) <= 0;
            case EQUAL -> actual.compareTo(promised) == 0;
        };
    }

    private boolean partly(Operator operator, BigDecimal actual, BigDecimal promised) {
        return operator == Operator.AT_LEAST && actual.compareTo(promised.multiply(partlyFrom)) >= 0;
    }

    /** What was audited or found on site outweighs what is reported. */
    private List<Measured> figures(Wording wording, LocalDate day) {
        CompanyCommitment commitment = wording.company();
        List<CommitmentAssessed> assessed = agreement.assessed(commitment.clause(), day);
        if (!assessed.isEmpty()) {
            return assessed.stream()
                    .map(found -> new Measured(
                            found.occurredOn(),
                            found.occurredOn(),
                            new BigDecimal(found.actual()),
                            FactSource.ASSESSMENT,
                            null))
                    .toList();
        }
        BigDecimal land = land(wording);
        return switch (commitment.metric()) {
            case FIXED_ASSET_INVESTMENT -> plain(site.invested(commitment.phase(), day), FactSource.MONTHLY_RETURN);
            case INVESTMENT_INTENSITY -> perMu(site.invested(commitment.phase(), day), land, FactSource.MONTHLY_RETURN);
            case OUTPUT -> plain(site.yearly(EnterpriseActuals::output, day), FactSource.ACTUALS);
            case TAX -> plain(site.yearly(EnterpriseActuals::tax, day), FactSource.ACTUALS);
            case OUTPUT_PER_MU -> perMu(site.yearly(EnterpriseActuals::output, day), land, FactSource.ACTUALS);
            case TAX_PER_MU -> perMu(site.yearly(EnterpriseActuals::tax, day), land, FactSource.ACTUALS);
            case JOBS -> plain(site.jobs(day), FactSource.ACTUALS);
            default -> List.of();
        };
    }

    private static List<Measured> plain(List<SiteFacts.Figure> figures, FactSource source) {
        return figures.stream()
                .map(figure -> new Measured(figure.on(), figure.covers(), stripped(figure.value()), source, null))
                .toList();
    }

    private static List<Measured> perMu(List<SiteFacts.Figure> figures, BigDecimal land, FactSource source) {
        return land == null
                ? List.of()
                : figures.stream()
                        .map(figure -> new Measured(
                                figure.on(),
                                figure.covers(),
                                stripped(figure.value().divide(land, DECIMALS, RoundingMode.HALF_UP)),
                                source,
                                stripped(figure.value()).toPlainString() + " ÷ " + land.toPlainString()))
                        .toList();
    }

    /** @return 投资强度, 亩均产值, 亩均税收 of the whole project on that day, as far as there are data */
    static List<LandFigure> perMu(AgreementFacts agreement, SiteFacts site, LocalDate day) {
        BigDecimal land = agreement.versions().reversed().stream()
                .filter(version -> !version.on().isAfter(day))
                .map(version -> version.terms().land())
                .filter(Objects::nonNull)
                .findFirst()
                .map(Area::inMu)
                .filter(mu -> mu.signum() > 0)
                .map(CommitmentCourse::stripped)
                .orElse(null);
        List<LandFigure> figures = new ArrayList<>();
        figure(Metric.INVESTMENT_INTENSITY, site.invested(null, day), land, figures);
        figure(Metric.OUTPUT_PER_MU, site.yearly(EnterpriseActuals::output, day), land, figures);
        figure(Metric.TAX_PER_MU, site.yearly(EnterpriseActuals::tax, day), land, figures);
        return figures;
    }

    private static void figure(Metric metric, List<SiteFacts.Figure> figures, BigDecimal land, List<LandFigure> into) {
        List<Measured> measured = perMu(figures, land, FactSource.ACTUALS);
        if (!measured.isEmpty()) {
            Measured last = measured.getLast();
            into.add(new LandFigure(metric, last.value(), last.on(), last.inputs()));
        }
    }

    private static BigDecimal stripped(BigDecimal value) {
        BigDecimal stripped = value.round(MathContext.DECIMAL64).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** @return of the phase where it is about one, otherwise of the project; 亩 */
    private static BigDecimal land(Wording wording) {
        Area land = wording.terms().land();
        if (wording.company().phase() != null) {
            land = Objects.requireNonNullElse(wording.terms().phases(), List.<AgreedPhase>of()).stream()
                    .filter(phase -> phase.name().equals(wording.company().phase()))
                    .map(AgreedPhase::land)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(land);
        }
        return land == null || land.inMu().signum() == 0 ? null : stripped(land.inMu());
    }

    private Standing promise(Wording wording, LocalDate day) {
        GovernmentCommitment promise = wording.government();
        LocalDate due = due(wording, day);
        List<PromiseAdvanced> steps = agreement.steps(promise.clause(), day);
        PromiseAdvanced last = steps.isEmpty() ? null : steps.getLast();
        CommitmentState state = last == null
                ? CommitmentState.PROMISED
                : CommitmentState.valueOf(last.step().name());
        LocalDate handedOver = promise.kind() == GovernmentCommitment.Kind.LAND_HANDOVER ? site.handedOver(day) : null;
        if (handedOver != null && (last == null || last.step().compareTo(PromiseStep.HONOURED) < 0)) {
            return Standing.of(CommitmentState.HONOURED, 0, due).with(null, handedOver, FactSource.ELEMENT, null, null);
        }
        List<PromisePaid> payments = agreement.payments(promise.clause(), day);
        if (payments.isEmpty()) {
            return last == null
                    ? Standing.of(state, 0, due)
                    : Standing.of(state, 0, due).with(last.note(), last.occurredOn(), FactSource.STEP, null, null);
        }
        Money paid = AgreementFacts.sum(payments);
        BigDecimal gap = promise.amount() == null
                ? null
                : paid.minus(promise.amount()).amount().divide(SiteFacts.WAN);
        boolean whole = promise.amount() != null && paid.compareTo(promise.amount()) >= 0;
        return Standing.of(whole ? CommitmentState.HONOURED : state, 0, due)
                .with(
                        stripped(paid.amount().divide(SiteFacts.WAN)).toPlainString(),
                        payments.getLast().occurredOn(),
                        FactSource.PAYMENT,
                        null,
                        gap);
    }

    /** A promised date is itself the deadline. */
    private LocalDate due(Wording wording, LocalDate day) {
        CompanyCommitment commitment = wording.company();
        if (commitment != null) {
            return commitment.metric().isDate() && commitment.value() != null
                    ? LocalDate.parse(commitment.value())
                    : due(commitment.due(), commitment.phase(), wording, day);
        }
        return due(wording.government().due(), null, wording, day);
    }

    private LocalDate due(DueRule rule, String phase, Wording wording, LocalDate day) {
        if (rule == null) {
            return null;
        }
        LocalDate anchor = switch (rule.anchor()) {
            case DATE -> rule.on();
            case SIGNING -> agreement.signedOn(day, wording.from());
            case CONSTRUCTION_START -> site.reached(phase, Milestone.CONSTRUCTION_START, day);
            case COMPLETION -> site.reached(phase, Milestone.COMPLETION, day);
            case PRODUCTION_START -> site.reached(phase, Milestone.PRODUCTION_START, day);
            case LAND_HANDOVER -> site.handedOver(day);
            case PERMIT -> site.permitted(day);
        };
        return anchor == null || rule.months() == null ? anchor : anchor.plusMonths(rule.months());
    }

    private static Milestone milestone(Metric metric) {
        return switch (metric) {
            case START_DATE -> Milestone.CONSTRUCTION_START;
            case COMPLETION_DATE -> Milestone.COMPLETION;
            case PRODUCTION_DATE -> Milestone.PRODUCTION_START;
            case SCALE_UP_DATE -> Milestone.SCALE_UP;
            case FULL_CAPACITY_DATE -> Milestone.FULL_CAPACITY;
            default -> throw new IllegalArgumentException(metric + " is no date");
        };
    }
}
