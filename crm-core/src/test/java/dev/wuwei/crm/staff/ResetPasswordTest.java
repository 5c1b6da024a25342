package dev.wuwei.crm.staff;

import static dev.wuwei.crm.staff.StaffHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.staff.StaffCommand.ResetPassword;
import dev.wuwei.crm.staff.StaffEvent.PasswordChanged;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class ResetPasswordTest {
    private final AggregateScenario<StaffMember> staff = staff();

    @Test
    void emits_password_changed_by_the_administrator() {
        staff.given(promoter())
                .when(new ResetPassword(STAFF, "new-secret", REASON))
                .emits(new PasswordChanged(STAFF, true, TODAY));
        assertThat(staff.credentials.matches(STAFF, "new-secret")).isTrue();
    }

    @Test
    void rejects_ones_own_password() {
        staff.by(STAFF, Role.ADMINISTRATOR)
                .given(opened(Role.ADMINISTRATOR))
                .when(new ResetPassword(STAFF, "new-secret", REASON))
                .rejects(StaffRule.OWN_ACCOUNT);
    }

    @Test
    void rejects_weak_password_and_missing_reason_at_once() {
        staff.given(promoter())
                .when(new ResetPassword(STAFF, "li.na2026", " "))
                .rejectsAll(StaffRule.PASSWORD_TOO_WEAK, SharedRule.REASON_REQUIRED);
    }
}
