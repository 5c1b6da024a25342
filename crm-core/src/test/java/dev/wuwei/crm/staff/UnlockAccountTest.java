package dev.wuwei.crm.staff;

import static dev.wuwei.crm.staff.StaffHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.staff.StaffCommand.UnlockAccount;
import dev.wuwei.crm.staff.StaffEvent.AccountUnlocked;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class UnlockAccountTest {
    private final AggregateScenario<StaffMember> staff = staff();

    @Test
    void emits_account_unlocked_and_it_signs_in_again() {
        staff.given(promoter(), locked())
                .when(new UnlockAccount(STAFF, REASON))
                .emits(new AccountUnlocked(STAFF, TODAY));
        assertThat(staff.directory.account(STAFF).orElseThrow().maySignIn()).isTrue();
    }

    @Test
    void rejects_account_that_is_not_locked() {
        staff.given(promoter()).when(new UnlockAccount(STAFF, REASON)).rejects(StaffRule.NOT_LOCKED);
    }

    @Test
    void rejects_account_that_was_unlocked_already() {
        staff.given(promoter(), locked(), new AccountUnlocked(STAFF, OPENED_ON))
                .when(new UnlockAccount(STAFF, REASON))
                .rejects(StaffRule.NOT_LOCKED);
    }
}
