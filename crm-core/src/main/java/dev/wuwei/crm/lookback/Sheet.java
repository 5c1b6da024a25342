package dev.wuwei.crm.lookback;

import dev.wuwei.crm.followup.PhaseState;
import java.util.List;

/**
 * What a review sees of a project, and will show for ever.
 *
 * @param fiveGap state of the project on the cut-off date
 * @param daysLate past the date agreed for its next milestone, 0 when it is not late
 * @param agreementVersion in force on the cut-off date
 * @param lines of both sides, the company's first
 * @param figures those of the three that there are data for
 */
public record Sheet(
        PhaseState fiveGap, int daysLate, int agreementVersion, List<SheetLine> lines, List<SheetFigure> figures) {}
