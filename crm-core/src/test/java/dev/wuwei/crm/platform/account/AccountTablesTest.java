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
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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

    private static Account promoter(StaffId id, AccountState state) {
        return new Account(id, "u" + id.value(), Set.of(Role.PROMOTER), Set.of(), null, state);
    }

    @Test
    void an_account_is_known_for_ever_and_its_state_is_that_of_this_very_moment() {
        StaffTable here = new StaffTable(dataSource);
        StaffTable otherNode = new StaffTable(dataSource);
        StaffId id = StaffId.next();
        assertThat(here.isKnown(id)).isFalse();
        otherNode.save(promoter(id, AccountState.ACTIVE));
        assertThat(here.isKnown(id)).isTrue();
        otherNode.save(promoter(id, AccountState.LOCKED));
        assertThat(here.isKnown(id)).isTrue();
        assertThat(here.account(id)).map(Account::maySignIn).contains(false);
        assertThat(here.isInService(id)).isTrue();
        otherNode.save(promoter(id, AccountState.CLOSED));
        assertThat(here.isKnown(id)).isTrue();
        assertThat(here.isInService(id)).isFalse();
    }

    @Test
    void an_account_whose_opening_is_rolled_back_was_known_to_that_transaction_only() {
        StaffTable staff = new StaffTable(dataSource);
        StaffId id = StaffId.next();
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.executeWithoutResult(status -> {
            staff.save(promoter(id, AccountState.ACTIVE));
            assertThat(staff.isKnown(id)).isTrue();
            status.setRollbackOnly();
        });
        assertThat(staff.isKnown(id)).isFalse();
        transaction.executeWithoutResult(status -> {
            staff.save(promoter(id, AccountState.ACTIVE));
            assertThat(staff.isKnown(id)).isTrue();
        });
        assertThat(staff.isKnown(id)).isTrue();
    }
}
