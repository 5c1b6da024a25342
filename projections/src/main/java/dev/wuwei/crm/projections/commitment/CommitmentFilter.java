package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CommitmentState;
import java.util.Set;

/**
 * What of the commitments is asked for; empty sets and {@code null} ask for nothing.
 *
 * @param outcome {@code null} for all, those among them that were superseded too
 * @param text part of a project's name or number
 */
public record CommitmentFilter(
        ProjectId project,
        Set<CommitmentSide> sides,
        Set<CommitmentState> states,
        Set<String> parks,
        Outcome outcome,
        String text) {
    public static final CommitmentFilter ALL = new CommitmentFilter(null, Set.of(), Set.of(), Set.of(), null, null);

    /** How a commitment counts for the fulfilment rate. */
    public enum Outcome {
        /** 已履约 */
        KEPT,
        /** 未履约: broken, refused, or past due without having been honoured */
        NOT_KEPT,
        /** 未到期, or due and not yet to be judged */
        OPEN
    }

    public CommitmentFilter {
        sides = Set.copyOf(sides);
        states = Set.copyOf(states);
        parks = Set.copyOf(parks);
        text = text == null || text.isBlank() ? null : text.strip();
    }

    public static CommitmentFilter of(ProjectId project) {
        return new CommitmentFilter(project, Set.of(), Set.of(), Set.of(), null, null);
    }

    public CommitmentFilter side(CommitmentSide side) {
        return new CommitmentFilter(project, Set.of(side), states, parks, outcome, text);
    }

    public CommitmentFilter outcome(Outcome asked) {
        return new CommitmentFilter(project, sides, states, parks, asked, text);
    }
}
