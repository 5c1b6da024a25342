package dev.wuwei.crm.projections.staff;

import dev.wuwei.crm.projections.support.Like;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of our people for every screen; accounts for the administrator. */
@Component
public class StaffQuery {
    private static final String NAME = """
            select s.staff_id, s.name, s.title, coalesce(t.name, s.team_name) as team_name, s.state
            from staff s left join team t on t.team_id = s.team_id
            """;
    private static final String ACCOUNT = """
            select s.*, coalesce(t.name, s.team_name) as team_now
            from staff s left join team t on t.team_id = s.team_id
            """;

    private final JdbcClient jdbc;

    public StaffQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<StaffName> name(StaffId id) {
        return Optional.ofNullable(names(List.of(id)).get(id));
    }

    /** @return those that are known; {@code null} ids are skipped */
    public Map<StaffId, StaffName> names(Collection<StaffId> ids) {
        UUID[] wanted = ids.stream()
                .filter(Objects::nonNull)
                .map(StaffId::value)
                .distinct()
                .toArray(UUID[]::new);
        Map<StaffId, StaffName> names = new HashMap<>();
        if (wanted.length > 0) {
            jdbc.sql(NAME + " where s.staff_id = any(:ids)")
                    .param("ids", wanted)
                    .query(StaffQuery::staffName)
                    .list()
                    .forEach(name -> names.put(name.staffId(), name));
        }
        return names;
    }

    /** Everybody, closed accounts too: a few hundred names at most. For pickers filter by state and role. */
    public List<StaffName> everybody() {
        return jdbc.sql(NAME + " order by s.name collate pinyin, s.username")
                .query(StaffQuery::staffName)
                .list();
    }

    /**
     * People one may choose for a task, whose accounts are in use.
     *
     * @param text part of name or title; {@code null} for all
     * @param role one they must hold; {@code null} for any
     * @param park one they must have in scope; {@code null} for any
     */
    public List<StaffName> choose(String text, Role role, String park, int limit) {
        return jdbc.sql(NAME + """
                         where s.state = 'ACTIVE'
                           and (cast(:text as text) is null or s.name ilike :text or s.title ilike :text)
                           and (cast(:role as text) is null or :role = any(s.roles))
                           and (cast(:park as text) is null or s.park_codes = '{}' or :park = any(s.park_codes))
                         order by s.name collate pinyin, s.username limit :limit
                        """)
                .param("text", text == null || text.isBlank() ? null : "%" + Like.literal(text.strip()) + "%")
                .param("role", role == null ? null : role.name())
                .param("park", park)
                .param("limit", limit)
                .query(StaffQuery::staffName)
                .list();
    }

    /** Colleagues in the same team as this person, the person included; just the person when in no team. */
    public Set<StaffId> teamOf(StaffId id) {
        return Set.copyOf(jdbc.sql("""
                        select s.staff_id from staff s
                        where s.staff_id = :id
                           or s.team_id = (select me.team_id from staff me where me.staff_id = :id) and not s.closed
                        """)
                .param("id", id.value())
                .query((row, n) -> new StaffId(row.getObject(1, UUID.class)))
                .list());
    }

    public Optional<Account> byUsername(String username) {
        return jdbc.sql(ACCOUNT + " where s.username = :username")
                .param("username", username)
                .query(StaffQuery::account)
                .optional();
    }

    /** @return empty unless the viewer keeps or audits accounts, or asks for his own */
    public Optional<Account> account(StaffId id, Viewer viewer) {
        return mayList(viewer) || id.equals(viewer.staffId())
                ? jdbc.sql(ACCOUNT + " where s.staff_id = :id")
                        .param("id", id.value())
                        .query(StaffQuery::account)
                        .optional()
                : Optional.empty();
    }

    /**
     * Accounts by name.
     *
     * @param text part of user name, name, title or team; {@code null} for all
     * @param role {@code null} for any
     * @param state {@code null} for any
     * @return nothing unless the viewer keeps or audits accounts
     */
    public Page.Of<Account> accounts(String text, Role role, StaffState state, Page page, Viewer viewer) {
        if (!mayList(viewer)) {
            return new Page.Of<>(List.of(), 0);
        }
        String where = """
                 where (cast(:text as text) is null or s.username ilike :text or s.name ilike :text or s.title ilike :text
                        or coalesce(t.name, s.team_name) ilike :text)
                   and (cast(:role as text) is null or :role = any(s.roles))
                   and (cast(:state as text) is null or s.state = :state)
                """;
        Map<String, Object> params = new HashMap<>();
        params.put("text", text == null || text.isBlank() ? null : "%" + Like.literal(text.strip()) + "%");
        params.put("role", role == null ? null : role.name());
        params.put("state", state == null ? null : state.name());
        long total = jdbc.sql("select count(*) from staff s left join team t on t.team_id = s.team_id" + where)
                .params(params)
                .query(Long.class)
                .single();
        List<Account> rows = jdbc.sql(
                        ACCOUNT + where + " order by s.name collate pinyin, s.username limit :limit offset :offset")
                .params(params)
                .param("limit", page.size())
                .param("offset", page.offset())
                .query(StaffQuery::account)
                .list();
        return new Page.Of<>(rows, total);
    }

    public List<Team> teams(boolean closedToo) {
        return jdbc.sql("""
                        select t.*, (select count(*) from staff s where s.team_id = t.team_id and not s.closed) as members
                        from team t where :closed or not t.closed order by t.name collate pinyin, t.team_id
                        """)
                .param("closed", closedToo)
                .query((row, n) -> new Team(
                        new TeamId(row.getObject("team_id", UUID.class)),
                        row.getString("name"),
                        row.getString("park_code") == null
                                ? null
                                : new Coded(row.getString("park_code"), row.getString("park_name")),
                        row.getBoolean("closed"),
                        row.getString("merged_into"),
                        row.getInt("members")))
                .list();
    }

    private static boolean mayList(Viewer viewer) {
        return viewer.has(Role.ADMINISTRATOR) || viewer.has(Role.AUDITOR) || viewer.has(Role.SYSTEM);
    }

    private static StaffName staffName(ResultSet row, int number) throws SQLException {
        return new StaffName(
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getString("name"),
                row.getString("title"),
                row.getString("team_name"),
                StaffState.valueOf(row.getString("state")));
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        UUID team = row.getObject("team_id", UUID.class);
        Set<Role> roles = new TreeSet<>();
        for (String role : (String[]) row.getArray("roles").getArray()) {
            roles.add(Role.valueOf(role));
        }
        OffsetDateTime changed = row.getObject("password_changed_at", OffsetDateTime.class);
        return new Account(
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getString("username"),
                row.getString("name"),
                row.getString("title"),
                row.getString("phone"),
                roles,
                StaffReadModel.parks(row),
                team == null ? null : new TeamId(team),
                row.getString("team_now"),
                StaffState.valueOf(row.getString("state")),
                row.getObject("opened_on", LocalDate.class),
                changed == null ? null : changed.toInstant(),
                row.getObject("last_event_at", OffsetDateTime.class).toInstant(),
                row.getLong("sequence"));
    }
}
