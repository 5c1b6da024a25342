package dev.wuwei.crm.staff;

import static dev.wuwei.crm.staff.StaffHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.staff.StaffCommand.ChangeParkScope;
import dev.wuwei.crm.staff.StaffEvent.ParkScopeChanged;
import dev.wuwei.crm.testing.AggregateScenario;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeParkScopeTest {
    private final AggregateScenario<StaffMember> staff = staff();

    @Test
    void emits_park_scope_changed_and_the_directory_follows() {
        staff.given(promoter())
                .when(change(OTHER_PARK.code()))
                .emits(new ParkScopeChanged(STAFF, List.of(OTHER_PARK), TODAY));
        assertThat(staff.directory.account(STAFF).orElseThrow().parks()).containsExactly(OTHER_PARK.code());
    }

    @Test
    void emits_all_parks() {
        staff.given(promoter()).when(change()).emits(new ParkScopeChanged(STAFF, List.of(), TODAY));
    }

    @Test
    void rejects_the_same_scope() {
        staff.given(promoter()).when(change(PARK.code())).rejects(StaffRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_the_same_change_twice() {
        staff.given(promoter(), new ParkScopeChanged(STAFF, List.of(), OPENED_ON))
                .when(change())
                .rejects(StaffRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_unknown_park() {
        staff.given(promoter()).when(change(NO_SUCH_CODE)).rejectsAt("parkCodes", SharedRule.UNKNOWN_CODE);
    }

    @Test
    void rejects_scope_wider_than_the_senders() {
        staff.given(promoter())
                .seeing(PARK.code())
                .when(change(PARK.code(), OTHER_PARK.code()))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    private static ChangeParkScope change(String... parks) {
        return new ChangeParkScope(STAFF, Set.of(parks), TODAY, REASON);
    }
}
