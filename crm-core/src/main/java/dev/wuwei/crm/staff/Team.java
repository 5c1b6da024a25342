package dev.wuwei.crm.staff;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.staff.StaffCommand.CloseTeam;
import dev.wuwei.crm.staff.StaffCommand.MergeTeam;
import dev.wuwei.crm.staff.StaffCommand.MoveTeam;
import dev.wuwei.crm.staff.StaffCommand.OpenTeam;
import dev.wuwei.crm.staff.StaffCommand.RenameTeam;
import dev.wuwei.crm.staff.StaffEvent.TeamClosed;
import dev.wuwei.crm.staff.StaffEvent.TeamMerged;
import dev.wuwei.crm.staff.StaffEvent.TeamMoved;
import dev.wuwei.crm.staff.StaffEvent.TeamOpened;
import dev.wuwei.crm.staff.StaffEvent.TeamRenamed;
import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A team (科室/专班). Names of open teams are unique; a closed team gives its name back. */
@Aggregate(cache = "aggregateCache")
class Team {
    private static final String NAMES = "staff.team-name";

    @AggregateIdentifier
    private TeamId teamId;

    private String name;
    private Coded park;
    private LocalDate lastChangeOn;
    private boolean open;

    protected Team() {}

    @CommandHandler
    Team(OpenTeam command, Dictionaries dictionaries, Uniqueness uniqueness, StaffDirectory directory, EventMeta meta) {
        Violations violations = new Violations();
        violations.check(() -> Checks.present(command.teamId(), "teamId"));
        String checkedName = violations.value(() -> Checks.required(command.name(), Checks.NAME, "name"));
        Coded checkedPark =
                violations.value(() -> dictionaries.optional(DictionaryKind.PARK, command.parkCode(), "parkCode"));
        violations.check(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        violations.throwIfAny();
        ParkScope.check(checkedPark, meta);
        uniqueness.take(NAMES, checkedName, command.teamId(), "name", meta);
        directory.save(new StaffDirectory.Team(command.teamId(), checkedName, checkedPark, true));
        apply(new TeamOpened(command.teamId(), checkedName, checkedPark, command.occurredOn()));
    }

    @CommandHandler
    void handle(RenameTeam command, Uniqueness uniqueness, StaffDirectory directory, EventMeta meta) {
        requireOpen();
        ParkScope.check(park, meta);
        Violations violations = new Violations();
        String newName = violations.value(() -> Checks.required(command.name(), Checks.NAME, "name"));
        violations.check(() -> Checks.reason(command.reason()));
        violations.check(() -> sinceLastChange(command.occurredOn(), meta));
        violations.throwIfAny();
        if (newName.equals(name)) {
            throw new RuleViolated(StaffRule.NOTHING_CHANGED);
        }
        uniqueness.take(NAMES, newName, teamId, "name", meta);
        uniqueness.release(NAMES, name, teamId);
        directory.save(new StaffDirectory.Team(teamId, newName, park, true));
        apply(new TeamRenamed(teamId, newName, command.occurredOn()));
    }

    @CommandHandler
    void handle(CloseTeam command, Uniqueness uniqueness, StaffDirectory directory, EventMeta meta) {
        requireOpen();
        ParkScope.check(park, meta);
        Violations violations = new Violations();
        violations.check(() -> Checks.reason(command.reason()));
        violations.check(() -> sinceLastChange(command.occurredOn(), meta));
        violations.throwIfAny();
        leave(uniqueness, directory);
        apply(new TeamClosed(teamId, command.occurredOn()));
    }

    @CommandHandler
    void handle(MergeTeam command, Uniqueness uniqueness, StaffDirectory directory, EventMeta meta) {
        requireOpen();
        ParkScope.check(park, meta);
        Violations violations = new Violations();
        violations.when(teamId.equals(command.intoTeamId()), StaffRule.TEAM_INTO_ITSELF);
        StaffDirectory.Team into =
                violations.value(() -> directory.requireOpenTeam(command.intoTeamId(), "intoTeamId"));
        violations.check(() -> Checks.reason(command.reason()));
        violations.check(() -> sinceLastChange(command.occurredOn(), meta));
        violations.throwIfAny();
        ParkScope.check(into.park(), meta);
        leave(uniqueness, directory);
        apply(new TeamMerged(teamId, into.teamId(), into.name(), command.occurredOn()));
    }

    @CommandHandler
    void handle(MoveTeam command, Dictionaries dictionaries, StaffDirectory directory, EventMeta meta) {
        requireOpen();
        ParkScope.check(park, meta);
        Violations violations = new Violations();
        Coded newPark = violations.value(
                () -> dictionaries.optional(DictionaryKind.PARK, command.parkCode(), park, "parkCode"));
        violations.check(() -> Checks.reason(command.reason()));
        violations.check(() -> sinceLastChange(command.occurredOn(), meta));
        violations.throwIfAny();
        ParkScope.check(newPark, meta);
        if (Objects.equals(newPark, park)) {
            throw new RuleViolated(StaffRule.NOTHING_CHANGED);
        }
        directory.save(new StaffDirectory.Team(teamId, name, newPark, true));
        apply(new TeamMoved(teamId, newPark, command.occurredOn()));
    }

    /** It is there no more, and gives its name back. */
    private void leave(Uniqueness uniqueness, StaffDirectory directory) {
        uniqueness.release(NAMES, name, teamId);
        directory.save(new StaffDirectory.Team(teamId, name, park, false));
    }

    private void requireOpen() {
        if (!open) {
            throw new RuleViolated(StaffRule.TEAM_CLOSED);
        }
    }

    private void sinceLastChange(LocalDate occurredOn, EventMeta meta) {
        Checks.happened(occurredOn, meta.today(), "occurredOn");
        Checks.notBefore(occurredOn, lastChangeOn, "occurredOn");
    }

    @EventSourcingHandler
    void on(TeamOpened event) {
        teamId = event.teamId();
        name = event.name();
        park = event.park();
        lastChangeOn = event.occurredOn();
        open = true;
    }

    @EventSourcingHandler
    void on(TeamRenamed event) {
        name = event.name();
        lastChangeOn = event.occurredOn();
    }

    @EventSourcingHandler
    void on(TeamClosed event) {
        open = false;
    }

    @EventSourcingHandler
    void on(TeamMerged event) {
        open = false;
    }

    @EventSourcingHandler
    void on(TeamMoved event) {
        park = event.park();
        lastChangeOn = event.occurredOn();
    }
}
