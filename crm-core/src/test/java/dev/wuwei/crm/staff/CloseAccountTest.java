package dev.wuwei.crm.staff;

import static dev.wuwei.crm.staff.StaffHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.staff.StaffCommand.CloseAccount;
import dev.wuwei.crm.staff.StaffEvent.AccountClosed;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class CloseAccountTest {
    private final AggregateScenario<StaffMember> staff = staff();

    @Test
    void emits_account_closed_and_forgets_the_password() {
        staff.given(promoter()).when(new CloseAccount(STAFF, TODAY, REASON)).emits(new AccountClosed(STAFF, TODAY));
        assertThat(staff.credentials.has(STAFF)).isFalse();
        assertThat(staff.directory.account(STAFF).orElseThrow().maySignIn()).isFalse();
        assertThat(staff.directory.isInService(STAFF)).isFalse();
    }

    @Test
    void emits_for_a_locked_administrator_who_could_not_administer_anyway() {
        staff.given(opened(Role.ADMINISTRATOR), locked())
                .when(new CloseAccount(STAFF, TODAY, REASON))
                .emitsTypes(AccountClosed.class);
    }

    @Test
    void rejects_the_last_administrator() {
        staff.given(opened(Role.ADMINISTRATOR))
                .when(new CloseAccount(STAFF, TODAY, REASON))
                .rejects(StaffRule.LAST_ADMINISTRATOR);
    }

    @Test
    void rejects_ones_own_account() {
        staff.by(STAFF, Role.ADMINISTRATOR)
                .given(promoter())
                .when(new CloseAccount(STAFF, TODAY, REASON))
                .rejects(StaffRule.OWN_ACCOUNT);
    }
}
