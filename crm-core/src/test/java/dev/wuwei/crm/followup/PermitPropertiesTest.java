package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.FollowUpCommand.AcceptTolerantly;
import dev.wuwei.crm.followup.FollowUpCommand.ApplyForPermit;
import dev.wuwei.crm.followup.FollowUpCommand.GrantPermit;
import dev.wuwei.crm.followup.FollowUpCommand.HandInMissingPapers;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPermit;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPermitApplication;
import dev.wuwei.crm.followup.FollowUpEvent.MissingPapersHandedIn;
import dev.wuwei.crm.followup.FollowUpEvent.PermitApplied;
import dev.wuwei.crm.followup.FollowUpEvent.PermitGranted;
import dev.wuwei.crm.followup.FollowUpEvent.TolerantlyAccepted;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestCalendar;
import dev.wuwei.crm.testing.TestDictionaries;
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

/** Whatever is asked in whatever order, a permit is applied for, tolerated and granted in this order, and each of it once. */
class PermitPropertiesTest {
    enum Kind {
        APPLY,
        WITHDRAW_APPLICATION,
        TOLERATE,
        HAND_IN,
        GRANT,
        WITHDRAW_GRANT
    }

    /** @param day after the signing, some of them in the future */
    record Step(Kind kind, boolean other, int day) {
        String code() {
            return (other ? TestDictionaries.OTHER_PERMIT : TestDictionaries.PERMIT).code();
        }
    }

    /** What the events say of one permit; {@code null} for what is not, or is no longer so. */
    private record Course(LocalDate applied, LocalDate tolerated, LocalDate granted) {}

    private final TestDictionaries dictionaries = new TestDictionaries();
    private final TestCalendar calendar = new TestCalendar();

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-10, 530))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 500)
    void a_permit_keeps_its_order(@ForAll("steps") List<Step> steps) {
        Permits permits = new Permits();
        Map<String, Course> courses = new HashMap<>();
        for (Step step : steps) {
            Course before = courses.getOrDefault(step.code(), new Course(null, null, null));
            try {
                Course after = take(permits, step, before);
                courses.put(step.code(), after);
                inOrder(after);
            } catch (RuleViolated refused) {
                assertThat(refused.violations()).isNotEmpty();
            }
        }
    }

    private static void inOrder(Course course) {
        LocalDate last = null;
        for (LocalDate day : new LocalDate[] {course.applied(), course.tolerated(), course.granted()}) {
            if (day != null) {
                assertThat(day).isBeforeOrEqualTo(AggregateScenario.TODAY);
                if (last != null) {
                    assertThat(day).as("%s", course).isAfterOrEqualTo(last);
                }
                last = day;
            }
        }
        if (course.tolerated() != null) {
            assertThat(course.applied())
                    .as("papers are missing of an application")
                    .isNotNull();
        }
    }

    private Course take(Permits permits, Step step, Course before) {
        LocalDate on = SIGNED_ON.plusDays(step.day());
        return switch (step.kind()) {
            case APPLY -> {
                PermitApplied applied = permits.apply(
                        new ApplyForPermit(FOLLOW_UP, step.code(), on), PROJECT, META, dictionaries, calendar);
                permits.on(applied, "applied");
                assertThat(before.applied()).as("applied for once").isNull();
                assertThat(before.granted())
                        .as("nobody applies for what is granted")
                        .isNull();
                yield new Course(on, null, null);
            }
            case WITHDRAW_APPLICATION -> {
                permits.on(permits.withdraw(new WithdrawPermitApplication(FOLLOW_UP, step.code(), "误录"), PROJECT));
                assertThat(before.granted())
                        .as("a grant rests on its application")
                        .isNull();
                yield new Course(null, null, null);
            }
            case TOLERATE -> {
                TolerantlyAccepted accepted = permits.accept(
                        new AcceptTolerantly(FOLLOW_UP, step.code(), "图审", "企业", on.plusDays(step.day() % 7), on),
                        PROJECT,
                        META);
                permits.on(accepted);
                assertThat(before.tolerated()).as("tolerated once").isNull();
                assertThat(accepted.promisedOn()).isAfterOrEqualTo(on);
                yield new Course(before.applied(), on, before.granted());
            }
            case HAND_IN -> {
                MissingPapersHandedIn handedIn =
                        permits.handIn(new HandInMissingPapers(FOLLOW_UP, step.code(), on), PROJECT, META);
                permits.on(handedIn);
                assertThat(handedIn.occurredOn()).isAfterOrEqualTo(before.tolerated());
                yield new Course(before.applied(), null, before.granted());
            }
            case GRANT -> {
                PermitGranted granted = permits.grant(
                        new GrantPermit(FOLLOW_UP, step.code(), "1", NONE, on), PROJECT, META, dictionaries);
                permits.on(granted, "granted");
                assertThat(before.granted()).as("granted once").isNull();
                yield new Course(before.applied(), before.tolerated(), on);
            }
            case WITHDRAW_GRANT -> {
                permits.on(permits.withdraw(new WithdrawPermit(FOLLOW_UP, step.code(), "误录"), PROJECT));
                assertThat(before.granted()).isNotNull();
                yield new Course(before.applied(), before.tolerated(), null);
            }
        };
    }
}
