package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.FollowUpCommand.CorrectSigningDate;
import dev.wuwei.crm.followup.FollowUpCommand.OpenFollowUp;
import dev.wuwei.crm.followup.FollowUpCommand.ReviseAgreedDates;
import dev.wuwei.crm.followup.FollowUpEvent.AgreedDatesRevised;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.SigningDateCorrected;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OpenFollowUpTest {
    private static final LocalDate ON = LocalDate.of(2025, 6, 1);

    private final AggregateScenario<FollowUp> followUp = followUp();

    @Test
    void emits_opening_and_takes_the_project() {
        followUp.when(new OpenFollowUp(
                        FOLLOW_UP,
                        PROJECT,
                        "ZS-2025-0007",
                        SIGNING,
                        1,
                        PARK,
                        List.of(AGREED_FIRST, AGREED_SECOND),
                        SIGNED_ON))
                .emits(opened());
        assertThat(followUp.uniqueness.holder(FollowUpCourse.PROJECT, PROJECT.toString()))
                .hasValueSatisfying(holder -> assertThat(holder.owner()).isEqualTo(FOLLOW_UP.toString()));
    }

    @Test
    void rejects_a_second_one_of_the_same_project() {
        followUp.uniqueness.holding(
                FollowUpCourse.PROJECT, PROJECT.toString(), FollowUpId.next(), SENDER, AggregateScenario.at(SIGNED_ON));
        followUp.when(new OpenFollowUp(
                        FOLLOW_UP, PROJECT, "ZS-2025-0007", SIGNING, 1, PARK, List.of(AGREED_FIRST), SIGNED_ON))
                .rejects(FollowUpRule.ALREADY_OPEN);
    }

    @Nested
    class Revise {
        private final AgreedPhase later = new AgreedPhase(
                FIRST, null, null, LocalDate.of(2025, 9, 30), LocalDate.of(2026, 9, 30), null, null, null);

        @Test
        void emits_new_dates_of_a_new_version() {
            followUp.given(opened())
                    .when(new ReviseAgreedDates(FOLLOW_UP, SIGNING, 2, List.of(later), ON))
                    .emits(new AgreedDatesRevised(FOLLOW_UP, PROJECT, SIGNING, 2, List.of(later), ON));
        }

        @Test
        void emits_nothing_for_a_version_that_is_known() {
            followUp.given(opened())
                    .when(new ReviseAgreedDates(FOLLOW_UP, SIGNING, 1, List.of(later), ON))
                    .emitsNothing();
        }

        @Test
        void emits_dates_of_another_agreement_whatever_its_version() {
            SigningId another = SigningId.next();
            followUp.given(opened(), new PhaseWithdrawn(FOLLOW_UP, PROJECT, FIRST, Cause.MARKET, ON))
                    .when(new ReviseAgreedDates(FOLLOW_UP, another, 1, List.of(later), ON))
                    .emits(new AgreedDatesRevised(FOLLOW_UP, PROJECT, another, 1, List.of(later), ON));
        }

        @Test
        void another_agreement_takes_up_what_had_been_withdrawn_and_counts_from_its_own_signing() {
            var course = new FollowUpCourse();
            course.evolve(opened(), "1");
            course.evolve(new PhaseWithdrawn(FOLLOW_UP, PROJECT, FIRST, Cause.MARKET, ON), "2");
            course.evolve(new AgreedDatesRevised(FOLLOW_UP, PROJECT, SigningId.next(), 1, List.of(later), ON), "3");
            assertThat(course.phase(FIRST).isActive()).isTrue();
            assertThat(course.phase(FIRST).agreedFor(Milestone.CONSTRUCTION_START))
                    .isEqualTo(later.startBy());
            assertThat(course.openingEvent()).isEqualTo("3");
        }
    }

    @Nested
    class CorrectDate {
        @Test
        void emits_correction_of_the_opening() {
            var outcome = followUp.given(opened()).when(new CorrectSigningDate(FOLLOW_UP, SIGNING, START));
            outcome.emits(new SigningDateCorrected(FOLLOW_UP, PROJECT, START, START))
                    .withMetadata("correctionOf", outcome.eventId(FOLLOW_UP.toString(), 0));
        }

        @Test
        void emits_nothing_when_it_is_the_same_or_of_an_earlier_agreement() {
            followUp.given(opened())
                    .when(new CorrectSigningDate(FOLLOW_UP, SIGNING, SIGNED_ON))
                    .emitsNothing();
            followUp.given(opened())
                    .when(new CorrectSigningDate(FOLLOW_UP, SigningId.next(), START))
                    .emitsNothing();
        }
    }
}
