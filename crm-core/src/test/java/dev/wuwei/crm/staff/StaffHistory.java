package dev.wuwei.crm.staff;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffEvent.AccountClosed;
import dev.wuwei.crm.staff.StaffEvent.AccountLocked;
import dev.wuwei.crm.staff.StaffEvent.AccountOpened;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** One account that the tests tell stories about, and an administrator who manages it. */
final class StaffHistory {
    static final StaffId STAFF = StaffId.next();
    static final TeamId TEAM = TeamId.next();
    static final LocalDate OPENED_ON = LocalDate.of(2026, 6, 1);
    static final String PASSWORD = "demo-2026";
    static final String USERNAMES = "staff.username";
    static final String REASON = "岗位调整";

    private StaffHistory() {}

    static AggregateScenario<StaffMember> staff() {
        AggregateScenario<StaffMember> scenario =
                AggregateScenario.of(StaffMember.class).by(SENDER, Role.ADMINISTRATOR);
        scenario.directory.withTeam(TEAM, "招商一科", PARK);
        scenario.credentials.set(STAFF, PASSWORD);
        return scenario;
    }

    static AccountOpened opened(Role... roles) {
        return new AccountOpened(
                STAFF, "li.na", "李娜", "科员", "13800138000", Set.of(roles), List.of(PARK), TEAM, "招商一科", OPENED_ON);
    }

    static AccountOpened promoter() {
        return opened(Role.PROMOTER);
    }

    static AccountLocked locked() {
        return new AccountLocked(STAFF, OPENED_ON);
    }

    static AccountClosed closed() {
        return new AccountClosed(STAFF, OPENED_ON);
    }

    /** Another account that could administer the system. */
    static void withOtherAdministrator(AggregateScenario<StaffMember> scenario) {
        scenario.directory.save(new StaffDirectory.Account(
                StaffId.next(), "admin2", Set.of(Role.ADMINISTRATOR), Set.of(), null, AccountState.ACTIVE));
    }
}
