package dev.wuwei.crm.followup;

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
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Existence;
import dev.wuwei.crm.shared.MeetingChecks;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.staff.StaffDirectory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The meetings about a project, and what came of each thing they resolved. */
final class Meetings {
    /** @param endedOn {@code null} while it is open */
    private record Stand(Resolution resolution, LocalDate dueOn, LocalDate endedOn, String endingEvent) {
        Stand due(LocalDate day) {
            return new Stand(resolution, day, endedOn, endingEvent);
        }

        Stand ended(LocalDate on, String event) {
            return new Stand(resolution, dueOn, on, event);
        }
    }

    private record Held(LocalDate on, String event, TreeMap<Integer, Stand> resolutions) {}

    private final Map<MeetingId, Held> meetings = new HashMap<>();

    MeetingHeld hold(
            HoldMeeting command, ProjectId project, EventMeta meta, StaffDirectory staff, Existence existence) {
        Checks.present(command.meetingId(), "meetingId");
        if (meetings.containsKey(command.meetingId())) {
            throw new RuleViolated(FollowUpRule.MEETING_KNOWN);
        }
        Violations found = new Violations();
        found.check(() -> Checks.present(command.kind(), "kind"));
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        String place = found.value(() -> Checks.optional(command.place(), Checks.NAME, "place"));
        found.check(() -> inService(Checks.present(command.chair(), "chair"), staff, "chair"));
        List<OurPerson> ours = found.value(() -> MeetingChecks.ourPeople(command.ourPeople(), "ourPeople"));
        String units = found.value(() -> Checks.optional(command.units(), Checks.LINE, "units"));
        String agenda = found.value(() -> Checks.required(command.agenda(), Checks.TEXT, "agenda"));
        found.when(command.ticketId() != null && !existence.of(command.ticketId()), FollowUpRule.UNKNOWN_TICKET);
        List<Attachment> attachments =
                found.value(() -> MeetingChecks.attachments(command.attachments(), "attachments"));
        List<ResolutionDraft> drafts = found.value(() ->
                MeetingChecks.each(command.resolutions(), "resolutions", (draft, at) -> checked(draft, at, on, staff)));
        found.throwIfAny();
        List<Resolution> resolutions = new ArrayList<>();
        drafts.forEach(draft -> resolutions.add(numbered(resolutions.size() + 1, draft)));
        return new MeetingHeld(
                command.followUpId(),
                project,
                command.meetingId(),
                command.kind(),
                place,
                command.chair(),
                ours,
                units,
                agenda,
                command.ticketId(),
                resolutions,
                attachments,
                on);
    }

    /** @param held {@code null} when the day of the meeting is wrong itself */
    private static ResolutionDraft checked(ResolutionDraft draft, String at, LocalDate held, StaffDirectory staff) {
        Violations found = new Violations();
        String text = found.value(() -> Checks.required(draft.text(), Checks.LINE, at + ".text"));
        String responsible = found.value(() -> Checks.required(draft.responsible(), Checks.NAME, at + ".responsible"));
        LocalDate due = found.value(() -> Checks.plausible(draft.dueOn(), at + ".dueOn"));
        if (held != null && due != null) {
            found.check(() -> Checks.notBefore(due, held, at + ".dueOn"));
        }
        if (draft.staffId() != null) {
            found.check(() -> inService(draft.staffId(), staff, at + ".staffId"));
        }
        found.throwIfAny();
        return new ResolutionDraft(text, responsible, draft.staffId(), due);
    }

    private static void inService(StaffId person, StaffDirectory staff, String field) {
        if (!staff.isInService(person)) {
            throw RuleViolated.at(field, FollowUpRule.UNKNOWN_PERSON);
        }
    }

    private static Resolution numbered(int number, ResolutionDraft draft) {
        return new Resolution(number, draft.text(), draft.responsible(), draft.staffId(), draft.dueOn());
    }

    MeetingWithdrawn withdraw(WithdrawMeeting command, ProjectId project) {
        Checks.reason(command.reason());
        return new MeetingWithdrawn(
                command.followUpId(),
                project,
                command.meetingId(),
                held(command.meetingId()).on());
    }

    ResolutionAdded add(AddResolution command, ProjectId project, StaffDirectory staff) {
        Held meeting = held(command.meetingId());
        ResolutionDraft draft =
                checked(Checks.present(command.resolution(), "resolution"), "resolution", meeting.on(), staff);
        int number = meeting.resolutions().isEmpty() ? 1 : meeting.resolutions().lastKey() + 1;
        return new ResolutionAdded(
                command.followUpId(), project, command.meetingId(), numbered(number, draft), meeting.on());
    }

    ResolutionFulfilled fulfil(FulfilResolution command, ProjectId project, EventMeta meta) {
        Stand open = open(command.meetingId(), command.number());
        Violations found = new Violations();
        String outcome = found.value(() -> Checks.required(command.outcome(), Checks.LINE, "outcome"));
        List<Attachment> attachments =
                found.value(() -> MeetingChecks.attachments(command.attachments(), "attachments"));
        LocalDate on = found.value(() -> since(command.meetingId(), command.occurredOn(), meta));
        found.throwIfAny();
        return new ResolutionFulfilled(
                command.followUpId(),
                project,
                command.meetingId(),
                command.number(),
                open.resolution().text(),
                outcome,
                attachments,
                on);
    }

    ResolutionExtended extend(ExtendResolution command, ProjectId project, EventMeta meta) {
        Stand open = open(command.meetingId(), command.number());
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate due = found.value(() -> Checks.plausible(command.dueOn(), "dueOn"));
        LocalDate on = found.value(() -> since(command.meetingId(), command.occurredOn(), meta));
        found.when(due != null && !due.isAfter(open.dueOn()), FollowUpRule.NOT_EXTENDED, open.dueOn());
        found.throwIfAny();
        return new ResolutionExtended(
                command.followUpId(),
                project,
                command.meetingId(),
                command.number(),
                open.resolution().text(),
                due,
                open.dueOn(),
                on);
    }

    ResolutionDropped drop(DropResolution command, ProjectId project, EventMeta meta) {
        Stand open = open(command.meetingId(), command.number());
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> since(command.meetingId(), command.occurredOn(), meta));
        found.throwIfAny();
        return new ResolutionDropped(
                command.followUpId(),
                project,
                command.meetingId(),
                command.number(),
                open.resolution().text(),
                on);
    }

    ResolutionReopened reopen(ReopenResolution command, ProjectId project) {
        Checks.reason(command.reason());
        Stand ended = stand(command.meetingId(), command.number());
        if (ended.endedOn() == null) {
            throw new RuleViolated(FollowUpRule.RESOLUTION_OPEN);
        }
        return new ResolutionReopened(
                command.followUpId(),
                project,
                command.meetingId(),
                command.number(),
                ended.resolution().text(),
                ended.endedOn());
    }

    private LocalDate since(MeetingId meeting, LocalDate date, EventMeta meta) {
        return Checks.notBefore(
                Checks.happened(date, meta.today(), "occurredOn"), held(meeting).on(), "occurredOn");
    }

    private Held held(MeetingId id) {
        Held held = meetings.get(Checks.present(id, "meetingId"));
        if (held == null) {
            throw new RuleViolated(FollowUpRule.MEETING_UNKNOWN);
        }
        return held;
    }

    private Stand stand(MeetingId meeting, int number) {
        Stand stand = held(meeting).resolutions().get(number);
        if (stand == null) {
            throw new RuleViolated(FollowUpRule.RESOLUTION_UNKNOWN);
        }
        return stand;
    }

    private Stand open(MeetingId meeting, int number) {
        Stand stand = stand(meeting, number);
        if (stand.endedOn() != null) {
            throw new RuleViolated(FollowUpRule.RESOLUTION_ENDED, stand.endedOn());
        }
        return stand;
    }

    void on(MeetingHeld held, String event) {
        TreeMap<Integer, Stand> resolutions = new TreeMap<>();
        held.resolutions().forEach(one -> resolutions.put(one.number(), opened(one)));
        meetings.put(held.meetingId(), new Held(held.occurredOn(), event, resolutions));
    }

    private static Stand opened(Resolution resolution) {
        return new Stand(resolution, resolution.dueOn(), null, null);
    }

    void on(MeetingWithdrawn withdrawn) {
        meetings.remove(withdrawn.meetingId());
    }

    void on(ResolutionAdded added) {
        resolutions(added.meetingId()).put(added.resolution().number(), opened(added.resolution()));
    }

    void on(ResolutionFulfilled done, String event) {
        resolutions(done.meetingId())
                .computeIfPresent(done.number(), (number, stand) -> stand.ended(done.occurredOn(), event));
    }

    void on(ResolutionExtended extended) {
        resolutions(extended.meetingId())
                .computeIfPresent(extended.number(), (number, stand) -> stand.due(extended.dueOn()));
    }

    void on(ResolutionDropped dropped, String event) {
        resolutions(dropped.meetingId())
                .computeIfPresent(dropped.number(), (number, stand) -> stand.ended(dropped.occurredOn(), event));
    }

    void on(ResolutionReopened reopened) {
        resolutions(reopened.meetingId())
                .computeIfPresent(reopened.number(), (number, stand) -> stand.ended(null, null));
    }

    private TreeMap<Integer, Stand> resolutions(MeetingId meeting) {
        return meetings.get(meeting).resolutions();
    }

    String heldEvent(MeetingId meeting) {
        return held(meeting).event();
    }

    String endingEvent(MeetingId meeting, int number) {
        return stand(meeting, number).endingEvent();
    }
}
