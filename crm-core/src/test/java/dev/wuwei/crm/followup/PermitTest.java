package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.followup.FollowUpCommand.GrantPermit;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPermit;
import dev.wuwei.crm.followup.FollowUpEvent.PermitGranted;
import dev.wuwei.crm.followup.FollowUpEvent.PermitWithdrawn;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PermitTest {
    private static final String CODE = TestDictionaries.PERMIT.code();
    private static final PermitGranted GRANTED =
            new PermitGranted(FOLLOW_UP, PROJECT, TestDictionaries.PERMIT, "5115012025", NONE, START);

    private final AggregateScenario<FollowUp> followUp = followUp();

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
}
