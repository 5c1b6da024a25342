package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.negotiation.NegotiationCommand.AdvanceStage;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReopenNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.ResumeNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReturnToStage;
import dev.wuwei.crm.negotiation.NegotiationCommand.ShelveNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.TerminateNegotiation;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewWithdrawn;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationReopened;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationResumed;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationShelved;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationTerminated;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageAdvanced;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageReturned;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Stage and status: forward, back, aside, out, and in again. */
final class Steps {
    private Steps() {}

    static List<Decided> advance(NegotiationState state, AdvanceStage command, EventMeta meta) {
        Guards.active(state);
        Violations violations = new Violations();
        violations.check(() -> Checks.present(command.to(), "to"));
        violations.check(() -> Guards.step(state, command.occurredOn(), meta));
        violations.throwIfAny();
        boolean byHand = switch (command.to()) {
            case FIRST_CONTACT, MUTUAL_VISIT, IN_DEPTH, TERMS -> true;
            case READY_TO_SIGN -> state.review() == null && state.isApproved(command.occurredOn());
            case IN_REVIEW, SIGNED -> false;
        };
        if (!byHand) {
            throw new RuleViolated(NegotiationRule.STAGE_NOT_SET_BY_HAND, command.to());
        }
        if (command.to().compareTo(state.stage()) <= 0) {
            throw new RuleViolated(NegotiationRule.STAGE_NOT_AHEAD, state.stage());
        }
        return List.of(Decided.of(advanced(state, command.to(), command.occurredOn())));
    }

    static List<Decided> goBack(NegotiationState state, ReturnToStage command, EventMeta meta) {
        Guards.active(state);
        Violations violations = new Violations();
        violations.check(() -> Checks.present(command.to(), "to"));
        violations.check(() -> Checks.reason(command.reason()));
        violations.check(() -> Guards.step(state, command.occurredOn(), meta));
        violations.throwIfAny();
        if (command.to().compareTo(state.stage()) >= 0) {
            throw new RuleViolated(NegotiationRule.STAGE_NOT_BEHIND, state.stage());
        }
        if (command.to().compareTo(NegotiationStage.TERMS) > 0) {
            throw new RuleViolated(NegotiationRule.STAGE_NOT_SET_BY_HAND, command.to());
        }
        List<Decided> decided = withdrawReview(state, command.occurredOn());
        decided.add(Decided.of(returned(state, command.to(), command.occurredOn())));
        return decided;
    }

    static List<Decided> shelve(NegotiationState state, ShelveNegotiation command, EventMeta meta) {
        Guards.active(state);
        Violations violations = new Violations();
        violations.check(() -> Checks.reason(command.reason()));
        violations.check(() -> Guards.step(state, command.occurredOn(), meta));
        violations.check(() -> Checks.plausible(command.lookAgainOn(), "lookAgainOn"));
        violations.throwIfAny();
        if (!command.lookAgainOn().isAfter(command.occurredOn())) {
            throw new RuleViolated(NegotiationRule.LOOK_AGAIN_NOT_AHEAD);
        }
        return List.of(Decided.of(
                new NegotiationShelved(state.id(), state.projectId(), command.lookAgainOn(), command.occurredOn())));
    }

    static List<Decided> resume(NegotiationState state, ResumeNegotiation command, EventMeta meta) {
        if (state.status() != NegotiationStatus.SHELVED) {
            throw new RuleViolated(NegotiationRule.NOT_SHELVED);
        }
        Guards.step(state, command.occurredOn(), meta);
        return List.of(
                Decided.of(new NegotiationResumed(state.id(), state.projectId(), state.stage(), command.occurredOn())));
    }

    static List<Decided> terminate(
            NegotiationState state, TerminateNegotiation command, Dictionaries dictionaries, EventMeta meta) {
        Guards.in(state, NegotiationStatus.ACTIVE, NegotiationStatus.SHELVED);
        Violations violations = new Violations();
        Coded cause = violations.value(
                () -> dictionaries.require(DictionaryKind.TERMINATION_REASON, command.reasonCode(), "reasonCode"));
        violations.check(() -> Checks.reason(command.reason()));
        violations.check(() -> Guards.step(state, command.occurredOn(), meta));
        violations.throwIfAny();
        List<Decided> decided = withdrawReview(state, command.occurredOn());
        decided.add(Decided.of(new NegotiationTerminated(state.id(), state.projectId(), cause, command.occurredOn())));
        return decided;
    }

    static List<Decided> reopen(NegotiationState state, ReopenNegotiation command, EventMeta meta) {
        boolean over = state.status() == NegotiationStatus.TERMINATED
                || (state.status() == NegotiationStatus.SIGNED && !state.hasAgreementInForce());
        if (!over) {
            throw new RuleViolated(NegotiationRule.NOT_TERMINATED);
        }
        Violations violations = new Violations();
        violations.check(() -> Checks.reason(command.reason()));
        violations.check(() -> Guards.step(state, command.occurredOn(), meta));
        violations.throwIfAny();
        if (!state.hasAgreementInForce() && state.agreement() != null) {
            LocalDate ended = state.agreement().endedOn();
            Checks.notBefore(command.occurredOn(), ended, "occurredOn");
        }
        return List.of(Decided.of(new NegotiationReopened(
                state.id(),
                state.projectId(),
                stageAfterReopening(state, command.occurredOn()),
                command.occurredOn())));
    }

    /** The stage it had; but a review that was broken off starts anew, and only a valid approval is ready to sign. */
    private static NegotiationStage stageAfterReopening(NegotiationState state, LocalDate on) {
        return switch (state.stage()) {
            case FIRST_CONTACT, MUTUAL_VISIT, IN_DEPTH, TERMS -> state.stage();
            case IN_REVIEW -> NegotiationStage.TERMS;
            case READY_TO_SIGN, SIGNED ->
                state.isApproved(on) ? NegotiationStage.READY_TO_SIGN : NegotiationStage.TERMS;
        };
    }

    private static List<Decided> withdrawReview(NegotiationState state, LocalDate on) {
        List<Decided> decided = new ArrayList<>();
        if (state.review() != null) {
            decided.add(Decided.of(new AdmissionReviewWithdrawn(
                    state.id(), state.projectId(), state.review().id(), on)));
        }
        return decided;
    }

    static StageAdvanced advanced(NegotiationState state, NegotiationStage to, LocalDate on) {
        return new StageAdvanced(state.id(), state.projectId(), state.stage(), to, state.notBeforeLastStep(on));
    }

    static StageReturned returned(NegotiationState state, NegotiationStage to, LocalDate on) {
        return new StageReturned(state.id(), state.projectId(), state.stage(), to, state.notBeforeLastStep(on));
    }
}
