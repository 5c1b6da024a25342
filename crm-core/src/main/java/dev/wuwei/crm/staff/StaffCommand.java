package dev.wuwei.crm.staff;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about accounts, roles, teams and park scope. */
public sealed interface StaffCommand extends Command {

    /**
     * @param username unique, lower case letters, digits and dots
     * @param title post as shown beside the name, for example 副县长
     * @param parkCodes parks in scope; empty means all
     * @param password first password; its hash is kept outside the events
     */
    @Allowed(Role.ADMINISTRATOR)
    record OpenAccount(
            @TargetAggregateIdentifier @NewId StaffId staffId,
            String username,
            String name,
            String title,
            String phone,
            Set<Role> roles,
            Set<String> parkCodes,
            TeamId teamId,
            String password,
            LocalDate occurredOn)
            implements StaffCommand {}

    @Allowed(Role.ADMINISTRATOR)
    record ChangeProfile(
            @TargetAggregateIdentifier StaffId staffId, String name, String title, String phone, LocalDate occurredOn)
            implements StaffCommand {}

    @Allowed(Role.ADMINISTRATOR)
    record ChangeRoles(@TargetAggregateIdentifier StaffId staffId, Set<Role> roles, LocalDate occurredOn, String reason)
            implements StaffCommand, Reasoned {}

    @Allowed(Role.ADMINISTRATOR)
    record ChangeParkScope(
            @TargetAggregateIdentifier StaffId staffId, Set<String> parkCodes, LocalDate occurredOn, String reason)
            implements StaffCommand, Reasoned {}

    @Allowed(Role.ADMINISTRATOR)
    record JoinTeam(@TargetAggregateIdentifier StaffId staffId, TeamId teamId, LocalDate occurredOn)
            implements StaffCommand {}

    /** The account's own password; {@code current} must match. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR})
    record ChangePassword(@TargetAggregateIdentifier StaffId staffId, String current, String password)
            implements StaffCommand {}

    @Allowed(Role.ADMINISTRATOR)
    record ResetPassword(@TargetAggregateIdentifier StaffId staffId, String password, String reason)
            implements StaffCommand, Reasoned {}

    @Allowed(Role.ADMINISTRATOR)
    record LockAccount(@TargetAggregateIdentifier StaffId staffId, String reason) implements StaffCommand, Reasoned {}

    @Allowed(Role.ADMINISTRATOR)
    record UnlockAccount(@TargetAggregateIdentifier StaffId staffId, String reason) implements StaffCommand, Reasoned {}

    @Allowed(Role.ADMINISTRATOR)
    record CloseAccount(@TargetAggregateIdentifier StaffId staffId, LocalDate occurredOn, String reason)
            implements StaffCommand, Reasoned {}

    @Allowed(Role.ADMINISTRATOR)
    record OpenTeam(@TargetAggregateIdentifier @NewId TeamId teamId, String name, String parkCode, LocalDate occurredOn)
            implements StaffCommand {}

    @Allowed(Role.ADMINISTRATOR)
    record RenameTeam(@TargetAggregateIdentifier TeamId teamId, String name, LocalDate occurredOn, String reason)
            implements StaffCommand, Reasoned {}

    @Allowed(Role.ADMINISTRATOR)
    record CloseTeam(@TargetAggregateIdentifier TeamId teamId, LocalDate occurredOn, String reason)
            implements StaffCommand, Reasoned {}

    /**
     * A reorganisation: its projects stay where they are until somebody takes them over.
     *
     * @param intoTeamId open team that it becomes a part of
     * @param occurredOn first day on which it is so
     */
    @Allowed(Role.ADMINISTRATOR)
    record MergeTeam(@TargetAggregateIdentifier TeamId teamId, TeamId intoTeamId, LocalDate occurredOn, String reason)
            implements StaffCommand, Reasoned {}

    /** @param parkCode park that it works for from then on, or {@code null} for all */
    @Allowed(Role.ADMINISTRATOR)
    record MoveTeam(@TargetAggregateIdentifier TeamId teamId, String parkCode, LocalDate occurredOn, String reason)
            implements StaffCommand, Reasoned {}
}
