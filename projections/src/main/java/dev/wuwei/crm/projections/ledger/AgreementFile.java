package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.SigningEvent.AgreementAmended;
import dev.wuwei.crm.signing.SigningEvent.AgreementCorrected;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningEvent.AgreementUpgraded;
import dev.wuwei.crm.signing.SigningEvent.AmountCorrected;
import dev.wuwei.crm.signing.SigningId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All that is known of one agreement: its versions with their dates, its end, its recognitions, the money that came. A correction
 * changes the version or entry that was wrong, so it falls back into that one's period by itself.
 */
final class AgreementFile {
    /**
     * @param enteredOn when it was entered
     * @param signature a signature of its own (version 1 or an upgrade), not a later change of it
     */
    record Version(
            LocalDate on,
            LocalDate enteredOn,
            AgreementKind kind,
            BigDecimal total,
            BigDecimal foreign,
            BigDecimal landMu,
            boolean onSite,
            String contractNo,
            boolean signature) {}

    private record End(AgreementState state, LocalDate on, LocalDate enteredOn) {}

    private record Recognition(String body, BigDecimal amount, LocalDate on, LocalDate enteredOn) {}

    private record Entry(BigDecimal amount, LocalDate on, LocalDate enteredOn) {}

    /**
     * What was counted of a project under one measure and is never lowered, whatever became of its agreement.
     *
     * @param bookedOn day to whose period the project was counted
     * @param amount what was counted last
     */
    record Signed(LocalDate bookedOn, BigDecimal amount) {}

    /** @param bookedOn day to whose period a policy counts it */
    private record Counted(Version version, LocalDate bookedOn) {}

    private final SigningId id;
    private final NegotiationId negotiationId;
    private final List<Version> versions = new ArrayList<>(1);
    private final Track<AgreementTerms> terms = new Track<>();
    private final List<Recognition> recognitions = new ArrayList<>(0);
    private final Map<EntryId, Entry> arrived = new LinkedHashMap<>(0);
    private final Map<EntryId, Entry> used = new LinkedHashMap<>(0);
    private Coded industry;
    private boolean newlyIntroduced;
    private End end;

    AgreementFile(AgreementSigned signed, LocalDate enteredOn) {
        id = signed.signingId();
        negotiationId = signed.negotiationId();
        industry = signed.industry();
        newlyIntroduced = signed.newlyIntroduced();
        terms.set(signed.occurredOn(), signed.terms());
        versions.add(new Version(
                signed.occurredOn(),
                enteredOn,
                signed.kind(),
                amount(signed.terms().totalInvestment()),
                amount(signed.terms().foreignCapital()),
                signed.terms().land() == null ? null : signed.terms().land().inMu(),
                signed.signedOnSite(),
                signed.contractNo(),
                true));
    }

    void upgrade(AgreementUpgraded e, LocalDate enteredOn) {
        terms.set(e.occurredOn(), e.terms());
        versions.add(new Version(
                e.occurredOn(),
                enteredOn,
                e.kind(),
                amount(e.terms().totalInvestment()),
                amount(e.terms().foreignCapital()),
                e.terms().land() == null ? null : e.terms().land().inMu(),
                e.signedOnSite(),
                e.contractNo(),
                true));
    }

    /** @return what it promises on that day */
    AgreementTerms terms(LocalDate day) {
        return terms.at(day, terms.first());
    }

    void amend(AgreementAmended e, LocalDate enteredOn) {
        terms.set(e.occurredOn(), e.terms());
        Version last = versions.getLast();
        versions.add(new Version(
                e.occurredOn(),
                enteredOn,
                last.kind(),
                amount(e.terms().totalInvestment()),
                amount(e.terms().foreignCapital()),
                e.terms().land() == null ? last.landMu() : e.terms().land().inMu(),
                last.onSite(),
                last.contractNo(),
                false));
    }

    void changeTotal(LocalDate on, Money total, LocalDate enteredOn) {
        Version last = versions.getLast();
        versions.add(new Version(
                on,
                enteredOn,
                last.kind(),
                amount(total),
                last.foreign(),
                last.landMu(),
                last.onSite(),
                last.contractNo(),
                false));
    }

    /** @return the first day that changes */
    LocalDate correct(AmountCorrected e) {
        int index = Math.clamp(e.version() - 1L, 0, versions.size() - 1);
        Version wrong = versions.get(index);
        versions.set(
                index,
                new Version(
                        wrong.on(),
                        wrong.enteredOn(),
                        wrong.kind(),
                        amount(e.totalInvestment()),
                        amount(e.foreignCapital()),
                        wrong.landMu(),
                        wrong.onSite(),
                        wrong.contractNo(),
                        wrong.signature()));
        return wrong.on();
    }

    /** @return the first day that changes */
    LocalDate correct(AgreementCorrected e) {
        industry = e.industry() == null ? industry : e.industry();
        newlyIntroduced = e.newlyIntroduced();
        int signature = lastSignature();
        LocalDate was = versions.get(signature).on();
        LocalDate first = versions.getFirst().on();
        for (int i = signature; i < versions.size(); i++) {
            Version wrong = versions.get(i);
            versions.set(
                    i,
                    new Version(
                            i == signature ? e.signedOn() : wrong.on(),
                            wrong.enteredOn(),
                            wrong.kind(),
                            wrong.total(),
                            wrong.foreign(),
                            wrong.landMu(),
                            e.signedOnSite(),
                            e.contractNo(),
                            wrong.signature()));
        }
        LocalDate earliest = e.signedOn().isBefore(was) ? e.signedOn() : was;
        return earliest.isBefore(first) ? earliest : first;
    }

    private int lastSignature() {
        for (int i = versions.size() - 1; i > 0; i--) {
            if (versions.get(i).signature()) {
                return i;
            }
        }
        return 0;
    }

    void end(AgreementState state, LocalDate on, LocalDate enteredOn) {
        end = new End(state, on, enteredOn);
    }

    /** @return the day of the end that is taken back, or {@code null} */
    LocalDate reinstate() {
        LocalDate on = end == null ? null : end.on();
        end = null;
        return on;
    }

    void recognise(String body, Money amount, LocalDate on, LocalDate enteredOn) {
        recognitions.add(new Recognition(body, amount.amount(), on, enteredOn));
    }

    void withdrawRecognition(String body) {
        recognitions.removeIf(recognition -> recognition.body().equals(body));
    }

    void arrive(EntryId entry, Money amount, LocalDate on, LocalDate enteredOn) {
        arrived.put(entry, new Entry(amount.amount(), on, enteredOn));
    }

    void use(EntryId entry, Money amount, LocalDate on, LocalDate enteredOn) {
        used.put(entry, new Entry(amount.amount(), on, enteredOn));
    }

    SigningId id() {
        return id;
    }

    NegotiationId negotiationId() {
        return negotiationId;
    }

    Coded industry() {
        return industry;
    }

    boolean newlyIntroduced() {
        return newlyIntroduced;
    }

    LocalDate firstSignedOn() {
        return versions.getFirst().on();
    }

    /** @return the version in force on that day, whatever came of the agreement since, or {@code null} before it was signed */
    Version version(LocalDate day) {
        Version inForce = null;
        for (Version version : versions) {
            if (!version.on().isAfter(day)) {
                inForce = version;
            }
        }
        return inForce;
    }

    /** @return date of the signature that the version of that day goes back to */
    LocalDate signedOn(LocalDate day) {
        LocalDate on = null;
        for (Version version : versions) {
            if (version.signature() && !version.on().isAfter(day)) {
                on = version.on();
            }
        }
        return on;
    }

    AgreementState state(LocalDate day) {
        if (end != null && !end.on().isAfter(day)) {
            return end.state();
        }
        int inForce = 0;
        for (Version version : versions) {
            if (!version.on().isAfter(day)) {
                inForce = version.signature() ? 0 : inForce + 1;
            }
        }
        return inForce == 0 ? AgreementState.SIGNED : AgreementState.AMENDED;
    }

    /** Rescinded and terminated agreements count no longer; a fulfilled one does. */
    boolean counts(LocalDate day) {
        return end == null
                || end.state() == AgreementState.FULFILLED
                || end.on().isAfter(day);
    }

    boolean isFormal(LocalDate day) {
        Version version = version(day);
        return version != null && version.kind() == AgreementKind.FORMAL;
    }

    boolean isRecognised(LocalDate day) {
        return counts(day) && recognitions.stream().anyMatch(r -> !r.on().isAfter(day));
    }

    /** @param rules of whose counting the days are told as well */
    void dates(LocalDate since, CountingRules rules, Consumer<LocalDate> into) {
        BiConsumer<LocalDate, LocalDate> late = (day, enteredOn) -> {
            if (!day.isBefore(since)) {
                into.accept(day);
            }
            LocalDate counted = rules.countsOn(day, enteredOn);
            if (!counted.isBefore(since)) {
                into.accept(counted);
            }
        };
        versions.forEach(version -> late.accept(version.on(), version.enteredOn()));
        recognitions.forEach(recognition -> late.accept(recognition.on(), recognition.enteredOn()));
        arrived.values().forEach(entry -> late.accept(entry.on(), entry.enteredOn()));
        used.values().forEach(entry -> late.accept(entry.on(), entry.enteredOn()));
        if (end != null) {
            late.accept(end.on(), end.enteredOn());
        }
    }

    /** @return whether these rules count it on that day */
    boolean counts(LocalDate day, CountingRules rules) {
        return !counted(day, rules).isEmpty() && !lowered(day, rules);
    }

    private boolean lowered(LocalDate day, CountingRules rules) {
        return rules.ending() != Ending.NOT_LOWERED
                && end != null
                && end.state() != AgreementState.FULFILLED
                && !rules.countsOn(end.on(), end.enteredOn()).isAfter(day);
    }

    /** @return the versions that count up to that day, in order, each with the period that it belongs to */
    private List<Counted> counted(LocalDate day, CountingRules rules) {
        List<Counted> counted = new ArrayList<>(versions.size());
        LocalDate signed = null;
        LocalDate bookedOn = null;
        for (Version version : versions) {
            if (!rules.kinds().contains(version.kind())) {
                continue;
            }
            LocalDate on = rules.countsOn(version.on(), version.enteredOn());
            // A change that was entered in time does not count before a signature that was entered late.
            if (rules.lateAfterDays() != null && signed != null && on.isBefore(signed)) {
                on = signed;
            }
            if (version.signature()) {
                signed = on;
                bookedOn = rules.upgrade() == Upgrade.AT_FIRST_SIGNATURE
                        ? versions.getFirst().on()
                        : on;
            } else if (rules.amountChange() == AmountChange.NOT_COUNTED) {
                continue;
            }
            if (!on.isAfter(day)) {
                boolean itsOwn = !version.signature() && rules.amountChange() == AmountChange.DIFFERENCE_ON_ITS_DATE;
                counted.add(new Counted(version, itsOwn || bookedOn == null ? on : bookedOn));
            }
        }
        return counted;
    }

    /**
     * Adds what this agreement contributes to every figure on that day.
     *
     * @param stays what earlier agreements of the project left in the figures for good: the project has been counted, and of its
     *     money only the difference is new
     */
    void postings(LocalDate day, CountingRules rules, Map<Measure, Signed> stays, Postings into) {
        List<Counted> counted = counted(day, rules);
        Version signed = amounts(day, rules, counted, Version::total, Measure.SIGNED, Currency.CNY, stays, into);
        if (signed != null) {
            if (signed.onSite()) {
                amounts(day, rules, counted, Version::total, Measure.SIGNED_ON_SITE, Currency.CNY, stays, into);
            }
            if (newlyIntroduced) {
                amounts(day, rules, counted, Version::total, Measure.NEWLY_INTRODUCED, Currency.CNY, stays, into);
            }
        }
        amounts(day, rules, counted, Version::foreign, Measure.CONTRACTED_FOREIGN, Currency.USD, stays, into);
        recognition(day, rules, stays, into);
        entries(day, rules, arrived, Measure.ARRIVED, Currency.CNY, into);
        entries(day, rules, used, Measure.ACTUAL_FOREIGN, Currency.USD, into);
    }

    /** @return the signature, or {@code null} when there is none of that amount up to that day */
    private Version amounts(
            LocalDate day,
            CountingRules rules,
            List<Counted> counted,
            Function<Version, BigDecimal> amount,
            Measure measure,
            Currency currency,
            Map<Measure, Signed> stays,
            Postings into) {
        Version first = null;
        BigDecimal sum = BigDecimal.ZERO;
        List<Posting> added = new ArrayList<>(counted.size());
        for (Counted each : counted) {
            BigDecimal now = amount.apply(each.version());
            if (first == null && (now == null || measure == Measure.CONTRACTED_FOREIGN && now.signum() == 0)) {
                continue;
            }
            BigDecimal value = now == null ? BigDecimal.ZERO : now;
            added.add(new Posting(measure, each.bookedOn(), currency, first == null ? 1 : 0, value.subtract(sum)));
            sum = value;
            first = first == null ? each.version() : first;
        }
        if (first != null) {
            add(day, rules, added, sum, stays, into);
        }
        return first;
    }

    /** @param sum what the postings come to */
    private void add(
            LocalDate day,
            CountingRules rules,
            List<Posting> postings,
            BigDecimal sum,
            Map<Measure, Signed> stays,
            Postings into) {
        Posting first = postings.getFirst();
        Signed before = stays.get(first.measure());
        if (before != null) {
            again(rules, postings, before, into);
        } else {
            postings.forEach(into::add);
        }
        if (lowered(day, rules)) {
            lower(rules, postings, into);
        }
        if (rules.ending() == Ending.NOT_LOWERED
                && (before == null || rules.amountChange() != AmountChange.NOT_COUNTED)) {
            stays.put(first.measure(), new Signed(before == null ? first.bookedOn() : before.bookedOn(), sum));
        }
    }

    /** A project that signs again after it was counted for good: as a change of the amount that it was counted with. */
    private static void again(CountingRules rules, List<Posting> postings, Signed before, Postings into) {
        if (rules.amountChange() == AmountChange.NOT_COUNTED) {
            return;
        }
        BigDecimal known = before.amount();
        for (Posting posting : postings) {
            LocalDate on = rules.amountChange() == AmountChange.DIFFERENCE_ON_ITS_DATE
                    ? posting.bookedOn()
                    : before.bookedOn();
            into.add(new Posting(
                    posting.measure(),
                    on,
                    posting.currency(),
                    0,
                    posting.amount().subtract(known)));
            known = BigDecimal.ZERO;
        }
    }

    /** Takes back what was counted, in the period that the policy says. */
    private void lower(CountingRules rules, List<Posting> counted, Postings into) {
        LocalDate on = rules.countsOn(end.on(), end.enteredOn());
        counted.forEach(posting ->
                into.add(posting.takenBack(rules.ending() == Ending.IN_PERIOD_OF_SIGNATURE ? posting.bookedOn() : on)));
    }

    private void recognition(LocalDate day, CountingRules rules, Map<Measure, Signed> stays, Postings into) {
        recognitions.stream()
                .map(recognition -> new Posting(
                        Measure.RECOGNISED,
                        rules.countsOn(recognition.on(), recognition.enteredOn()),
                        Currency.CNY,
                        1,
                        recognition.amount()))
                .filter(posting -> !posting.bookedOn().isAfter(day))
                .min(Comparator.comparing(Posting::bookedOn))
                .ifPresent(first -> add(day, rules, List.of(first), first.amount(), stays, into));
    }

    private static void entries(
            LocalDate day,
            CountingRules rules,
            Map<EntryId, Entry> entries,
            Measure measure,
            Currency currency,
            Postings into) {
        for (Entry entry : entries.values()) {
            LocalDate on = rules.countsOn(entry.on(), entry.enteredOn());
            if (!on.isAfter(day) && entry.amount().signum() != 0) {
                into.add(new Posting(measure, on, currency, 0, entry.amount()));
            }
        }
    }

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }
}
