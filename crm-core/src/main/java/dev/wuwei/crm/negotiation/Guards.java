package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import java.time.LocalDate;
import java.util.Arrays;

/** What several decisions ask first. */
final class Guards {
    private Guards() {}

    static void active(NegotiationState state) {
        in(state, NegotiationStatus.ACTIVE);
    }

    static void in(NegotiationState state, NegotiationStatus... statuses) {
        if (!Arrays.asList(statuses).contains(state.status())) {
            throw new RuleViolated(NegotiationRule.NOT_ACTIVE, state.status());
        }
    }

    /** Happened, and not before the negotiation was opened. */
    static LocalDate happened(NegotiationState state, LocalDate date, EventMeta meta) {
        return since(state.openedOn(), date, meta);
    }

    /** Steps follow one another: none is dated before the one that it follows. */
    static LocalDate step(NegotiationState state, LocalDate date, EventMeta meta) {
        return since(state.lastStepOn(), date, meta);
    }

    static LocalDate since(LocalDate earliest, LocalDate date, EventMeta meta) {
        Checks.happened(date, meta.today(), "occurredOn");
        return Checks.notBefore(date, earliest, "occurredOn");
    }
}
