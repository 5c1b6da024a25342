package dev.wuwei.crm.staff;

import static dev.wuwei.crm.staff.StaffHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.staff.StaffCommand.LockAccount;
import dev.wuwei.crm.staff.StaffEvent.AccountLocked;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class LockAccountTest {
    private final AggregateScenario<StaffMember> staff = staff();

    @Test
    void emits_account_locked_and_nobody_signs_in_with_it() {
        staff.given(promoter()).when(new LockAccount(STAFF, REASON)).emits(new AccountLocked(STAFF, TODAY));
        assertThat(staff.directory.account(STAFF).orElseThrow().maySignIn()).isFalse();
        assertThat(staff.directory.isInService(STAFF)).isTrue();
    }

    @Test
    void emits_for_an_administrator_while_another_is_left() {
        withOtherAdministrator(staff);
        staff.given(opened(Role.ADMINISTRATOR))
                .when(new LockAccount(STAFF, REASON))
                .emitsTypes(AccountLocked.class);
    }

    @Test
    void rejects_the_last_administrator() {
        staff.given(opened(Role.ADMINISTRATOR))
                .when(new LockAccount(STAFF, REASON))
                .rejects(StaffRule.LAST_ADMINISTRATOR);
    }

    @Test
    void rejects_ones_own_account() {
        staff.by(STAFF, Role.ADMINISTRATOR)
                .given(promoter())
                .when(new LockAccount(STAFF, REASON))
                .rejects(StaffRule.OWN_ACCOUNT);
    }

    @Test
    void rejects_locked_account() {
        staff.given(promoter(), locked()).when(new LockAccount(STAFF, REASON)).rejects(StaffRule.ALREADY_LOCKED);
    }
}
