package dev.wuwei.crm.staff;

import static dev.wuwei.crm.staff.StaffHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.staff.StaffCommand.ChangeRoles;
import dev.wuwei.crm.staff.StaffEvent.RolesChanged;
import dev.wuwei.crm.testing.AggregateScenario;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeRolesTest {
    private final AggregateScenario<StaffMember> staff = staff();

    @Test
    void emits_roles_changed_and_the_directory_follows() {
        staff.given(promoter())
                .when(change(Role.PROMOTER, Role.SUPERVISOR))
                .emits(new RolesChanged(STAFF, Set.of(Role.PROMOTER, Role.SUPERVISOR), TODAY));
        assertThat(staff.directory.account(STAFF).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.PROMOTER, Role.SUPERVISOR);
    }

    @Test
    void emits_an_administrator_less_while_another_is_left() {
        withOtherAdministrator(staff);
        staff.given(opened(Role.ADMINISTRATOR)).when(change(Role.AUDITOR)).emitsTypes(RolesChanged.class);
    }

    @Test
    void emits_one_role_more_for_the_last_administrator() {
        staff.given(opened(Role.ADMINISTRATOR))
                .when(change(Role.ADMINISTRATOR, Role.AUDITOR))
                .emitsTypes(RolesChanged.class);
    }

    @Test
    void rejects_taking_the_last_administrator_away() {
        staff.given(opened(Role.ADMINISTRATOR)).when(change(Role.AUDITOR)).rejects(StaffRule.LAST_ADMINISTRATOR);
    }

    @Test
    void rejects_taking_ones_own_administration_away() {
        withOtherAdministrator(staff);
        staff.by(STAFF, Role.ADMINISTRATOR)
                .given(opened(Role.ADMINISTRATOR))
                .when(change(Role.AUDITOR))
                .rejects(StaffRule.OWN_ACCOUNT);
    }

    @Test
    void rejects_the_same_roles() {
        staff.given(promoter()).when(change(Role.PROMOTER)).rejects(StaffRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_the_same_change_twice() {
        staff.given(promoter(), new RolesChanged(STAFF, Set.of(Role.LEADER), OPENED_ON))
                .when(change(Role.LEADER))
                .rejects(StaffRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_no_role_at_all() {
        staff.given(promoter()).when(change()).rejects(StaffRule.NO_ROLE);
    }

    @Test
    void rejects_the_role_of_the_system() {
        staff.given(promoter()).when(change(Role.SYSTEM)).rejects(StaffRule.SYSTEM_ROLE_IS_NOT_GIVEN);
    }

    private static ChangeRoles change(Role... roles) {
        return new ChangeRoles(STAFF, Set.of(roles), TODAY, REASON);
    }
}
