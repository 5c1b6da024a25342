package dev.wuwei.crm.platform.account;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.AccountState;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.staff.TeamId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** {@code es.staff} and {@code es.team}: written in the command's transaction, so rules and sign-in never see yesterday. */
@Component
final class StaffTable implements StaffDirectory {
    /** One number for "who administers" among all advisory locks of this database. */
    private static final long ADMINISTRATORS = 7_301_001;

    private static final String ACCOUNT = "select staff_id, username, roles, parks, team_id, state from es.staff ";

    private final JdbcClient jdbc;

    /** Accounts that a committed transaction has seen. Rows are never removed, so on every node this stays true. */
    private final Set<StaffId> known = ConcurrentHashMap.newKeySet();

    StaffTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public Optional<Account> account(StaffId staffId) {
        return jdbc.sql(ACCOUNT + "where staff_id = ?")
                .param(staffId.value())
                .query((row, number) -> account(row))
                .optional();
    }

    @Override
    public boolean isKnown(StaffId staffId) {
        if (known.contains(staffId)) {
            return true;
        }
        boolean found = account(staffId).isPresent();
        if (found) {
            rememberOnceCommitted(staffId);
        }
        return found;
    }

    /** What this very transaction saved may yet be rolled back. */
    private void rememberOnceCommitted(StaffId staffId) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            known.add(staffId);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.add(staffId);
            }
        });
    }

    @Override
    public Optional<Account> byUsername(String username) {
        return jdbc.sql(ACCOUNT + "where username = ?")
                .param(username.strip().toLowerCase(Locale.ROOT))
                .query((row, number) -> account(row))
                .optional();
    }

    private static Account account(ResultSet row) throws SQLException {
        UUID team = row.getObject("team_id", UUID.class);
        return new Account(
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getString("username"),
                texts(row.getArray("roles")).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(texts(row.getArray("parks"))),
                team == null ? null : new TeamId(team),
                AccountState.valueOf(row.getString("state")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    @Override
    public Optional<Team> team(TeamId teamId) {
        return jdbc.sql("select name, park_code, park_name, open from es.team where team_id = ?")
                .param(teamId.value())
                .query((row, number) -> new Team(
                        teamId,
                        row.getString(1),
                        row.getString(2) == null ? null : new Coded(row.getString(2), row.getString(3)),
                        row.getBoolean(4)))
                .optional();
    }

    @Override
    public List<StaffId> inService(Role role, String parkCode) {
        return jdbc.sql("""
                        select staff_id from es.staff where state <> 'CLOSED' and ? = any (roles)
                            and (cardinality(parks) = 0 or ? = any (parks)) order by staff_id""")
                .params(role.name(), parkCode)
                .query((row, number) -> new StaffId(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    public boolean hasOtherAdministrator(StaffId staffId) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(ADMINISTRATORS)
                .query()
                .listOfRows();
        return jdbc.sql("select exists (select 1 from es.staff where staff_id <> ? and state = 'ACTIVE'"
                        + " and 'ADMINISTRATOR' = any (roles))")
                .param(staffId.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void save(Account account) {
        jdbc.sql("""
                        insert into es.staff (staff_id, username, roles, parks, team_id, state) values (?, ?, ?, ?, ?, ?)
                        on conflict (staff_id) do update set username = excluded.username, roles = excluded.roles,
                            parks = excluded.parks, team_id = excluded.team_id, state = excluded.state""")
                .param(account.staffId().value())
                .param(account.username())
                .param(account.roles().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param(account.parks().stream().sorted().toArray(String[]::new))
                .param(account.teamId() == null ? null : account.teamId().value())
                .param(account.state().name())
                .update();
    }

    @Override
    public void save(Team team) {
        jdbc.sql("""
                        insert into es.team (team_id, name, park_code, park_name, open) values (?, ?, ?, ?, ?)
                        on conflict (team_id) do update set name = excluded.name, park_code = excluded.park_code,
                            park_name = excluded.park_name, open = excluded.open""")
                .param(team.teamId().value())
                .param(team.name())
                .param(team.park() == null ? null : team.park().code())
                .param(team.park() == null ? null : team.park().name())
                .param(team.open())
                .update();
    }
}
