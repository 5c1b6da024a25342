package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.shared.RuleViolated;
import java.util.Arrays;

/**
 * Where a project stands on its way, from lead to full capacity; in this order. A letter of intent or framework does not move
 * it: talks go on until the formal agreement.
 */
public enum Stage {
    LEAD,
    FIRST_CONTACT,
    MUTUAL_VISIT,
    IN_DEPTH,
    TERMS,
    IN_REVIEW,
    READY_TO_SIGN,
    /** 签约未开工 */
    SIGNED,
    /** 开工未竣工 */
    STARTED,
    /** 竣工未投产 */
    COMPLETED,
    /** 投产未上规 */
    PRODUCING,
    /** 上规未达产 */
    ABOVE_SCALE,
    FULL_CAPACITY;

    static Stage of(NegotiationStage stage) {
        return valueOf(stage.name());
    }

    static Stage of(PhaseState state) {
        return valueOf(state.name());
    }

    /** @throws RuleViolated {@link LedgerRule#UNKNOWN_STAGE} */
    public static Stage of(String name) {
        return Arrays.stream(values())
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(LedgerRule.UNKNOWN_STAGE, name));
    }
}
