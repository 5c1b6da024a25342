package dev.wuwei.crm.ui.cockpit;

import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.MoveCause;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import java.util.List;
import java.util.Map;

/**
 * A figure at two ends: two days as known at one instant, or one day as known at two.
 *
 * @param known whether the ends are instants of knowledge
 * @param request its measure and its policy; without a policy each end is counted by the one in force on it
 * @param cell of one class, or empty for all of it
 */
record Changes(
        boolean known,
        TotalsQuery.Request request,
        Map<Dimension, String> cell,
        AsOf opening,
        AsOf closing,
        Viewer viewer) {
    TotalsQuery.Waterfall waterfall(TotalsQuery totals) {
        return known
                ? totals.waterfall(request, cell, opening.knownAt(), closing.knownAt(), closing, viewer)
                : totals.waterfall(request, cell, opening.asOf(), closing.asOf(), closing, viewer);
    }

    /** Counted by the policy of the first end, as the bars are. */
    List<TotalsQuery.Move> moves(TotalsQuery totals, MoveCause cause) {
        TotalsQuery.Request counted =
                request.under(totals.policy(request, opening).id());
        List<TotalsQuery.Move> moves = known
                ? totals.moves(counted, cell, opening.knownAt(), closing, viewer)
                : totals.moves(counted, cell, opening.asOf(), closing, viewer);
        return moves.stream().filter(move -> move.event().cause() == cause).toList();
    }

    TotalsQuery.Comparison policyChange(TotalsQuery totals) {
        return known
                ? totals.policyChange(request, cell, opening.knownAt(), closing.knownAt(), closing, viewer)
                : totals.policyChange(request, cell, opening.asOf(), closing.asOf(), closing, viewer);
    }
}
