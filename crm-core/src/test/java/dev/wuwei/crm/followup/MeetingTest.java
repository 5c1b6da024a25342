package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.followup.FollowUpCommand.AddResolution;
import dev.wuwei.crm.followup.FollowUpCommand.DropResolution;
import dev.wuwei.crm.followup.FollowUpCommand.ExtendResolution;
import dev.wuwei.crm.followup.FollowUpCommand.FulfilResolution;
import dev.wuwei.crm.followup.FollowUpCommand.HoldMeeting;
import dev.wuwei.crm.followup.FollowUpCommand.ReopenResolution;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawMeeting;
import dev.wuwei.crm.followup.FollowUpEvent.MeetingHeld;
import dev.wuwei.crm.followup.FollowUpEvent.MeetingWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionAdded;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionDropped;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionExtended;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionFulfilled;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionReopened;
import dev.wuwei.crm.shared.OfficialLevel;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.ticket.IssueTicketId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeetingTest {
    private static final MeetingId MEETING = MeetingId.of("01970000-0000-7000-8000-000000000021");
    private static final MeetingId OTHER = MeetingId.of("01970000-0000-7000-8000-000000000022");
    private static final IssueTicketId TICKET = IssueTicketId.of("01970000-0000-7000-8000-000000000023");
    private static final StaffId NOBODY = new StaffId(new UUID(0x7000L, 99));
    private static final LocalDate HELD = LocalDate.of(2026, 5, 11);
    private static final LocalDate DUE = LocalDate.of(2026, 5, 29);
    private static final String TEXT = "完成 10kV 线路迁改";
    private static final List<OurPerson> OURS = List.of(new OurPerson(SENDER, OfficialLevel.SECTION));
    private static final Resolution FIRST_RESOLUTION = new Resolution(1, TEXT, "供电公司", SENDER, DUE);
    private static final MeetingHeld HELD_EVENT = new MeetingHeld(
            FOLLOW_UP,
            PROJECT,
            MEETING,
            MeetingKind.ON_SITE,
            "项目现场",
            SENDER,
            OURS,
            "供电公司、住建局",
            "用电增容",
            TICKET,
            List.of(FIRST_RESOLUTION),
            NONE,
            HELD);
    private static final ResolutionFulfilled DONE =
            new ResolutionFulfilled(FOLLOW_UP, PROJECT, MEETING, 1, TEXT, "线路已迁改并送电", NONE, LocalDate.of(2026, 6, 2));
    private static final ResolutionDropped DROPPED =
            new ResolutionDropped(FOLLOW_UP, PROJECT, MEETING, 1, TEXT, LocalDate.of(2026, 6, 2));

    private final AggregateScenario<FollowUp> followUp = followUp();

    MeetingTest() {
        followUp.existence.with(TICKET);
    }

    private static HoldMeeting hold(StaffId chair, IssueTicketId ticket, ResolutionDraft... resolutions) {
        return new HoldMeeting(
                FOLLOW_UP,
                MEETING,
                MeetingKind.ON_SITE,
                HELD,
                " 项目现场 ",
                chair,
                OURS,
                "供电公司、住建局",
                "用电增容",
                List.of(resolutions),
                ticket,
                NONE);
    }

    private static ResolutionDraft draft(LocalDate due, StaffId staff) {
        return new ResolutionDraft(TEXT, "供电公司", staff, due);
    }

    private static FulfilResolution fulfil(int number, LocalDate on) {
        return new FulfilResolution(FOLLOW_UP, MEETING, number, "线路已迁改并送电", NONE, on);
    }

    private static ExtendResolution extend(LocalDate due) {
        return new ExtendResolution(FOLLOW_UP, MEETING, 1, due, TODAY, "物资未到");
    }

    @Test
    void emits_a_meeting_with_its_resolutions_numbered() {
        followUp.given(opened()).when(hold(SENDER, TICKET, draft(DUE, SENDER))).emits(HELD_EVENT);
        followUp.given(justOpened(HELD_EVENT))
                .when(new AddResolution(FOLLOW_UP, MEETING, new ResolutionDraft("补发函件", "住建局", null, DUE)))
                .emits(new ResolutionAdded(
                        FOLLOW_UP, PROJECT, MEETING, new Resolution(2, "补发函件", "住建局", null, DUE), HELD));
    }

    @Test
    void rejects_a_meeting_nobody_known_chaired_about_an_unknown_ticket_or_twice() {
        followUp.given(opened()).when(hold(NOBODY, null)).rejectsAt("chair", FollowUpRule.UNKNOWN_PERSON);
        followUp.given(opened())
                .when(hold(SENDER, IssueTicketId.of("01970000-0000-7000-8000-000000000029")))
                .rejects(FollowUpRule.UNKNOWN_TICKET);
        followUp.given(justOpened(HELD_EVENT)).when(hold(SENDER, null)).rejects(FollowUpRule.MEETING_KNOWN);
    }

    @Test
    void rejects_a_resolution_that_was_due_before_the_meeting_or_falls_to_nobody_known() {
        followUp.given(opened())
                .when(hold(SENDER, null, draft(DUE, null), draft(HELD.minusDays(1), null)))
                .rejectsAt("resolutions[1].dueOn", SharedRule.TOO_EARLY);
        followUp.given(opened())
                .when(hold(SENDER, null, draft(DUE, NOBODY)))
                .rejectsAt("resolutions[0].staffId", FollowUpRule.UNKNOWN_PERSON);
        followUp.given(opened())
                .when(hold(SENDER, null, draft(null, null)))
                .rejectsAt("resolutions[0].dueOn", SharedRule.REQUIRED);
    }

    @Test
    void emits_what_came_of_it() {
        followUp.given(justOpened(HELD_EVENT))
                .when(fulfil(1, DONE.occurredOn()))
                .emits(DONE);
        followUp.given(justOpened(HELD_EVENT))
                .when(extend(DUE.plusDays(20)))
                .emits(new ResolutionExtended(FOLLOW_UP, PROJECT, MEETING, 1, TEXT, DUE.plusDays(20), DUE, TODAY));
        followUp.given(justOpened(HELD_EVENT))
                .when(new DropResolution(FOLLOW_UP, MEETING, 1, DROPPED.occurredOn(), "改由企业自建"))
                .emits(DROPPED);
    }

    @Test
    void what_has_ended_is_not_ended_again_until_it_is_reopened() {
        ReopenResolution reopen = new ReopenResolution(FOLLOW_UP, MEETING, 1, "现场核实未送电");
        ResolutionReopened reopened = new ResolutionReopened(FOLLOW_UP, PROJECT, MEETING, 1, TEXT, DONE.occurredOn());
        followUp.given(justOpened(HELD_EVENT, DONE)).when(fulfil(1, TODAY)).rejects(FollowUpRule.RESOLUTION_ENDED);
        followUp.given(justOpened(HELD_EVENT, DROPPED))
                .when(extend(DUE.plusDays(20)))
                .rejects(FollowUpRule.RESOLUTION_ENDED);
        followUp.given(justOpened(HELD_EVENT, DONE)).when(reopen).emits(reopened);
        followUp.given(justOpened(HELD_EVENT)).when(reopen).rejects(FollowUpRule.RESOLUTION_OPEN);
        followUp.given(justOpened(HELD_EVENT, DONE, reopened))
                .when(fulfil(1, DONE.occurredOn()))
                .emits(DONE);
    }

    @Test
    void rejects_an_extension_to_an_earlier_day_without_reason_and_a_fulfilment_before_the_meeting() {
        followUp.given(justOpened(HELD_EVENT)).when(extend(DUE)).rejects(FollowUpRule.NOT_EXTENDED);
        followUp.given(justOpened(HELD_EVENT))
                .when(new ExtendResolution(FOLLOW_UP, MEETING, 1, DUE.plusDays(1), TODAY, " "))
                .rejects(SharedRule.REASON_REQUIRED);
        followUp.given(justOpened(HELD_EVENT))
                .when(fulfil(1, HELD.minusDays(1)))
                .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
        followUp.given(justOpened(HELD_EVENT)).when(fulfil(2, TODAY)).rejects(FollowUpRule.RESOLUTION_UNKNOWN);
    }

    @Test
    void emits_that_a_meeting_was_entered_wrongly_and_forgets_its_resolutions() {
        MeetingWithdrawn withdrawn = new MeetingWithdrawn(FOLLOW_UP, PROJECT, MEETING, HELD);
        followUp.given(justOpened(HELD_EVENT))
                .when(new WithdrawMeeting(FOLLOW_UP, MEETING, "登错项目"))
                .emits(withdrawn);
        followUp.given(justOpened(HELD_EVENT, withdrawn)).when(fulfil(1, TODAY)).rejects(FollowUpRule.MEETING_UNKNOWN);
        followUp.given(opened())
                .when(new WithdrawMeeting(FOLLOW_UP, OTHER, "登错项目"))
                .rejects(FollowUpRule.MEETING_UNKNOWN);
    }
}
