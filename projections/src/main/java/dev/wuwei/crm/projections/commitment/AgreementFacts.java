package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CommitmentEvent;
import dev.wuwei.crm.signing.CommitmentEvent.AssessmentWithdrawn;
import dev.wuwei.crm.signing.CommitmentEvent.CommitmentAssessed;
import dev.wuwei.crm.signing.CommitmentEvent.CommitmentWaived;
import dev.wuwei.crm.signing.CommitmentEvent.PromiseAdvanced;
import dev.wuwei.crm.signing.CommitmentEvent.PromisePaid;
import dev.wuwei.crm.signing.CommitmentEvent.PromisePaymentCorrected;
import dev.wuwei.crm.signing.CommitmentEvent.PromiseStepWithdrawn;
import dev.wuwei.crm.signing.CommitmentEvent.RectificationOrdered;
import dev.wuwei.crm.signing.CommitmentEvent.RectificationWithdrawn;
import dev.wuwei.crm.signing.CommitmentEvent.WaiverWithdrawn;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.PromiseStep;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.signing.SigningEvent.AgreementAmended;
import dev.wuwei.crm.signing.SigningEvent.AgreementCorrected;
import dev.wuwei.crm.signing.SigningEvent.AgreementFulfilled;
import dev.wuwei.crm.signing.SigningEvent.AgreementReinstated;
import dev.wuwei.crm.signing.SigningEvent.AgreementRescinded;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningEvent.AgreementTerminated;
import dev.wuwei.crm.signing.SigningEvent.AgreementUpgraded;
import dev.wuwei.crm.signing.SigningEvent.CapitalDecreased;
import dev.wuwei.crm.signing.SigningEvent.CapitalIncreased;
import dev.wuwei.crm.signing.SigningId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is known of one agreement: its versions, its end, and what was recorded by hand about its commitments. */
final class AgreementFacts {
    /** @param signature a signature of its own, not a later change of it */
    record Version(int number, LocalDate on, AgreementTerms terms, boolean signature) {}

    private final SigningId id;
    private final List<Version> versions = new ArrayList<>(1);
    private final Map<EntryId, CommitmentAssessed> assessments = new LinkedHashMap<>();
    private final Map<String, CommitmentWaived> waivers = new LinkedHashMap<>();
    private final Map<String, List<RectificationOrdered>> orders = new LinkedHashMap<>();
    private final Map<String, List<PromiseAdvanced>> steps = new LinkedHashMap<>();
    private final Map<EntryId, PromisePaid> payments = new LinkedHashMap<>();
    private LocalDate endedOn;

    AgreementFacts(SigningId id) {
        this.id = id;
    }

    /** @return whether it says anything about a commitment */
    static boolean concern(SigningEvent event) {
        return switch (event) {
            case AgreementSigned e -> true;
            case AgreementUpgraded e -> true;
            case AgreementAmended e -> true;
            case CapitalIncreased e -> true;
            case CapitalDecreased e -> true;
            case AgreementCorrected e -> true;
            case AgreementRescinded e -> true;
            case AgreementTerminated e -> true;
            case AgreementFulfilled e -> true;
            case AgreementReinstated e -> true;
            default -> false;
        };
    }

    void know(SigningEvent event) {
        switch (event) {
            case AgreementSigned e -> versions.add(new Version(1, e.occurredOn(), e.terms(), true));
            case AgreementUpgraded e -> versions.add(new Version(e.version(), e.occurredOn(), e.terms(), true));
            case AgreementAmended e -> versions.add(new Version(e.version(), e.occurredOn(), e.terms(), false));
            case CapitalIncreased e ->
                versions.add(new Version(
                        e.version(), e.occurredOn(), versions.getLast().terms(), false));
            case CapitalDecreased e ->
                versions.add(new Version(
                        e.version(), e.occurredOn(), versions.getLast().terms(), false));
            case AgreementCorrected e -> signedOn(e.signedOn());
            case AgreementRescinded e -> endedOn = e.occurredOn();
            case AgreementTerminated e -> endedOn = e.occurredOn();
            case AgreementFulfilled e -> endedOn = e.occurredOn();
            case AgreementReinstated e -> endedOn = null;
            default -> {}
        }
    }

    private void signedOn(LocalDate day) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            Version version = versions.get(i);
            if (version.signature()) {
                versions.set(i, new Version(version.number(), day, version.terms(), true));
                return;
            }
        }
    }

    void know(CommitmentEvent event) {
        switch (event) {
            case CommitmentAssessed e -> assessments.put(e.entryId(), e);
            case AssessmentWithdrawn e -> assessments.remove(e.entryId());
            case CommitmentWaived e -> waivers.put(e.clause(), e);
            case WaiverWithdrawn e -> waivers.remove(e.clause());
            case RectificationOrdered e ->
                orders.computeIfAbsent(e.clause(), clause -> new ArrayList<>()).add(e);
            case RectificationWithdrawn e -> orders.get(e.clause()).removeLast();
            case PromiseAdvanced e ->
                steps.computeIfAbsent(e.clause(), clause -> new ArrayList<>()).add(e);
            case PromiseStepWithdrawn e -> steps.get(e.clause()).removeLast();
            case PromisePaid e -> payments.put(e.entryId(), e);
            case PromisePaymentCorrected e ->
                payments.computeIfPresent(
                        e.entryId(),
                        (entry, paid) -> new PromisePaid(
                                paid.signingId(),
                                paid.projectId(),
                                entry,
                                paid.clause(),
                                e.amount(),
                                paid.budgetYear(),
                                paid.proof(),
                                paid.attachments(),
                                paid.occurredOn()));
        }
    }

    SigningId id() {
        return id;
    }

    List<Version> versions() {
        return versions;
    }

    /** @return the number of the version in force on that day; the first one's before it */
    int inForce(LocalDate day) {
        return versions.reversed().stream()
                .filter(version -> !version.on().isAfter(day))
                .findFirst()
                .orElse(versions.getFirst())
                .number();
    }

    /** @return date of the signature that the version of that day goes back to */
    LocalDate signedOn(LocalDate day, LocalDate otherwise) {
        return versions.reversed().stream()
                .filter(version -> version.signature() && !version.on().isAfter(day))
                .map(Version::on)
                .findFirst()
                .orElse(otherwise);
    }

    LocalDate endedOn() {
        return endedOn;
    }

    /** @return up to that day, the earliest first */
    List<CommitmentAssessed> assessed(String clause, LocalDate day) {
        return assessments.values().stream()
                .filter(found ->
                        found.clause().equals(clause) && !found.occurredOn().isAfter(day))
                .sorted(Comparator.comparing(CommitmentAssessed::occurredOn))
                .toList();
    }

    boolean waived(String clause, LocalDate day) {
        CommitmentWaived waiver = waivers.get(clause);
        return waiver != null && !waiver.occurredOn().isAfter(day);
    }

    /** @return the last order up to that day, or {@code null} */
    RectificationOrdered ordered(String clause, LocalDate day) {
        return orders.getOrDefault(clause, List.of()).reversed().stream()
                .filter(order -> !order.occurredOn().isAfter(day))
                .findFirst()
                .orElse(null);
    }

    /** @return up to that day, the earliest first */
    List<PromiseAdvanced> steps(String clause, LocalDate day) {
        return steps.getOrDefault(clause, List.of()).stream()
                .filter(step -> !step.occurredOn().isAfter(day))
                .toList();
    }

    /** @return payments up to that day, the earliest first */
    List<PromisePaid> payments(String clause, LocalDate day) {
        return payments.values().stream()
                .filter(paid -> paid.clause().equals(clause)
                        && !paid.occurredOn().isAfter(day)
                        && !paid.amount().isZero())
                .sorted(Comparator.comparing(PromisePaid::occurredOn))
                .toList();
    }

    static Money sum(List<PromisePaid> payments) {
        return payments.stream().map(PromisePaid::amount).reduce(Money.zero(Currency.CNY), Money::plus);
    }

    /** @return every day on which anything about this clause happened */
    Stream<LocalDate> days(String clause) {
        return Stream.of(
                        assessments.values().stream()
                                .filter(found -> found.clause().equals(clause))
                                .map(CommitmentAssessed::occurredOn),
                        Stream.ofNullable(waivers.get(clause)).map(CommitmentWaived::occurredOn),
                        orders.getOrDefault(clause, List.of()).stream()
                                .flatMap(order -> Stream.of(
                                        order.occurredOn(), order.deadline().plusDays(1))),
                        steps.getOrDefault(clause, List.of()).stream().map(PromiseAdvanced::occurredOn),
                        payments.values().stream()
                                .filter(paid -> paid.clause().equals(clause))
                                .map(PromisePaid::occurredOn),
                        versions.stream().map(Version::on),
                        Stream.ofNullable(endedOn))
                .flatMap(days -> days);
    }

    /** @return all that stands up to that day, the earliest first */
    List<CommitmentRecord> records(LocalDate day) {
        return Stream.of(
                        assessments.values().stream().map(this::record),
                        waivers.values().stream().map(this::record),
                        orders.values().stream().flatMap(List::stream).map(this::record),
                        steps.values().stream().flatMap(List::stream).map(this::record),
                        payments.values().stream()
                                .filter(paid -> !paid.amount().isZero())
                                .map(this::record))
                .flatMap(records -> records)
                .filter(record -> !record.on().isAfter(day))
                .sorted(Comparator.comparing(CommitmentRecord::on))
                .toList();
    }

    private CommitmentRecord record(CommitmentAssessed e) {
        return new CommitmentRecord(
                CommitmentRecord.Kind.ASSESSMENT,
                id,
                e.clause(),
                e.occurredOn(),
                e.entryId(),
                e.evidence(),
                e.actual(),
                e.verdict(),
                null,
                null,
                null,
                0,
                e.attachments());
    }

    private CommitmentRecord record(CommitmentWaived e) {
        return plain(
                CommitmentRecord.Kind.WAIVER, e.clause(), e.occurredOn(), e.document(), null, null, e.attachments());
    }

    private CommitmentRecord record(RectificationOrdered e) {
        return plain(
                CommitmentRecord.Kind.RECTIFICATION,
                e.clause(),
                e.occurredOn(),
                e.demand(),
                null,
                e.deadline(),
                e.attachments());
    }

    private CommitmentRecord record(PromiseAdvanced e) {
        return plain(CommitmentRecord.Kind.STEP, e.clause(), e.occurredOn(), e.note(), e.step(), null, e.attachments());
    }

    private CommitmentRecord plain(
            CommitmentRecord.Kind kind,
            String clause,
            LocalDate on,
            String text,
            PromiseStep step,
            LocalDate deadline,
            List<Attachment> attachments) {
        return new CommitmentRecord(kind, id, clause, on, null, text, null, null, step, deadline, null, 0, attachments);
    }

    private CommitmentRecord record(PromisePaid e) {
        return new CommitmentRecord(
                CommitmentRecord.Kind.PAYMENT,
                id,
                e.clause(),
                e.occurredOn(),
                e.entryId(),
                e.proof(),
                null,
                null,
                null,
                null,
                e.amount(),
                e.budgetYear(),
                e.attachments());
    }
}
