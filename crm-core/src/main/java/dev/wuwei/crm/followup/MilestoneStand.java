package dev.wuwei.crm.followup;

import java.time.LocalDate;

/**
 * What stands of one milestone: 上报, 核实, 认定, or the skip. Dates that are not there are {@code null}.
 *
 * @param outOfOrder it was recognised against the order, with a reason
 * @param skipCause {@code null} unless it is skipped
 * @param skippedOn {@code null} unless it is skipped
 */
public record MilestoneStand(
        LocalDate reportedOn,
        LocalDate verifiedOn,
        LocalDate recognisedOn,
        boolean outOfOrder,
        SkipCause skipCause,
        LocalDate skippedOn) {

    public static final MilestoneStand NOTHING = new MilestoneStand(null, null, null, false, null, null);

    public boolean isReported() {
        return reportedOn != null;
    }

    public boolean isVerified() {
        return verifiedOn != null;
    }

    public boolean isRecognised() {
        return recognisedOn != null;
    }

    public boolean isSkipped() {
        return skippedOn != null;
    }

    /** @return the date of the most official of what stands, or {@code null} */
    public LocalDate on() {
        if (isRecognised()) {
            return recognisedOn;
        }
        if (isSkipped()) {
            return skippedOn;
        }
        return isVerified() ? verifiedOn : reportedOn;
    }

    public MilestoneStand reported(LocalDate on) {
        return new MilestoneStand(on, verifiedOn, recognisedOn, outOfOrder, skipCause, skippedOn);
    }

    public MilestoneStand verified(LocalDate on) {
        return new MilestoneStand(reportedOn, on, recognisedOn, outOfOrder, skipCause, skippedOn);
    }

    public MilestoneStand recognised(LocalDate on, boolean againstOrder) {
        return new MilestoneStand(reportedOn, verifiedOn, on, againstOrder, skipCause, skippedOn);
    }

    public MilestoneStand skipped(SkipCause cause, LocalDate on) {
        return new MilestoneStand(reportedOn, verifiedOn, recognisedOn, outOfOrder, cause, on);
    }
}
