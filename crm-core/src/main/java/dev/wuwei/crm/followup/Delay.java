package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;

/**
 * Why a phase does not come to its next milestone, who sees to it and what comes next.
 *
 * @param milestone that it keeps from happening; when that is reached the delay is over
 * @param quietUntil the last day on which it quiets the light, {@code null} while nobody found it justified
 */
public record Delay(
        Milestone milestone,
        Cause cause,
        String explanation,
        StaffId owner,
        String nextAction,
        LocalDate nextActionOn,
        LocalDate quietUntil) {

    /** @return whether this milestone is the next to come: what it kept from happening has not happened yet */
    public boolean holdsUp(Milestone next) {
        return milestone == next;
    }

    public Delay quietUntil(LocalDate day) {
        return new Delay(milestone, cause, explanation, owner, nextAction, nextActionOn, day);
    }
}
