package dev.wuwei.crm.staff;

import static dev.wuwei.crm.staff.StaffHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.staff.StaffCommand.ChangePassword;
import dev.wuwei.crm.staff.StaffEvent.PasswordChanged;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {
    private final AggregateScenario<StaffMember> staff = staff().by(STAFF, Role.PROMOTER);

    @Test
    void emits_password_changed_without_the_password() {
        staff.given(promoter())
                .when(new ChangePassword(STAFF, PASSWORD, "new-secret"))
                .emits(new PasswordChanged(STAFF, false, TODAY));
        assertThat(staff.credentials.matches(STAFF, "new-secret")).isTrue();
    }

    @Test
    void rejects_wrong_current_password() {
        staff.given(promoter())
                .when(new ChangePassword(STAFF, "guess", "new-secret"))
                .rejects(StaffRule.CURRENT_PASSWORD_WRONG);
        assertThat(staff.credentials.matches(STAFF, PASSWORD)).isTrue();
    }

    @Test
    void rejects_missing_current_password() {
        staff.given(promoter())
                .when(new ChangePassword(STAFF, null, "new-secret"))
                .rejects(StaffRule.CURRENT_PASSWORD_WRONG);
    }

    @Test
    void rejects_weak_password() {
        staff.given(promoter()).when(new ChangePassword(STAFF, PASSWORD, "x")).rejects(StaffRule.PASSWORD_TOO_WEAK);
    }

    @Test
    void rejects_password_with_the_user_name_in_it() {
        staff.given(promoter())
                .when(new ChangePassword(STAFF, PASSWORD, "li.na2026"))
                .rejects(StaffRule.PASSWORD_TOO_WEAK);
    }

    @Test
    void rejects_the_same_password() {
        staff.given(promoter())
                .when(new ChangePassword(STAFF, PASSWORD, PASSWORD))
                .rejects(StaffRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_password_of_another_account() {
        staff.by(SENDER, Role.ADMINISTRATOR)
                .given(promoter())
                .when(new ChangePassword(STAFF, PASSWORD, "new-secret"))
                .rejects(StaffRule.OTHER_ACCOUNT);
    }

    @Test
    void rejects_closed_account() {
        staff.given(promoter(), closed())
                .when(new ChangePassword(STAFF, PASSWORD, "new-secret"))
                .rejects(StaffRule.ACCOUNT_CLOSED);
    }
}
