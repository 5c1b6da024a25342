package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.FollowUpCommand.AddResolution;
import dev.wuwei.crm.followup.FollowUpCommand.DropResolution;
import dev.wuwei.crm.followup.FollowUpCommand.ExtendResolution;
import dev.wuwei.crm.followup.FollowUpCommand.FulfilResolution;
import dev.wuwei.crm.followup.FollowUpCommand.HoldMeeting;
import dev.wuwei.crm.followup.FollowUpCommand.ReopenResolution;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawMeeting;
import dev.wuwei.crm.followup.FollowUpEvent.MeetingHeld;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionAdded;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionDropped;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionExtended;
import dev.wuwei.crm.followup.FollowUpEvent.ResolutionFulfilled;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.InMemoryStaffDirectory;
import dev.wuwei.crm.testing.TestExistence;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked in whatever order: no task before its meeting, none ended twice, none due earlier than it was. */
class MeetingPropertiesTest {
    private static final List<MeetingId> IDS = List.of(
            MeetingId.of("01970000-0000-7000-8000-000000000031"), MeetingId.of("01970000-0000-7000-8000-000000000032"));

    enum Kind {
        HOLD,
        WITHDRAW,
        ADD,
        FULFIL,
        EXTEND,
        DROP,
        REOPEN
    }

    /** @param day after the signing, some of them in the future */
    record Step(Kind kind, int meeting, int number, int day) {
        MeetingId id() {
            return IDS.get(meeting);
        }
    }

    private record Task(LocalDate due, LocalDate endedOn) {}

    private record Held(LocalDate on, Map<Integer, Task> tasks) {}

    private final InMemoryStaffDirectory staff = new InMemoryStaffDirectory().withStaff(SENDER);
    private final TestExistence existence = new TestExistence();

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(-10, 530))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 500)
    void resolutions_stay_dated_tasks(@ForAll("steps") List<Step> steps) {
        Meetings meetings = new Meetings();
        Map<MeetingId, Held> held = new HashMap<>();
        for (Step step : steps) {
            try {
                take(meetings, step, held);
            } catch (RuleViolated refused) {
                assertThat(refused.violations()).isNotEmpty();
            }
            held.values().forEach(MeetingPropertiesTest::consistent);
        }
    }

    private static void consistent(Held meeting) {
        assertThat(meeting.on()).isBeforeOrEqualTo(AggregateScenario.TODAY);
        meeting.tasks().forEach((number, task) -> {
            assertThat(task.due()).isAfterOrEqualTo(meeting.on());
            if (task.endedOn() != null) {
                assertThat(task.endedOn()).isBetween(meeting.on(), AggregateScenario.TODAY);
            }
        });
    }

    private void take(Meetings meetings, Step step, Map<MeetingId, Held> held) {
        LocalDate on = SIGNED_ON.plusDays(step.day());
        Held meeting = held.get(step.id());
        Task task = meeting == null ? null : meeting.tasks().get(step.number());
        switch (step.kind()) {
            case HOLD -> {
                MeetingHeld event = meetings.hold(
                        new HoldMeeting(
                                FOLLOW_UP,
                                step.id(),
                                MeetingKind.ON_SITE,
                                on,
                                null,
                                SENDER,
                                List.of(),
                                null,
                                "用电",
                                List.of(draft(on.plusDays(step.number()))),
                                null,
                                NONE),
                        PROJECT,
                        META,
                        staff,
                        existence);
                meetings.on(event, "held");
                assertThat(meeting).as("entered once").isNull();
                held.put(step.id(), new Held(on, new HashMap<>(Map.of(1, new Task(on.plusDays(step.number()), null)))));
            }
            case WITHDRAW -> {
                meetings.on(meetings.withdraw(new WithdrawMeeting(FOLLOW_UP, step.id(), "误录"), PROJECT));
                assertThat(held.remove(step.id())).isNotNull();
            }
            case ADD -> {
                ResolutionAdded added =
                        meetings.add(new AddResolution(FOLLOW_UP, step.id(), draft(on)), PROJECT, staff);
                meetings.on(added);
                assertThat(meeting.tasks().put(added.resolution().number(), new Task(on, null)))
                        .as("its number was free")
                        .isNull();
            }
            case FULFIL -> {
                ResolutionFulfilled done = meetings.fulfil(
                        new FulfilResolution(FOLLOW_UP, step.id(), step.number(), "已办", NONE, on), PROJECT, META);
                meetings.on(done, "done");
                assertThat(task.endedOn()).as("ended once").isNull();
                meeting.tasks().put(step.number(), new Task(task.due(), on));
            }
            case EXTEND -> {
                ResolutionExtended extended = meetings.extend(
                        new ExtendResolution(FOLLOW_UP, step.id(), step.number(), on, AggregateScenario.TODAY, "物资未到"),
                        PROJECT,
                        META);
                meetings.on(extended);
                assertThat(task.endedOn()).as("what has ended is not extended").isNull();
                assertThat(extended.dueOn()).isAfter(task.due());
                meeting.tasks().put(step.number(), new Task(extended.dueOn(), null));
            }
            case DROP -> {
                ResolutionDropped dropped = meetings.drop(
                        new DropResolution(FOLLOW_UP, step.id(), step.number(), on, "不再需要"), PROJECT, META);
                meetings.on(dropped, "dropped");
                assertThat(task.endedOn()).as("ended once").isNull();
                meeting.tasks().put(step.number(), new Task(task.due(), on));
            }
            case REOPEN -> {
                meetings.on(meetings.reopen(new ReopenResolution(FOLLOW_UP, step.id(), step.number(), "未办妥"), PROJECT));
                assertThat(task.endedOn()).as("only what had ended").isNotNull();
                meeting.tasks().put(step.number(), new Task(task.due(), null));
            }
        }
    }

    private static ResolutionDraft draft(LocalDate due) {
        return new ResolutionDraft("完成线路迁改", "供电公司", null, due);
    }
}
