package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.signing.CommitmentCommand.AdvancePromise;
import dev.wuwei.crm.signing.CommitmentCommand.AssessCommitment;
import dev.wuwei.crm.signing.CommitmentCommand.CorrectPromisePayment;
import dev.wuwei.crm.signing.CommitmentCommand.OrderRectification;
import dev.wuwei.crm.signing.CommitmentCommand.PayPromise;
import dev.wuwei.crm.signing.CommitmentCommand.WaiveCommitment;
import dev.wuwei.crm.signing.CommitmentCommand.WithdrawAssessment;
import dev.wuwei.crm.signing.CommitmentCommand.WithdrawPromiseStep;
import dev.wuwei.crm.signing.CommitmentCommand.WithdrawRectification;
import dev.wuwei.crm.signing.CommitmentCommand.WithdrawWaiver;
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
import dev.wuwei.crm.signing.SigningEvent.AgreementAmended;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningEvent.AgreementUpgraded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was recorded by hand about the commitments of an agreement, and what may be. A clause that an amendment dropped can still
 * be judged: what was breached under it stays breached.
 */
final class CommitmentLedger {
    private record Assessed(String clause, LocalDate on, String event) {}

    private record Waived(LocalDate on, String event) {}

    private record Ordered(LocalDate on, LocalDate deadline, String event) {}

    private record Advanced(PromiseStep step, LocalDate on, String event) {}

    private record Paid(String clause, Money amount, LocalDate on, String event) {}

    private final Agreement agreement;
    private final Map<String, CompanyCommitment> commitments = new HashMap<>();
    private final Map<String, GovernmentCommitment> promises = new HashMap<>();
    private final Map<EntryId, Assessed> assessments = new HashMap<>();
    private final Map<String, Waived> waivers = new HashMap<>();
    private final Map<String, List<Ordered>> rectifications = new HashMap<>();
    private final Map<String, List<Advanced>> steps = new HashMap<>();
    private final Map<EntryId, Paid> payments = new HashMap<>();

    CommitmentLedger(Agreement agreement) {
        this.agreement = agreement;
    }

    CommitmentAssessed assess(AssessCommitment command, EventMeta meta) {
        agreement.requireOurs(meta);
        Violations found = new Violations();
        CompanyCommitment commitment = found.value(() -> commitment(command.clause()));
        found.check(() -> Checks.present(command.entryId(), "entryId"));
        found.when(assessments.containsKey(command.entryId()), SigningRule.ENTRY_ALREADY_RECORDED);
        LocalDate on = found.value(() -> agreement.happened(command.occurredOn(), meta));
        String actual = commitment == null ? null : found.value(() -> actual(commitment, command, found));
        String evidence = found.value(() -> Checks.required(command.evidence(), Checks.LINE, "evidence"));
        List<Attachment> attachments = found.value(() -> AgreementChecks.attachments(command.attachments()));
        found.throwIfAny();
        return new CommitmentAssessed(
                agreement.id(),
                agreement.projectId(),
                command.entryId(),
                commitment.clause(),
                actual,
                command.verdict(),
                evidence,
                attachments,
                on);
    }

    private static String actual(CompanyCommitment commitment, AssessCommitment command, Violations found) {
        if (commitment.metric().isDate()) {
            throw new RuleViolated(SigningRule.JUDGED_BY_MILESTONE);
        }
        if (commitment.metric() == Metric.OTHER) {
            found.check(() -> Checks.present(command.verdict(), "verdict"));
            return Checks.optional(command.actual(), Checks.LINE, "actual");
        }
        found.when(command.verdict() != null, SigningRule.VERDICT_FOLLOWS_FIGURE);
        String text = Checks.required(command.actual(), Checks.NAME, "actual");
        try {
            return AgreementChecks.figure(text, "actual").toPlainString();
        } catch (NumberFormatException e) {
            throw RuleViolated.at("actual", SigningRule.COMMITMENT_VALUE, commitment.metric());
        }
    }

    AssessmentWithdrawn withdraw(WithdrawAssessment command, EventMeta meta) {
        agreement.requireOurs(meta);
        Checks.reason(command.reason());
        Assessed standing = assessments.get(Checks.present(command.entryId(), "entryId"));
        if (standing == null) {
            throw new RuleViolated(SigningRule.UNKNOWN_ENTRY);
        }
        return new AssessmentWithdrawn(
                agreement.id(), agreement.projectId(), command.entryId(), standing.clause(), standing.on());
    }

    CommitmentWaived waive(WaiveCommitment command, EventMeta meta) {
        agreement.requireOurs(meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        CompanyCommitment commitment = found.value(() -> commitment(command.clause()));
        String document = found.value(() -> Checks.required(command.document(), Checks.LINE, "document"));
        List<Attachment> attachments = found.value(() -> AgreementChecks.attachments(command.attachments()));
        LocalDate on = found.value(() -> agreement.happened(command.occurredOn(), meta));
        if (commitment != null && waivers.containsKey(commitment.clause())) {
            found.add(
                    SigningRule.ALREADY_WAIVED, waivers.get(commitment.clause()).on());
        }
        found.throwIfAny();
        return new CommitmentWaived(
                agreement.id(), agreement.projectId(), commitment.clause(), document, attachments, on);
    }

    WaiverWithdrawn withdraw(WithdrawWaiver command, EventMeta meta) {
        agreement.requireOurs(meta);
        Checks.reason(command.reason());
        CompanyCommitment commitment = commitment(command.clause());
        Waived standing = waivers.get(commitment.clause());
        if (standing == null) {
            throw new RuleViolated(SigningRule.NOT_WAIVED);
        }
        return new WaiverWithdrawn(agreement.id(), agreement.projectId(), commitment.clause(), standing.on());
    }

    RectificationOrdered order(OrderRectification command, EventMeta meta) {
        agreement.requireOurs(meta);
        Violations found = new Violations();
        CompanyCommitment commitment = found.value(() -> commitment(command.clause()));
        String demand = found.value(() -> Checks.required(command.demand(), Checks.TEXT, "demand"));
        LocalDate on = found.value(() -> agreement.happened(command.occurredOn(), meta));
        LocalDate deadline = found.value(() -> Checks.plausible(command.deadline(), "deadline"));
        if (on != null && deadline != null && !deadline.isAfter(on)) {
            found.add(SigningRule.DEADLINE_BEFORE_ORDER, on);
        }
        List<Attachment> attachments = found.value(() -> AgreementChecks.attachments(command.attachments()));
        Ordered before = commitment == null ? null : last(rectifications, commitment.clause());
        if (before != null && on != null && on.isBefore(before.on())) {
            found.at("occurredOn", SharedRule.TOO_EARLY, before.on());
        }
        found.throwIfAny();
        return new RectificationOrdered(
                agreement.id(), agreement.projectId(), commitment.clause(), demand, deadline, attachments, on);
    }

    RectificationWithdrawn withdraw(WithdrawRectification command, EventMeta meta) {
        agreement.requireOurs(meta);
        Checks.reason(command.reason());
        CompanyCommitment commitment = commitment(command.clause());
        Ordered standing = last(rectifications, commitment.clause());
        if (standing == null) {
            throw new RuleViolated(SigningRule.NOT_ORDERED);
        }
        return new RectificationWithdrawn(agreement.id(), agreement.projectId(), commitment.clause(), standing.on());
    }

    PromiseAdvanced advance(AdvancePromise command, EventMeta meta) {
        agreement.requireOurs(meta);
        Violations found = new Violations();
        GovernmentCommitment promise = found.value(() -> promise(command.clause()));
        found.check(() -> Checks.present(command.step(), "step"));
        LocalDate on = found.value(() -> agreement.happened(command.occurredOn(), meta));
        boolean saysWhy = command.step() == PromiseStep.REFUSED || command.step() == PromiseStep.INVALIDATED;
        String note = found.value(() -> saysWhy
                ? Checks.required(command.note(), Checks.TEXT, "note")
                : Checks.optional(command.note(), Checks.TEXT, "note"));
        List<Attachment> attachments = found.value(() -> AgreementChecks.attachments(command.attachments()));
        if (promise != null && command.step() != null) {
            order(promise, command.step(), on, found);
        }
        found.throwIfAny();
        return new PromiseAdvanced(
                agreement.id(), agreement.projectId(), promise.clause(), command.step(), note, attachments, on);
    }

    /** An incentive goes through condition, claim and verification, and is honoured by paying it; the rest is simply done. */
    private void order(GovernmentCommitment promise, PromiseStep step, LocalDate on, Violations found) {
        Advanced before = last(steps, promise.clause());
        PromiseStep reached = before == null ? null : before.step();
        if (reached != null && (reached.isEnd() || step.compareTo(reached) <= 0)) {
            found.add(SigningRule.PROMISE_STEP_BACK, reached);
            return;
        }
        boolean money = promise.kind() == GovernmentCommitment.Kind.INCENTIVE;
        if (money && promise.amount() != null && step == PromiseStep.HONOURED) {
            found.add(SigningRule.HONOURED_BY_PAYING);
        } else if (money
                && (step == PromiseStep.VERIFIED && reached != PromiseStep.CLAIMED
                        || step == PromiseStep.HONOURED && reached != PromiseStep.VERIFIED)) {
            found.add(
                    SigningRule.PROMISE_STEP_MISSING,
                    step == PromiseStep.VERIFIED ? PromiseStep.CLAIMED : PromiseStep.VERIFIED);
        }
        if (before != null && on != null && on.isBefore(before.on())) {
            found.at("occurredOn", SharedRule.TOO_EARLY, before.on());
        }
    }

    PromiseStepWithdrawn withdraw(WithdrawPromiseStep command, EventMeta meta) {
        agreement.requireOurs(meta);
        Checks.reason(command.reason());
        GovernmentCommitment promise = promise(command.clause());
        Advanced standing = last(steps, promise.clause());
        if (standing == null) {
            throw new RuleViolated(SigningRule.NO_PROMISE_STEP);
        }
        if (standing.step() == PromiseStep.VERIFIED && !paid(promise.clause()).isZero()) {
            throw new RuleViolated(
                    SigningRule.ALREADY_PAID, paid(promise.clause()).amount());
        }
        return new PromiseStepWithdrawn(
                agreement.id(), agreement.projectId(), promise.clause(), standing.step(), standing.on());
    }

    PromisePaid pay(PayPromise command, EventMeta meta) {
        agreement.requireOurs(meta);
        Violations found = new Violations();
        GovernmentCommitment promise = found.value(() -> promise(command.clause()));
        found.check(() -> Checks.present(command.entryId(), "entryId"));
        found.when(payments.containsKey(command.entryId()), SigningRule.ENTRY_ALREADY_RECORDED);
        Money amount = found.value(() -> Checks.positive(command.amount(), Currency.CNY, "amount"));
        LocalDate on = found.value(() -> agreement.happened(command.occurredOn(), meta));
        if (on != null && Math.abs(command.budgetYear() - on.getYear()) > 1) {
            found.add(SigningRule.BUDGET_YEAR, on.getYear() - 1, on.getYear() + 1);
        }
        String proof = found.value(() -> Checks.required(command.proof(), Checks.LINE, "proof"));
        List<Attachment> attachments = found.value(() -> AgreementChecks.attachments(command.attachments()));
        if (promise != null) {
            payable(promise, on, found);
            if (amount != null) {
                within(promise, paid(promise.clause()).plus(amount), found);
            }
        }
        found.throwIfAny();
        return new PromisePaid(
                agreement.id(),
                agreement.projectId(),
                command.entryId(),
                promise.clause(),
                amount,
                command.budgetYear(),
                proof,
                attachments,
                on);
    }

    private void payable(GovernmentCommitment promise, LocalDate on, Violations found) {
        Advanced before = last(steps, promise.clause());
        if (promise.kind() != GovernmentCommitment.Kind.INCENTIVE) {
            found.add(SigningRule.AMOUNT_ONLY_FOR_INCENTIVES);
        } else if (before == null || before.step() != PromiseStep.VERIFIED) {
            found.add(SigningRule.PROMISE_STEP_MISSING, PromiseStep.VERIFIED);
        } else if (on != null && on.isBefore(before.on())) {
            found.at("occurredOn", SharedRule.TOO_EARLY, before.on());
        }
    }

    private static void within(GovernmentCommitment promise, Money paid, Violations found) {
        if (promise.amount() != null && paid.compareTo(promise.amount()) > 0) {
            found.at("amount", SigningRule.PAID_ABOVE_PROMISE, promise.amount().amount());
        }
    }

    PromisePaymentCorrected correct(CorrectPromisePayment command, EventMeta meta) {
        agreement.requireOurs(meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        Money amount = found.value(() -> Checks.in(Checks.amount(command.amount(), "amount"), Currency.CNY, "amount"));
        Paid standing = payments.get(command.entryId());
        if (standing == null) {
            found.add(SigningRule.UNKNOWN_ENTRY);
        } else if (amount != null) {
            found.when(amount.equals(standing.amount()), SigningRule.NOTHING_CHANGED);
            within(
                    promises.get(standing.clause()),
                    paid(standing.clause()).minus(standing.amount()).plus(amount),
                    found);
        }
        found.throwIfAny();
        return new PromisePaymentCorrected(
                agreement.id(),
                agreement.projectId(),
                command.entryId(),
                standing.clause(),
                amount,
                standing.amount(),
                standing.on());
    }

    private CompanyCommitment commitment(String clause) {
        return known(commitments, clause);
    }

    private GovernmentCommitment promise(String clause) {
        return known(promises, clause);
    }

    private static <T> T known(Map<String, T> clauses, String clause) {
        T found = clauses.get(Checks.required(clause, Checks.NAME, "clause"));
        if (found == null) {
            throw new RuleViolated(SigningRule.UNKNOWN_CLAUSE);
        }
        return found;
    }

    private Money paid(String clause) {
        return payments.values().stream()
                .filter(payment -> payment.clause().equals(clause))
                .map(Paid::amount)
                .reduce(Money.zero(Currency.CNY), Money::plus);
    }

    private static <T> T last(Map<String, List<T>> entries, String clause) {
        List<T> of = entries.get(clause);
        return of == null || of.isEmpty() ? null : of.getLast();
    }

    String assessmentEvent(EntryId entry) {
        return assessments.get(entry).event();
    }

    String waiverEvent(String clause) {
        return waivers.get(clause).event();
    }

    String rectificationEvent(String clause) {
        return rectifications.get(clause).getLast().event();
    }

    String stepEvent(String clause) {
        return steps.get(clause).getLast().event();
    }

    String paymentEvent(EntryId entry) {
        return payments.get(entry).event();
    }

    void evolve(SigningEvent event) {
        switch (event) {
            case AgreementSigned e -> clauses(e.terms());
            case AgreementUpgraded e -> clauses(e.terms());
            case AgreementAmended e -> clauses(e.terms());
            default -> {}
        }
    }

    void evolve(CommitmentEvent event, String eventId) {
        switch (event) {
            case CommitmentAssessed e ->
                assessments.put(e.entryId(), new Assessed(e.clause(), e.occurredOn(), eventId));
            case AssessmentWithdrawn e -> assessments.remove(e.entryId());
            case CommitmentWaived e -> waivers.put(e.clause(), new Waived(e.occurredOn(), eventId));
            case WaiverWithdrawn e -> waivers.remove(e.clause());
            case RectificationOrdered e ->
                rectifications
                        .computeIfAbsent(e.clause(), clause -> new ArrayList<>())
                        .addLast(new Ordered(e.occurredOn(), e.deadline(), eventId));
            case RectificationWithdrawn e -> rectifications.get(e.clause()).removeLast();
            case PromiseAdvanced e ->
                steps.computeIfAbsent(e.clause(), clause -> new ArrayList<>())
                        .addLast(new Advanced(e.step(), e.occurredOn(), eventId));
            case PromiseStepWithdrawn e -> steps.get(e.clause()).removeLast();
            case PromisePaid e -> payments.put(e.entryId(), new Paid(e.clause(), e.amount(), e.occurredOn(), eventId));
            case PromisePaymentCorrected e ->
                payments.put(e.entryId(), new Paid(e.clause(), e.amount(), e.occurredOn(), eventId));
        }
    }

    private void clauses(AgreementTerms terms) {
        terms.companyCommitments().forEach(commitment -> commitments.put(commitment.clause(), commitment));
        terms.governmentCommitments().forEach(promise -> promises.put(promise.clause(), promise));
    }
}
