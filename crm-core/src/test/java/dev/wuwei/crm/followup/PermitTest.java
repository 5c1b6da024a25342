package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.followup.FollowUpCommand.AcceptTolerantly;
import dev.wuwei.crm.followup.FollowUpCommand.ApplyForPermit;
import dev.wuwei.crm.followup.FollowUpCommand.ChoosePermitChecklist;
import dev.wuwei.crm.followup.FollowUpCommand.GrantPermit;
import dev.wuwei.crm.followup.FollowUpCommand.HandInMissingPapers;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPermit;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPermitApplication;
import dev.wuwei.crm.followup.FollowUpEvent.MissingPapersHandedIn;
import dev.wuwei.crm.followup.FollowUpEvent.PermitApplicationWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.PermitApplied;
import dev.wuwei.crm.followup.FollowUpEvent.PermitChecklistChosen;
import dev.wuwei.crm.followup.FollowUpEvent.PermitGranted;
import dev.wuwei.crm.followup.FollowUpEvent.PermitWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.TolerantlyAccepted;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import dev.wuwei.crm.testing.TestPermitChecklists;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PermitTest {
    private static final String CODE = TestDictionaries.PERMIT.code();
    private static final PermitGranted GRANTED =
            new PermitGranted(FOLLOW_UP, PROJECT, TestDictionaries.PERMIT, "5115012025", NONE, START);

    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
    private static final PermitGranted GRANTED_LATER =
            new PermitGranted(FOLLOW_UP, PROJECT, TestDictionaries.PERMIT, "5115012025", NONE, MONDAY.plusDays(20));
    private static final PermitChecklistChosen CHECKLIST = new PermitChecklistChosen(
            FOLLOW_UP, PROJECT, TestDictionaries.PROJECT_TYPE, "permits@1", TestPermitChecklists.REQUIRED, START);

    /** Seven and three working days after a Monday, of which the Tuesday is a holiday. */
    private static final PermitApplied APPLIED = new PermitApplied(
            FOLLOW_UP, PROJECT, TestDictionaries.PERMIT, LocalDate.of(2025, 3, 13), LocalDate.of(2025, 3, 7), MONDAY);

    private static final TolerantlyAccepted TOLERATED = new TolerantlyAccepted(
            FOLLOW_UP, PROJECT, TestDictionaries.PERMIT, "施工图审查合格书", "企业", MONDAY.plusDays(30), MONDAY);

    private final AggregateScenario<FollowUp> followUp = followUp();

    private static ChoosePermitChecklist choose(String type) {
        return new ChoosePermitChecklist(FOLLOW_UP, type, START);
    }

    private static ApplyForPermit apply(LocalDate on) {
        return new ApplyForPermit(FOLLOW_UP, CODE, on);
    }

    private static AcceptTolerantly tolerate(LocalDate promisedOn) {
        return new AcceptTolerantly(FOLLOW_UP, CODE, " 施工图审查合格书 ", "企业", promisedOn, MONDAY);
    }

    private static GrantPermit grant(String code, LocalDate on) {
        return new GrantPermit(FOLLOW_UP, code, "5115012025", NONE, on);
    }

    @Test
    void emits_the_permit_with_its_number_and_that_it_was_entered_wrongly() {
        followUp.given(opened()).when(grant(CODE, START)).emits(GRANTED);
        followUp.given(justOpened(GRANTED))
                .when(new WithdrawPermit(FOLLOW_UP, CODE, "证号登错"))
                .emits(new PermitWithdrawn(FOLLOW_UP, PROJECT, TestDictionaries.PERMIT, START));
    }

    @Test
    void rejects_it_twice_unknown_or_in_the_future() {
        followUp.given(justOpened(GRANTED)).when(grant(CODE, TODAY)).rejects(FollowUpRule.ALREADY_GRANTED);
        followUp.given(opened())
                .when(grant(TestDictionaries.NO_SUCH_CODE, START))
                .rejectsAt("permitCode", SharedRule.UNKNOWN_CODE);
        followUp.given(opened()).when(grant(CODE, TODAY.plusDays(1))).rejectsAt("occurredOn", SharedRule.IN_FUTURE);
        followUp.given(opened())
                .when(new WithdrawPermit(FOLLOW_UP, CODE, "证号登错"))
                .rejects(FollowUpRule.NOT_GRANTED);
    }

    @Test
    void emits_the_checklist_of_that_day_and_rejects_the_same_again() {
        followUp.given(opened()).when(choose("new-land")).emits(CHECKLIST);
        followUp.given(justOpened(CHECKLIST)).when(choose("new-land")).rejects(FollowUpRule.NOTHING_CHANGED);
        followUp.given(opened())
                .when(choose(TestDictionaries.NO_SUCH_CODE))
                .rejectsAt("projectTypeCode", SharedRule.UNKNOWN_CODE);
    }

    @Test
    void emits_until_when_law_and_promise_have_it_decided_by_working_days() {
        followUp.calendar.withHoliday(LocalDate.of(2025, 3, 4));
        followUp.given(justOpened(CHECKLIST)).when(apply(MONDAY)).emits(APPLIED);
        followUp.given(opened())
                .when(apply(MONDAY))
                .emits(new PermitApplied(FOLLOW_UP, PROJECT, TestDictionaries.PERMIT, null, null, MONDAY));
    }

    @Test
    void rejects_an_application_twice_or_for_what_is_granted_and_a_grant_before_it() {
        followUp.given(justOpened(CHECKLIST, APPLIED)).when(apply(MONDAY)).rejects(FollowUpRule.ALREADY_APPLIED);
        followUp.given(justOpened(GRANTED)).when(apply(MONDAY)).rejects(FollowUpRule.ALREADY_GRANTED);
        followUp.given(opened()).when(apply(TODAY.plusDays(1))).rejectsAt("occurredOn", SharedRule.IN_FUTURE);
        followUp.given(justOpened(CHECKLIST, APPLIED))
                .when(grant(CODE, MONDAY.minusDays(1)))
                .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
    }

    @Test
    void emits_that_an_application_was_sent_back_while_it_is_not_granted() {
        WithdrawPermitApplication back = new WithdrawPermitApplication(FOLLOW_UP, CODE, "材料不符，退件");
        followUp.given(justOpened(CHECKLIST, APPLIED))
                .when(back)
                .emits(new PermitApplicationWithdrawn(FOLLOW_UP, PROJECT, TestDictionaries.PERMIT, MONDAY));
        followUp.given(opened()).when(back).rejects(FollowUpRule.NOT_APPLIED);
        followUp.given(justOpened(APPLIED, GRANTED_LATER)).when(back).rejects(FollowUpRule.ALREADY_GRANTED);
        followUp.given(justOpened(APPLIED))
                .when(new WithdrawPermitApplication(FOLLOW_UP, CODE, null))
                .rejects(SharedRule.REASON_REQUIRED);
    }

    @Test
    void emits_what_is_missing_by_whom_and_until_when_it_is_promised_and_that_it_came() {
        followUp.given(justOpened(APPLIED)).when(tolerate(MONDAY.plusDays(30))).emits(TOLERATED);
        followUp.given(justOpened(APPLIED, TOLERATED))
                .when(new HandInMissingPapers(FOLLOW_UP, CODE, MONDAY.plusDays(9)))
                .emits(new MissingPapersHandedIn(FOLLOW_UP, PROJECT, TestDictionaries.PERMIT, MONDAY.plusDays(9)));
    }

    @Test
    void rejects_missing_papers_without_application_twice_or_promised_for_yesterday() {
        followUp.given(opened()).when(tolerate(MONDAY.plusDays(30))).rejects(FollowUpRule.NOT_APPLIED);
        followUp.given(justOpened(APPLIED, TOLERATED))
                .when(tolerate(MONDAY.plusDays(30)))
                .rejects(FollowUpRule.PAPERS_MISSING_ALREADY);
        followUp.given(justOpened(APPLIED))
                .when(tolerate(MONDAY.minusDays(1)))
                .rejectsAt("promisedOn", SharedRule.TOO_EARLY);
        followUp.given(justOpened(APPLIED))
                .when(new HandInMissingPapers(FOLLOW_UP, CODE, TODAY))
                .rejects(FollowUpRule.NO_PAPERS_MISSING);
        followUp.given(justOpened(APPLIED, TOLERATED))
                .when(new HandInMissingPapers(FOLLOW_UP, CODE, MONDAY.minusDays(1)))
                .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
    }

    @Test
    void what_was_sent_back_can_be_applied_for_anew_and_its_missing_papers_are_forgotten() {
        PermitApplicationWithdrawn back =
                new PermitApplicationWithdrawn(FOLLOW_UP, PROJECT, TestDictionaries.PERMIT, MONDAY);
        followUp.given(justOpened(APPLIED, TOLERATED, back, APPLIED))
                .when(tolerate(MONDAY.plusDays(30)))
                .emits(TOLERATED);
    }

    @Test
    void rejects_a_grant_before_what_was_accepted_and_an_acceptance_after_the_grant() {
        TolerantlyAccepted later = new TolerantlyAccepted(
                FOLLOW_UP, PROJECT, TestDictionaries.PERMIT, "图审", "企业", MONDAY.plusDays(30), MONDAY.plusDays(10));
        followUp.given(justOpened(APPLIED, later))
                .when(grant(CODE, MONDAY.plusDays(9)))
                .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
        followUp.given(justOpened(APPLIED, GRANTED_LATER))
                .when(new AcceptTolerantly(FOLLOW_UP, CODE, "图审", "企业", MONDAY.plusDays(60), MONDAY.plusDays(21)))
                .rejectsAt("occurredOn", SharedRule.TOO_LATE);
        followUp.given(justOpened(APPLIED, GRANTED_LATER))
                .when(tolerate(MONDAY.plusDays(30)))
                .emits(TOLERATED);
    }
}
