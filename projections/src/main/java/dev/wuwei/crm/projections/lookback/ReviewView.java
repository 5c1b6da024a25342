package dev.wuwei.crm.projections.lookback;

import dev.wuwei.crm.lookback.CampaignId;
import dev.wuwei.crm.lookback.LookBackReviewId;
import dev.wuwei.crm.lookback.ReviewProgress;
import dev.wuwei.crm.lookback.ScopeEntry;
import dev.wuwei.crm.lookback.Sheet;
import dev.wuwei.crm.lookback.SheetLine;
import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.commitment.Fulfilment;
import dev.wuwei.crm.signing.CommitmentSide;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The review of one project.
 *
 * @param project as it was called when the list was frozen
 * @param cutOff the day that the sheet shows
 * @param knownAt what was recorded later is not on it
 * @param position of the event that pulled the data
 */
public record ReviewView(
        LookBackReviewId reviewId,
        CampaignId campaignId,
        String campaign,
        ScopeEntry project,
        LocalDate cutOff,
        Instant knownAt,
        long position,
        Sheet sheet,
        ReviewProgress progress) {

    ReviewView with(ReviewProgress now) {
        return new ReviewView(reviewId, campaignId, campaign, project, cutOff, knownAt, position, sheet, now);
    }

    /** @return the commitments on the sheet, as they are shown everywhere */
    public List<CommitmentView> lines(CommitmentSide side) {
        return sheet.lines().stream()
                .filter(line -> (line.company() == null) == (side == CommitmentSide.GOVERNMENT))
                .map(line -> line(line, side))
                .toList();
    }

    private CommitmentView line(SheetLine line, CommitmentSide side) {
        return new CommitmentView(
                project.projectId(),
                project.projectNo(),
                project.name(),
                project.park(),
                line.signingId(),
                side,
                line.company(),
                line.government(),
                line.wordedBy(),
                line.state(),
                line.judgedBy(),
                line.dueOn(),
                line.actual(),
                line.actualOn(),
                line.source(),
                line.inputs(),
                line.gap(),
                line.rectifyBy(),
                line.supersededOn(),
                cutOff);
    }

    /** @return 履约率 of one side on the sheet */
    public Fulfilment fulfilment(CommitmentSide side) {
        return Fulfilment.of(side, lines(side));
    }
}
