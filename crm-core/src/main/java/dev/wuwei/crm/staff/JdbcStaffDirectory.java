package dev.wuwei.crm.staff;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcStaffDirectory implements StaffDirectory {
    private final JdbcClient jdbc;

    JdbcStaffDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> account(StaffId staffId) {
        return jdbc.sql("select * from es.staff_account where staff_id = ?")
                .param(staffId.value())
                .query(JdbcStaffDirectory::account)
                .optional();
    }

    @Override
    public Optional<Account> byUsername(String username) {
        return jdbc.sql("select * from es.staff_account where username = ?")
                .param(username.strip().toLowerCase(Locale.ROOT))
                .query(JdbcStaffDirectory::account)
                .optional();
    }

    @Override
    public Optional<Team> team(TeamId teamId) {
        return jdbc.sql("select * from es.team where team_id = ?")
                .param(teamId.value())
                .query(JdbcStaffDirectory::team)
                .optional();
    }

    @Override
    public boolean hasOtherAdministrator(StaffId staffId) {
        return jdbc.sql("""
                        select staff_id from es.staff_account
                        where state = 'ACTIVE' and 'ADMINISTRATOR' = any (roles)
                        order by staff_id for update""").query(UUID.class).list().stream().anyMatch(id -> !id.equals(staffId.value()));
    }

    @Override
    public void save(Account account) {
        jdbc.sql("""
                        insert into es.staff_account (staff_id, username, roles, parks, team_id, state)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (staff_id) do update
                        set roles = excluded.roles, parks = excluded.parks, team_id = excluded.team_id, state = excluded.state""")
                .param(account.staffId().value())
                .param(account.username())
                .param(account.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param(account.parks().stream().sorted().toArray(String[]::new))
                .param(account.teamId() == null ? null : account.teamId().value())
                .param(account.state().name())
                .update();
    }

    @Override
    public void save(Team team) {
        jdbc.sql("""
                        insert into es.team (team_id, name, park_code, park_name, open) values (?, ?, ?, ?, ?)
                        on conflict (team_id) do update set name = excluded.name, open = excluded.open""")
                .param(team.teamId().value())
                .param(team.name())
                .param(team.park() == null ? null : team.park().code())
                .param(team.park() == null ? null : team.park().name())
                .param(team.open())
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        UUID team = row.getObject("team_id", UUID.class);
        return new Account(
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getString("username"),
                texts(row.getArray("roles")).stream().map(Role::valueOf).collect(Collectors.toSet()),
                texts(row.getArray("parks")),
                team == null ? null : new TeamId(team),
                AccountState.valueOf(row.getString("state")));
    }

    private static Team team(ResultSet row, int number) throws SQLException {
        String parkCode = row.getString("park_code");
        return new Team(
                new TeamId(row.getObject("team_id", UUID.class)),
                row.getString("name"),
                parkCode == null ? null : new Coded(parkCode, row.getString("park_name")),
                row.getBoolean("open"));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).collect(Collectors.toSet());
    }
}
