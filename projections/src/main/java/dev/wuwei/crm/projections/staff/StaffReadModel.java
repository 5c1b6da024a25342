package dev.wuwei.crm.projections.staff;

import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffEvent;
import dev.wuwei.crm.staff.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/** Our people: who is behind an id, what they may do, and the teams they work in. */
@Component
@ProcessingGroup("staff")
public class StaffReadModel extends ReadModel {

    private static final Table<StaffId, Person> STAFF = Table.<StaffId, Person>keyed(
                    "staff", "staff_id", "uuid", person -> person.id)
            .column("username", "text", person -> person.username)
            .column("name", "text", person -> person.name)
            .column("title", "text", person -> person.title)
            .column("phone", "text", person -> person.phone)
            .column("roles", "text[]", person -> person.roles)
            .column(
                    "park_codes",
                    "text[]",
                    person -> person.parks.stream().map(Coded::code).toList())
            .column(
                    "park_names",
                    "text[]",
                    person -> person.parks.stream().map(Coded::name).toList())
            .column("team_id", "uuid", person -> person.teamId)
            .column("team_name", "text", person -> person.teamName)
            .column("state", "text", Person::state)
            .column("locked", "boolean", person -> person.locked)
            .column("closed", "boolean", person -> person.closed)
            .column("opened_on", "date", person -> person.openedOn)
            .column("password_changed_at", "timestamptz", person -> person.passwordChangedAt)
            .column("last_event_at", "timestamptz", person -> person.lastEventAt)
            .column("last_position", "bigint", person -> person.lastPosition)
            .column("sequence", "bigint", person -> person.sequence)
            .readBy(Person::read);

    private static final Table<TeamId, TeamRow> TEAMS = Table.<TeamId, TeamRow>keyed(
                    "team", "team_id", "uuid", TeamRow::id)
            .column("name", "text", TeamRow::name)
            .column("park_code", "text", team -> team.park == null ? null : team.park.code())
            .column("park_name", "text", team -> team.park == null ? null : team.park.name())
            .column("closed", "boolean", TeamRow::closed)
            .column("merged_into", "text", TeamRow::mergedInto)
            .column("sequence", "bigint", TeamRow::sequence)
            .readBy(row -> new TeamRow(
                    new TeamId(row.getObject("team_id", UUID.class)),
                    row.getString("name"),
                    row.getString("park_code") == null
                            ? null
                            : new Coded(row.getString("park_code"), row.getString("park_name")),
                    row.getBoolean("closed"),
                    row.getString("merged_into"),
                    row.getLong("sequence")));

    private record TeamRow(TeamId id, String name, Coded park, boolean closed, String mergedInto, long sequence) {}

    private static final class Person {
        StaffId id;
        String username;
        String name;
        String title;
        String phone;
        Set<Role> roles = new TreeSet<>();
        List<Coded> parks = List.of();
        TeamId teamId;
        String teamName;
        boolean locked;
        boolean closed;
        LocalDate openedOn;
        Instant passwordChangedAt;
        Instant lastEventAt;
        long lastPosition;
        long sequence = -1;

        StaffState state() {
            return closed ? StaffState.CLOSED : locked ? StaffState.LOCKED : StaffState.ACTIVE;
        }

        static Person read(ResultSet row) throws SQLException {
            Person person = new Person();
            person.id = new StaffId(row.getObject("staff_id", UUID.class));
            person.username = row.getString("username");
            person.name = row.getString("name");
            person.title = row.getString("title");
            person.phone = row.getString("phone");
            for (String role : (String[]) row.getArray("roles").getArray()) {
                person.roles.add(Role.valueOf(role));
            }
            person.parks = parks(row);
            UUID team = row.getObject("team_id", UUID.class);
            person.teamId = team == null ? null : new TeamId(team);
            person.teamName = row.getString("team_name");
            person.locked = row.getBoolean("locked");
            person.closed = row.getBoolean("closed");
            person.openedOn = row.getObject("opened_on", LocalDate.class);
            OffsetDateTime changed = row.getObject("password_changed_at", OffsetDateTime.class);
            person.passwordChangedAt = changed == null ? null : changed.toInstant();
            person.lastEventAt =
                    row.getObject("last_event_at", OffsetDateTime.class).toInstant();
            person.lastPosition = row.getLong("last_position");
            person.sequence = row.getLong("sequence");
            return person;
        }
    }

    public StaffReadModel(DataSource dataSource) {
        super(dataSource, STAFF, TEAMS);
    }

    static List<Coded> parks(ResultSet row) throws SQLException {
        String[] codes = (String[]) row.getArray("park_codes").getArray();
        String[] names = (String[]) row.getArray("park_names").getArray();
        List<Coded> parks = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            parks.add(new Coded(codes[i], names[i]));
        }
        return parks;
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        if (!(event instanceof StaffEvent staff)) {
            return;
        }
        switch (staff) {
            case StaffEvent.AccountOpened e -> {
                Person person = person(e.staffId(), meta, batch);
                if (person != null) {
                    person.username = e.username();
                    person.name = e.name();
                    person.title = e.title();
                    person.phone = e.phone();
                    person.roles = new TreeSet<>(e.roles());
                    person.parks = e.parks() == null ? List.of() : e.parks();
                    person.teamId = e.teamId();
                    person.teamName = e.teamName();
                    person.openedOn = e.occurredOn();
                }
            }
            case StaffEvent.ProfileChanged e -> {
                Person person = person(e.staffId(), meta, batch);
                if (person != null) {
                    person.name = e.name();
                    person.title = e.title();
                    person.phone = e.phone();
                }
            }
            case StaffEvent.RolesChanged e -> {
                Person person = person(e.staffId(), meta, batch);
                if (person != null) {
                    person.roles = new TreeSet<>(e.roles());
                }
            }
            case StaffEvent.ParkScopeChanged e -> {
                Person person = person(e.staffId(), meta, batch);
                if (person != null) {
                    person.parks = e.parks() == null ? List.of() : e.parks();
                }
            }
            case StaffEvent.TeamJoined e -> {
                Person person = person(e.staffId(), meta, batch);
                if (person != null) {
                    person.teamId = e.teamId();
                    person.teamName = e.teamName();
                }
            }
            case StaffEvent.PasswordChanged e -> {
                Person person = person(e.staffId(), meta, batch);
                if (person != null) {
                    person.passwordChangedAt = meta.recordedAt();
                }
            }
            case StaffEvent.AccountLocked e -> {
                Person person = person(e.staffId(), meta, batch);
                if (person != null) {
                    person.locked = true;
                }
            }
            case StaffEvent.AccountUnlocked e -> {
                Person person = person(e.staffId(), meta, batch);
                if (person != null) {
                    person.locked = false;
                }
            }
            case StaffEvent.AccountClosed e -> {
                Person person = person(e.staffId(), meta, batch);
                if (person != null) {
                    person.closed = true;
                }
            }
            case StaffEvent.TeamOpened e -> {
                if (batch.rows(TEAMS).find(e.teamId()).isEmpty()) {
                    batch.rows(TEAMS).put(new TeamRow(e.teamId(), e.name(), e.park(), false, null, meta.sequence()));
                }
            }
            case StaffEvent.TeamRenamed e ->
                batch.rows(TEAMS)
                        .change(
                                e.teamId(),
                                team -> team.sequence >= meta.sequence()
                                        ? team
                                        : new TeamRow(
                                                team.id, e.name(), team.park, team.closed, null, meta.sequence()));
            case StaffEvent.TeamMoved e ->
                batch.rows(TEAMS)
                        .change(
                                e.teamId(),
                                team -> team.sequence >= meta.sequence()
                                        ? team
                                        : new TeamRow(
                                                team.id, team.name, e.park(), team.closed, null, meta.sequence()));
            case StaffEvent.TeamClosed e -> close(e.teamId(), null, meta, batch);
            case StaffEvent.TeamMerged e -> close(e.teamId(), e.intoTeamName(), meta, batch);
            default -> {}
        }
    }

    private static void close(TeamId id, String mergedInto, EventMeta meta, Batch batch) {
        batch.rows(TEAMS)
                .change(
                        id,
                        team -> team.sequence >= meta.sequence()
                                ? team
                                : new TeamRow(team.id, team.name, team.park, true, mergedInto, meta.sequence()));
    }

    /** @return the person to change, or {@code null} when the event was seen before */
    private static Person person(StaffId id, EventMeta meta, Batch batch) {
        Person person = batch.rows(STAFF).edit(id, () -> {
            Person fresh = new Person();
            fresh.id = id;
            fresh.lastEventAt = meta.recordedAt();
            return fresh;
        });
        if (meta.sequence() <= person.sequence) {
            return null;
        }
        person.sequence = meta.sequence();
        person.lastEventAt = meta.recordedAt();
        person.lastPosition = meta.position();
        return person;
    }
}
