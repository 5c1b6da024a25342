package dev.wuwei.crm.staff;

import static dev.wuwei.crm.staff.StaffHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.staff.StaffCommand.ChangeProfile;
import dev.wuwei.crm.staff.StaffEvent.ProfileChanged;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class ChangeProfileTest {
    private final AggregateScenario<StaffMember> staff = staff();

    @Test
    void emits_profile_changed() {
        staff.given(promoter())
                .when(change("李娜", "副科长", "13800138000"))
                .emits(new ProfileChanged(STAFF, "李娜", "副科长", "13800138000", TODAY));
    }

    @Test
    void rejects_the_same_profile() {
        staff.given(promoter()).when(change("李娜", "科员", "13800138000")).rejects(StaffRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_the_same_change_twice() {
        staff.given(promoter(), new ProfileChanged(STAFF, "李娜", "副科长", "13800138000", OPENED_ON))
                .when(change("李娜", "副科长", "13800138000"))
                .rejects(StaffRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_wrong_fields_at_once() {
        staff.given(promoter())
                .when(change("李\u202E娜", "长".repeat(101), "12x"))
                .rejectsAll(SharedRule.FORBIDDEN_CHARACTERS, SharedRule.TOO_LONG, StaffRule.PHONE_FORM);
    }

    private static ChangeProfile change(String name, String title, String phone) {
        return new ChangeProfile(STAFF, name, title, phone, TODAY);
    }
}
