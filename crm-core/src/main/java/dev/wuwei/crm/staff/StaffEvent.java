package dev.wuwei.crm.staff;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DataSubject;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What happened to accounts, roles, teams and park scope. */
public sealed interface StaffEvent extends DomainEvent {

    record AccountOpened(
            @DataSubject StaffId staffId,
            String username,
            @PersonalData String name,
            String title,
            @PersonalData String phone,
            Set<Role> roles,
            List<Coded> parks,
            TeamId teamId,
            String teamName,
            LocalDate occurredOn)
            implements StaffEvent {}

    record ProfileChanged(
            @DataSubject StaffId staffId,
            @PersonalData String name,
            String title,
            @PersonalData String phone,
            LocalDate occurredOn)
            implements StaffEvent {}

    record RolesChanged(StaffId staffId, Set<Role> roles, LocalDate occurredOn) implements StaffEvent {}

    record ParkScopeChanged(StaffId staffId, List<Coded> parks, LocalDate occurredOn) implements StaffEvent {}

    record TeamJoined(StaffId staffId, TeamId teamId, String teamName, LocalDate occurredOn) implements StaffEvent {}

    record PasswordChanged(StaffId staffId, boolean byAdministrator, LocalDate occurredOn) implements StaffEvent {}

    record AccountLocked(StaffId staffId, LocalDate occurredOn) implements StaffEvent {}

    record AccountUnlocked(StaffId staffId, LocalDate occurredOn) implements StaffEvent {}

    record AccountClosed(StaffId staffId, LocalDate occurredOn) implements StaffEvent {}

    record TeamOpened(TeamId teamId, String name, Coded park, LocalDate occurredOn) implements StaffEvent {}

    record TeamRenamed(TeamId teamId, String name, LocalDate occurredOn) implements StaffEvent {}

    record TeamClosed(TeamId teamId, LocalDate occurredOn) implements StaffEvent {}

    /**
     * It became a part of another team and is there no more.
     *
     * @param occurredOn first day on which it is so
     */
    record TeamMerged(TeamId teamId, TeamId intoTeamId, String intoTeamName, LocalDate occurredOn)
            implements StaffEvent {}

    /** @param park that it works for from then on, or {@code null} for all */
    record TeamMoved(TeamId teamId, Coded park, LocalDate occurredOn) implements StaffEvent {}
}
