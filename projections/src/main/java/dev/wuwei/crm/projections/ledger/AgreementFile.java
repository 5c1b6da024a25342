package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All that is known of one agreement: its versions with their dates, its end, its recognitions, the money that came. A correction
 * changes the version or entry that was wrong, so it falls back into that one's period by itself.
 */
final class AgreementFile {
    /** @param signature a signature of its own (version 1 or an upgrade), not a later change of it */
    record Version(
            LocalDate on,
            AgreementKind kind,
            BigDecimal total,
            BigDecimal foreign,
            BigDecimal landMu,
            boolean onSite,
            String contractNo,
            boolean signature) {}

    private record End(AgreementState state, LocalDate on) {}

    private record Recognition(String body, BigDecimal amount, LocalDate on) {}

    private record Entry(BigDecimal amount, LocalDate on) {}

    private final SigningId id;
    private final NegotiationId negotiationId;
    private final List<Version> versions = new ArrayList<>(1);
    private final List<Recognition> recognitions = new ArrayList<>(0);
    private final Map<EntryId, Entry> arrived = new LinkedHashMap<>(0);
    private final Map<EntryId, Entry> used = new LinkedHashMap<>(0);
    private Coded industry;
    private boolean newlyIntroduced;
    private End end;

    AgreementFile(AgreementSigned signed) {
        id = signed.signingId();
        negotiationId = signed.negotiationId();
        industry = signed.industry();
        newlyIntroduced = signed.newlyIntroduced();
        versions.add(new Version(
                signed.occurredOn(),
                signed.kind(),
                amount(signed.terms().totalInvestment()),
                amount(signed.terms().foreignCapital()),
                signed.terms().land() == null ? null : signed.terms().land().inMu(),
                signed.signedOnSite(),
                signed.contractNo(),
                true));
    }

    void upgrade(AgreementUpgraded e) {
        versions.add(new Version(
                e.occurredOn(),
                e.kind(),
                amount(e.terms().totalInvestment()),
                amount(e.terms().foreignCapital()),
                e.terms().land() == null ? null : e.terms().land().inMu(),
                e.signedOnSite(),
                e.contractNo(),
                true));
    }

    void amend(AgreementAmended e) {
        Version last = versions.getLast();
        versions.add(new Version(
                e.occurredOn(),
                last.kind(),
                amount(e.terms().totalInvestment()),
                amount(e.terms().foreignCapital()),
                e.terms().land() == null ? last.landMu() : e.terms().land().inMu(),
                last.onSite(),
                last.contractNo(),
                false));
    }

    void changeTotal(LocalDate on, Money total) {
        Version last = versions.getLast();
        versions.add(new Version(
                on,
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

    void end(AgreementState state, LocalDate on) {
        end = new End(state, on);
    }

    /** @return the day of the end that is taken back, or {@code null} */
    LocalDate reinstate() {
        LocalDate on = end == null ? null : end.on();
        end = null;
        return on;
    }

    void recognise(String body, Money amount, LocalDate on) {
        recognitions.add(new Recognition(body, amount.amount(), on));
    }

    void withdrawRecognition(String body) {
        recognitions.removeIf(recognition -> recognition.body().equals(body));
    }

    void arrive(EntryId entry, Money amount, LocalDate on) {
        arrived.put(entry, new Entry(amount.amount(), on));
    }

    void use(EntryId entry, Money amount, LocalDate on) {
        used.put(entry, new Entry(amount.amount(), on));
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

    void dates(LocalDate since, Consumer<LocalDate> into) {
        Consumer<LocalDate> late = day -> {
            if (!day.isBefore(since)) {
                into.accept(day);
            }
        };
        versions.forEach(version -> late.accept(version.on()));
        recognitions.forEach(recognition -> late.accept(recognition.on()));
        arrived.values().forEach(entry -> late.accept(entry.on()));
        used.values().forEach(entry -> late.accept(entry.on()));
        if (end != null) {
            late.accept(end.on());
        }
    }

    /** Adds what this agreement contributes to every figure on that day. */
    void postings(LocalDate day, Postings into) {
        Version signed = amounts(day, Version::total, Measure.SIGNED, Currency.CNY, into);
        if (signed != null) {
            if (signed.onSite()) {
                amounts(day, Version::total, Measure.SIGNED_ON_SITE, Currency.CNY, into);
            }
            if (newlyIntroduced) {
                amounts(day, Version::total, Measure.NEWLY_INTRODUCED, Currency.CNY, into);
            }
        }
        amounts(day, Version::foreign, Measure.CONTRACTED_FOREIGN, Currency.USD, into);
        recognition(day, into);
        entries(day, arrived, Measure.ARRIVED, Currency.CNY, into);
        entries(day, used, Measure.ACTUAL_FOREIGN, Currency.USD, into);
    }

    /** @return the formal signature, or {@code null} when there is none of that amount up to that day */
    private Version amounts(
            LocalDate day, Function<Version, BigDecimal> amount, Measure measure, Currency currency, Postings into) {
        Version first = null;
        BigDecimal sum = BigDecimal.ZERO;
        for (Version version : versions) {
            if (version.on().isAfter(day) || version.kind() != AgreementKind.FORMAL) {
                continue;
            }
            BigDecimal now = amount.apply(version);
            if (first == null && (now == null || measure == Measure.CONTRACTED_FOREIGN && now.signum() == 0)) {
                continue;
            }
            BigDecimal value = now == null ? BigDecimal.ZERO : now;
            into.add(measure, version.on(), currency, first == null ? 1 : 0, value.subtract(sum));
            sum = value;
            first = first == null ? version : first;
        }
        if (first != null && !counts(day)) {
            into.add(measure, end.on(), currency, -1, sum.negate());
        }
        return first;
    }

    private void recognition(LocalDate day, Postings into) {
        recognitions.stream()
                .filter(recognition -> !recognition.on().isAfter(day))
                .min((one, other) -> one.on().compareTo(other.on()))
                .ifPresent(first -> {
                    into.add(Measure.RECOGNISED, first.on(), Currency.CNY, 1, first.amount());
                    if (!counts(day)) {
                        into.add(
                                Measure.RECOGNISED,
                                end.on(),
                                Currency.CNY,
                                -1,
                                first.amount().negate());
                    }
                });
    }

    private static void entries(
            LocalDate day, Map<EntryId, Entry> entries, Measure measure, Currency currency, Postings into) {
        for (Entry entry : entries.values()) {
            if (!entry.on().isAfter(day) && entry.amount().signum() != 0) {
                into.add(measure, entry.on(), currency, 0, entry.amount());
            }
        }
    }

    BigDecimal total(LocalDate day) {
        Version version = version(day);
        return version == null ? null : version.total();
    }

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }
}
