package dev.wuwei.crm.platform.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.AccountState;
import dev.wuwei.crm.staff.StaffDirectory.Account;
import dev.wuwei.crm.staff.StaffDirectory.Team;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.staff.TeamId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccountTablesTest {
    private static HikariDataSource dataSource;

    @BeforeAll
    static void migrate() {
        dataSource = TestPostgres.migratedDataSource();
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    @Test
    void a_password_is_known_only_by_its_hash_and_can_be_changed_and_removed() {
        PasswordTable passwords = new PasswordTable(dataSource);
        StaffId staff = StaffId.next();
        assertThat(passwords.matches(staff, "demo-2026")).isFalse();
        passwords.set(staff, "demo-2026");
        assertThat(passwords.matches(staff, "demo-2026")).isTrue();
        assertThat(passwords.matches(staff, "demo-2027")).isFalse();
        passwords.set(staff, "招商引资二〇二六年");
        assertThat(passwords.matches(staff, "demo-2026")).isFalse();
        assertThat(passwords.matches(staff, "招商引资二〇二六年")).isTrue();
        passwords.remove(staff);
        assertThat(passwords.matches(staff, "招商引资二〇二六年")).isFalse();
        assertThat(passwords.matches(null, "x")).isFalse();
    }

    @Test
    void a_short_password_is_refused_at_its_field() {
        PasswordTable passwords = new PasswordTable(dataSource);
        assertThatThrownBy(() -> passwords.set(StaffId.next(), "kurz"))
                .isInstanceOfSatisfying(RuleViolated.class, e -> {
                    assertThat(e.rule()).isEqualTo(StaffRule.PASSWORD_TOO_WEAK);
                    assertThat(e.violations().getFirst().field()).isEqualTo("password");
                });
    }

    @Test
    void accounts_and_teams_are_found_as_they_were_saved() {
        StaffTable staff = new StaffTable(dataSource);
        StaffId id = StaffId.next();
        TeamId team = new TeamId(UUID.randomUUID());
        staff.save(new Team(team, "招商一组", new Coded("wuxi", "吴溪工业区"), true));
        Account account = new Account(
                id, "zhang.san", Set.of(Role.PROMOTER, Role.ADMINISTRATOR), Set.of("wuxi"), team, AccountState.ACTIVE);
        staff.save(account);
        assertThat(staff.byUsername(" Zhang.San ")).contains(account);
        assertThat(staff.team(team)).map(Team::park).contains(new Coded("wuxi", "吴溪工业区"));
        assertThat(staff.hasOtherAdministrator(id)).isFalse();
        assertThat(staff.hasOtherAdministrator(StaffId.next())).isTrue();
        staff.save(new Account(id, "zhang.san", Set.of(Role.PROMOTER), Set.of(), null, AccountState.CLOSED));
        assertThat(staff.isInService(id)).isFalse();
    }
}
