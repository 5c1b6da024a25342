package dev.wuwei.crm.ui.cockpit;

import dev.wuwei.crm.projections.ledger.Stage;
import java.util.Set;

/** The stages that the funnel draws; the table beside it has all. */
final class FunnelStep {
    static final Set<Stage> SHOWN = Set.of(
            Stage.LEAD,
            Stage.FIRST_CONTACT,
            Stage.IN_DEPTH,
            Stage.IN_REVIEW,
            Stage.SIGNED,
            Stage.STARTED,
            Stage.PRODUCING);

    private FunnelStep() {}

    static boolean isSignature(Stage stage) {
        return stage == Stage.SIGNED;
    }
}
