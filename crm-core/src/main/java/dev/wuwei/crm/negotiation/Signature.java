package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.negotiation.NegotiationEvent.AgreementEnded;
import dev.wuwei.crm.negotiation.NegotiationEvent.AgreementRestored;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationSigned;
import dev.wuwei.crm.negotiation.NegotiationEvent.PreliminaryAgreementSigned;
import dev.wuwei.crm.negotiation.NegotiationState.Agreement;
import dev.wuwei.crm.negotiation.NegotiationState.Approval;
import dev.wuwei.crm.negotiation.NegotiationState.FairCompetition;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.signing.SigningId;
import java.time.LocalDate;
import java.util.List;

/**
 * The guard before signing. A framework or formal agreement needs an admission approval of the terms on the table that covers the
 * signing date; a letter of intent binds nobody and needs none. A preferential clause needs a fair-competition review that it
 * passed, whatever paper it stands in. Only a formal agreement ends the negotiation.
 */
final class Signature {
    private Signature() {}

    /** What a signature rests on. @param conditions of the approval; each becomes a commitment of the company */
    record Permit(List<String> conditions) {}

    static Permit permit(NegotiationState state, SignAgreement command, EventMeta meta) {
        if (state.hasAgreementInForce()) {
            throw new RuleViolated(NegotiationRule.ALREADY_SIGNED);
        }
        return permit(state, command.kind(), command.terms(), command.occurredOn(), meta);
    }

    static Permit permit(NegotiationState state, UpgradeAgreement command, EventMeta meta) {
        inForce(state, command.signingId());
        return permit(state, command.kind(), command.terms(), command.occurredOn(), meta);
    }

    private static Permit permit(
            NegotiationState state, AgreementKind kind, AgreementTerms terms, LocalDate signedOn, EventMeta meta) {
        Guards.active(state);
        Violations violations = new Violations();
        violations.check(() -> Checks.present(kind, "kind"));
        violations.check(() -> Guards.happened(state, signedOn, meta));
        violations.throwIfAny();
        boolean binding = kind != AgreementKind.LETTER_OF_INTENT;
        if (binding) {
            violations.when(state.review() != null, NegotiationRule.REVIEW_ALREADY_OPEN);
            violations.check(() -> approved(state, signedOn));
        }
        if (promisesIncentive(terms) || (binding && !state.preferentialClauses().isEmpty())) {
            violations.check(() -> fairCompetitionPassed(state, signedOn));
        }
        violations.throwIfAny();
        return new Permit(binding ? state.approval().conditions() : List.of());
    }

    private static void approved(NegotiationState state, LocalDate signedOn) {
        Approval approval = state.approval();
        if (approval == null || signedOn.isBefore(approval.decidedOn())) {
            throw new RuleViolated(NegotiationRule.NO_VALID_APPROVAL);
        }
        if (approval.termsVersion() != state.termsVersion()) {
            throw new RuleViolated(
                    NegotiationRule.TERMS_CHANGED_SINCE_APPROVAL, approval.termsVersion(), state.termsVersion());
        }
        if (!approval.covers(signedOn)) {
            throw new RuleViolated(NegotiationRule.APPROVAL_EXPIRED, approval.expiresOn());
        }
    }

    /** The review must be of the very clauses on the table; a revision that leaves them alone leaves it valid. */
    private static void fairCompetitionPassed(NegotiationState state, LocalDate signedOn) {
        FairCompetition review = state.fairCompetition();
        if (review == null
                || !review.clauses().equals(state.preferentialClauses())
                || review.reviewedOn().isAfter(signedOn)) {
            throw new RuleViolated(NegotiationRule.FAIR_COMPETITION_MISSING);
        }
        if (!review.passed()) {
            throw new RuleViolated(NegotiationRule.FAIR_COMPETITION_FAILED);
        }
    }

    private static boolean promisesIncentive(AgreementTerms terms) {
        return terms != null
                && terms.governmentCommitments() != null
                && terms.governmentCommitments().stream()
                        .anyMatch(commitment ->
                                commitment != null && commitment.kind() == GovernmentCommitment.Kind.INCENTIVE);
    }

    static List<Decided> signed(NegotiationState state, SigningId signingId, AgreementKind kind, LocalDate signedOn) {
        if (kind != AgreementKind.FORMAL) {
            return List.of(Decided.of(
                    new PreliminaryAgreementSigned(state.id(), state.projectId(), signingId, kind, signedOn)));
        }
        return List.of(
                Decided.of(new NegotiationSigned(state.id(), state.projectId(), signingId, signedOn)),
                Decided.of(Steps.advanced(state, NegotiationStage.SIGNED, signedOn)));
    }

    /** What was signed under an approval stays within its days; a letter of intent was signed under none. */
    static void dateCorrected(NegotiationState state, SigningId signingId, LocalDate signedOn) {
        Approval approval = state.signedUnder(signingId);
        if (approval == null || approval.covers(signedOn)) {
            return;
        }
        throw signedOn.isBefore(approval.decidedOn())
                ? RuleViolated.at("signedOn", NegotiationRule.NO_VALID_APPROVAL)
                : RuleViolated.at("signedOn", NegotiationRule.APPROVAL_EXPIRED, approval.expiresOn());
    }

    static List<Decided> ended(NegotiationState state, SigningId signingId, LocalDate occurredOn) {
        inForce(state, signingId);
        return List.of(Decided.of(new AgreementEnded(state.id(), state.projectId(), signingId, occurredOn)));
    }

    static List<Decided> restored(NegotiationState state, SigningId signingId, LocalDate occurredOn) {
        Agreement agreement = state.agreement();
        if (agreement == null || (agreement.signingId().equals(signingId) && agreement.inForce())) {
            throw new RuleViolated(NegotiationRule.UNKNOWN_AGREEMENT);
        }
        if (!agreement.signingId().equals(signingId)) {
            throw new RuleViolated(NegotiationRule.ALREADY_SIGNED);
        }
        if (agreement.kind() == AgreementKind.FORMAL && state.status() != NegotiationStatus.SIGNED) {
            throw new RuleViolated(NegotiationRule.REOPENED_SINCE);
        }
        return List.of(Decided.of(new AgreementRestored(state.id(), state.projectId(), signingId, occurredOn)));
    }

    private static void inForce(NegotiationState state, SigningId signingId) {
        if (!state.hasAgreementInForce() || !state.agreement().signingId().equals(signingId)) {
            throw new RuleViolated(NegotiationRule.UNKNOWN_AGREEMENT);
        }
    }
}
