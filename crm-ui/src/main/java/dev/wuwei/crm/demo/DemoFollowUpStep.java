package dev.wuwei.crm.demo;

import dev.wuwei.crm.followup.FollowUpCommand;
import dev.wuwei.crm.followup.FollowUpId;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * What somebody enters about the follow-up of a project of the demo park.
 *
 * @param place in the day, so that what depends on one another is entered in its order
 */
record DemoFollowUpStep(LocalDate on, int place, DemoStaff by, Function<FollowUpId, FollowUpCommand> command) {}
