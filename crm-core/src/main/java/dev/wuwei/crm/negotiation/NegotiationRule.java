package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.Rule;

/** Rules about negotiations, admission and the guard before signing. */
public enum NegotiationRule implements Rule {
    /** args: status it is in */
    NOT_ACTIVE(null),
    NOT_SHELVED(null),
    NOT_TERMINATED(null),
    /** args: stage it is at */
    STAGE_NOT_AHEAD("to"),
    STAGE_NOT_BEHIND("to"),
    /** Review and signature have doors of their own; args: stage asked for */
    STAGE_NOT_SET_BY_HAND("to"),
    LOOK_AGAIN_NOT_AHEAD("lookAgainOn"),
    ALREADY_APPOINTED("staffId"),
    NOT_APPOINTED("staffId"),
    /** One leader and one lead officer are replaced, not dismissed. */
    REPLACE_INSTEAD_OF_DISMISS("role"),
    ROUND_ALREADY_LOGGED("roundId"),
    UNKNOWN_ROUND("roundId"),
    TOPIC_TWICE("round.positions"),
    NEXT_ROUND_BEFORE_ROUND("round.nextRoundOn"),
    FIXED_ASSETS_ABOVE_TOTAL("terms.fixedAssetInvestment"),
    /** start ≤ completion ≤ production ≤ scale-up ≤ full capacity; args: the two dates' fields */
    DATES_OUT_OF_ORDER("terms.completeOn"),
    NOTHING_CHANGED(null),
    TERMS_MISSING("terms"),
    /** What is being reviewed stays as it is; take the review back first. */
    TERMS_UNDER_REVIEW("terms"),
    REVIEW_ALREADY_OPEN(null),
    UNKNOWN_REVIEW("reviewId"),
    REVIEW_CLOSED("reviewId"),
    /** args: last day of the approval that stands for the present terms */
    STILL_APPROVED(null),
    OPINION_TOPIC_TWICE("opinions"),
    NO_OPINION_ASKED("opinions"),
    TOPIC_NOT_IN_REVIEW("topic"),
    OPINION_ALREADY_GIVEN("topic"),
    OPINION_NOT_GIVEN("topic"),
    CONDITIONS_MISSING("conditions"),
    /** Only a verdict or outcome "with conditions" has conditions. */
    CONDITIONS_UNEXPECTED("conditions"),
    /** Opinions set conditions, so the approval is one with conditions; args: topics that set them */
    CONDITIONS_OF_OPINIONS("outcome"),
    NO_VETO("topic"),
    /** args: topics still missing */
    OPINIONS_MISSING(null),
    /** args: topics vetoed */
    VETO_STANDS(null),
    /** args: metrics below the gate */
    GATE_NOT_PASSED("outcome"),
    /** args: entry of the negative list */
    ON_NEGATIVE_LIST("outcome"),
    NO_PREFERENTIAL_CLAUSE(null),
    APPROVAL_NOT_EXPIRED(null),
    /** A later agreement of the same negotiation is an upgrade or a supplementary agreement. */
    ALREADY_SIGNED(null),
    UNKNOWN_AGREEMENT("signingId"),
    /** The end of an agreement is not taken back once the negotiation was reopened. */
    REOPENED_SINCE(null),
    /** Nothing is signed without a valid approval. */
    NO_VALID_APPROVAL(null),
    /** args: last day it was valid */
    APPROVAL_EXPIRED(null),
    /** The terms were revised after the approval; args: approved version, version now */
    TERMS_CHANGED_SINCE_APPROVAL(null),
    /** 优惠条款 needs the result of a fair-competition review. */
    FAIR_COMPETITION_MISSING(null),
    FAIR_COMPETITION_FAILED(null);

    private final String field;

    NegotiationRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
