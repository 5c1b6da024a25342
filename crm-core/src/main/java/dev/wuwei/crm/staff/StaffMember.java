package dev.wuwei.crm.staff;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.ContactForms;
import dev.wuwei.crm.shared.Credentials;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.staff.StaffCommand.ChangeParkScope;
import dev.wuwei.crm.staff.StaffCommand.ChangePassword;
import dev.wuwei.crm.staff.StaffCommand.ChangeProfile;
import dev.wuwei.crm.staff.StaffCommand.ChangeRoles;
import dev.wuwei.crm.staff.StaffCommand.CloseAccount;
import dev.wuwei.crm.staff.StaffCommand.JoinTeam;
import dev.wuwei.crm.staff.StaffCommand.LockAccount;
import dev.wuwei.crm.staff.StaffCommand.OpenAccount;
import dev.wuwei.crm.staff.StaffCommand.ResetPassword;
import dev.wuwei.crm.staff.StaffCommand.UnlockAccount;
import dev.wuwei.crm.staff.StaffEvent.AccountClosed;
import dev.wuwei.crm.staff.StaffEvent.AccountLocked;
import dev.wuwei.crm.staff.StaffEvent.AccountOpened;
import dev.wuwei.crm.staff.StaffEvent.AccountUnlocked;
import dev.wuwei.crm.staff.StaffEvent.ParkScopeChanged;
import dev.wuwei.crm.staff.StaffEvent.PasswordChanged;
import dev.wuwei.crm.staff.StaffEvent.ProfileChanged;
import dev.wuwei.crm.staff.StaffEvent.RolesChanged;
import dev.wuwei.crm.staff.StaffEvent.TeamJoined;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** An account and the person who works with it. A user name is never given twice, so that history stays readable. */
@Aggregate(cache = "aggregateCache")
class StaffMember {
    private static final String USERNAMES = "staff.username";
    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9]+)*");

    @AggregateIdentifier
    private StaffId staffId;

    private String username;
    private Profile profile;
    private Set<Role> roles;
    private List<Coded> parks;
    private TeamId teamId;
    private LocalDate openedOn;
    private AccountState state;

    protected StaffMember() {}

    @CommandHandler
    StaffMember(
            OpenAccount command,
            Dictionaries dictionaries,
            Uniqueness uniqueness,
            StaffDirectory directory,
            Credentials credentials,
            EventMeta meta) {
        Violations violations = new Violations();
        violations.check(() -> Checks.present(command.staffId(), "staffId"));
        String checkedName = violations.value(() -> username(command.username()));
        Profile checked = Profile.check(command.name(), command.title(), command.phone(), violations);
        Set<Role> checkedRoles = violations.value(() -> roles(command.roles()));
        List<Coded> checkedParks = violations.value(() -> parks(command.parkCodes(), dictionaries));
        StaffDirectory.Team team = violations.value(
                () -> command.teamId() == null ? null : directory.requireOpenTeam(command.teamId(), "teamId"));
        violations.check(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        violations.check(() -> PasswordPolicy.check(checkedName, command.password()));
        violations.throwIfAny();
        requireWithinScope(checkedParks, meta);
        uniqueness.take(USERNAMES, checkedName, command.staffId(), "username", meta);
        credentials.set(command.staffId(), command.password());
        directory.save(new StaffDirectory.Account(
                command.staffId(),
                checkedName,
                checkedRoles,
                codes(checkedParks),
                command.teamId(),
                AccountState.ACTIVE));
        apply(new AccountOpened(
                command.staffId(),
                checkedName,
                checked.name(),
                checked.title(),
                checked.phone(),
                checkedRoles,
                checkedParks,
                command.teamId(),
                team == null ? null : team.name(),
                command.occurredOn()));
    }

    @CommandHandler
    void handle(ChangeProfile command, EventMeta meta) {
        requireManageable(meta);
        Violations violations = new Violations();
        Profile changed = Profile.check(command.name(), command.title(), command.phone(), violations);
        violations.check(() -> sinceOpened(command.occurredOn(), meta));
        violations.throwIfAny();
        requireChange(!changed.equals(profile));
        apply(new ProfileChanged(staffId, changed.name(), changed.title(), changed.phone(), command.occurredOn()));
    }

    @CommandHandler
    void handle(ChangeRoles command, StaffDirectory directory, EventMeta meta) {
        requireManageable(meta);
        Violations violations = new Violations();
        Set<Role> changed = violations.value(() -> roles(command.roles()));
        violations.check(() -> sinceOpened(command.occurredOn(), meta));
        violations.check(() -> Checks.reason(command.reason()));
        violations.throwIfAny();
        requireChange(!changed.equals(roles));
        if (!changed.contains(Role.ADMINISTRATOR)) {
            requireDispensable(directory, meta);
        }
        directory.save(entry(changed, parks, teamId, state));
        apply(new RolesChanged(staffId, changed, command.occurredOn()));
    }

    @CommandHandler
    void handle(ChangeParkScope command, Dictionaries dictionaries, StaffDirectory directory, EventMeta meta) {
        requireManageable(meta);
        Violations violations = new Violations();
        List<Coded> changed = violations.value(() -> parks(command.parkCodes(), dictionaries));
        violations.check(() -> sinceOpened(command.occurredOn(), meta));
        violations.check(() -> Checks.reason(command.reason()));
        violations.throwIfAny();
        requireWithinScope(changed, meta);
        requireChange(!codes(changed).equals(codes(parks)));
        directory.save(entry(roles, changed, teamId, state));
        apply(new ParkScopeChanged(staffId, changed, command.occurredOn()));
    }

    @CommandHandler
    void handle(JoinTeam command, StaffDirectory directory, EventMeta meta) {
        requireManageable(meta);
        Violations violations = new Violations();
        StaffDirectory.Team team = violations.value(() -> directory.requireOpenTeam(command.teamId(), "teamId"));
        violations.check(() -> sinceOpened(command.occurredOn(), meta));
        violations.throwIfAny();
        requireChange(!team.teamId().equals(teamId));
        directory.save(entry(roles, parks, team.teamId(), state));
        apply(new TeamJoined(staffId, team.teamId(), team.name(), command.occurredOn()));
    }

    @CommandHandler
    void handle(ChangePassword command, Credentials credentials, EventMeta meta) {
        if (!staffId.equals(meta.recordedBy())) {
            throw new RuleViolated(StaffRule.OTHER_ACCOUNT);
        }
        requireNotClosed();
        if (command.current() == null || !credentials.matches(staffId, command.current())) {
            throw new RuleViolated(StaffRule.CURRENT_PASSWORD_WRONG);
        }
        PasswordPolicy.check(username, command.password());
        requireChange(!command.password().equals(command.current()));
        credentials.set(staffId, command.password());
        apply(new PasswordChanged(staffId, false, meta.today()));
    }

    /** Not for one's own password: changing that asks for the current one. */
    @CommandHandler
    void handle(ResetPassword command, Credentials credentials, EventMeta meta) {
        requireManageable(meta);
        requireOtherThanOwn(meta);
        Violations violations = new Violations();
        violations.check(() -> PasswordPolicy.check(username, command.password()));
        violations.check(() -> Checks.reason(command.reason()));
        violations.throwIfAny();
        credentials.set(staffId, command.password());
        apply(new PasswordChanged(staffId, true, meta.today()));
    }

    @CommandHandler
    void handle(LockAccount command, StaffDirectory directory, EventMeta meta) {
        requireManageable(meta);
        if (state == AccountState.LOCKED) {
            throw new RuleViolated(StaffRule.ALREADY_LOCKED);
        }
        Checks.reason(command.reason());
        requireOtherThanOwn(meta);
        requireDispensable(directory, meta);
        directory.save(entry(roles, parks, teamId, AccountState.LOCKED));
        apply(new AccountLocked(staffId, meta.today()));
    }

    @CommandHandler
    void handle(UnlockAccount command, StaffDirectory directory, EventMeta meta) {
        requireManageable(meta);
        if (state != AccountState.LOCKED) {
            throw new RuleViolated(StaffRule.NOT_LOCKED);
        }
        Checks.reason(command.reason());
        directory.save(entry(roles, parks, teamId, AccountState.ACTIVE));
        apply(new AccountUnlocked(staffId, meta.today()));
    }

    @CommandHandler
    void handle(CloseAccount command, StaffDirectory directory, Credentials credentials, EventMeta meta) {
        requireManageable(meta);
        Violations violations = new Violations();
        violations.check(() -> sinceOpened(command.occurredOn(), meta));
        violations.check(() -> Checks.reason(command.reason()));
        violations.throwIfAny();
        requireOtherThanOwn(meta);
        requireDispensable(directory, meta);
        credentials.remove(staffId);
        directory.save(entry(roles, parks, teamId, AccountState.CLOSED));
        apply(new AccountClosed(staffId, command.occurredOn()));
    }

    private void requireManageable(EventMeta meta) {
        requireNotClosed();
        requireWithinScope(parks, meta);
    }

    private void requireNotClosed() {
        if (state == AccountState.CLOSED) {
            throw new RuleViolated(StaffRule.ACCOUNT_CLOSED);
        }
    }

    private void requireOtherThanOwn(EventMeta meta) {
        if (staffId.equals(meta.recordedBy())) {
            throw new RuleViolated(StaffRule.OWN_ACCOUNT);
        }
    }

    /** Somebody must be left who can administer, and nobody locks themselves out. */
    private void requireDispensable(StaffDirectory directory, EventMeta meta) {
        if (!roles.contains(Role.ADMINISTRATOR)) {
            return;
        }
        requireOtherThanOwn(meta);
        if (state == AccountState.ACTIVE && !directory.hasOtherAdministrator(staffId)) {
            throw new RuleViolated(StaffRule.LAST_ADMINISTRATOR);
        }
    }

    /** Whoever sees some parks only manages accounts of those parks, and never hands out more than they have. */
    private static void requireWithinScope(List<Coded> parks, EventMeta meta) {
        if (meta.parks().isEmpty()) {
            return;
        }
        if (parks.isEmpty()) {
            throw new RuleViolated(SharedRule.OUTSIDE_YOUR_PARKS);
        }
        parks.stream().filter(park -> !meta.seesPark(park.code())).findFirst().ifPresent(park -> {
            throw new RuleViolated(SharedRule.OUTSIDE_YOUR_PARKS, park.name());
        });
    }

    private static void requireChange(boolean changed) {
        if (!changed) {
            throw new RuleViolated(StaffRule.NOTHING_CHANGED);
        }
    }

    private void sinceOpened(LocalDate occurredOn, EventMeta meta) {
        Checks.happened(occurredOn, meta.today(), "occurredOn");
        Checks.notBefore(occurredOn, openedOn, "occurredOn");
    }

    private static String username(String text) {
        String username = Checks.required(text, 32, "username");
        if (username.length() < 2 || !USERNAME.matcher(username).matches()) {
            throw new RuleViolated(StaffRule.USERNAME_FORM);
        }
        return username;
    }

    private static Set<Role> roles(Set<Role> given) {
        if (given == null || given.isEmpty() || given.stream().anyMatch(Objects::isNull)) {
            throw new RuleViolated(StaffRule.NO_ROLE);
        }
        if (given.contains(Role.SYSTEM)) {
            throw new RuleViolated(StaffRule.SYSTEM_ROLE_IS_NOT_GIVEN);
        }
        return Collections.unmodifiableSet(EnumSet.copyOf(given));
    }

    private static List<Coded> parks(Set<String> codes, Dictionaries dictionaries) {
        return codes == null
                ? List.of()
                : codes.stream()
                        .map(code -> dictionaries.known(DictionaryKind.PARK, code, "parkCodes"))
                        .sorted(Comparator.comparing(Coded::code))
                        .toList();
    }

    private static Set<String> codes(List<Coded> parks) {
        return parks.stream().map(Coded::code).collect(Collectors.toUnmodifiableSet());
    }

    private StaffDirectory.Account entry(Set<Role> roles, List<Coded> parks, TeamId teamId, AccountState state) {
        return new StaffDirectory.Account(staffId, username, roles, codes(parks), teamId, state);
    }

    @EventSourcingHandler
    void on(AccountOpened event) {
        staffId = event.staffId();
        username = event.username();
        profile = new Profile(event.name(), event.title(), event.phone());
        roles = event.roles();
        parks = event.parks();
        teamId = event.teamId();
        openedOn = event.occurredOn();
        state = AccountState.ACTIVE;
    }

    @EventSourcingHandler
    void on(ProfileChanged event) {
        profile = new Profile(event.name(), event.title(), event.phone());
    }

    @EventSourcingHandler
    void on(RolesChanged event) {
        roles = event.roles();
    }

    @EventSourcingHandler
    void on(ParkScopeChanged event) {
        parks = event.parks();
    }

    @EventSourcingHandler
    void on(TeamJoined event) {
        teamId = event.teamId();
    }

    @EventSourcingHandler
    void on(AccountLocked event) {
        state = AccountState.LOCKED;
    }

    @EventSourcingHandler
    void on(AccountUnlocked event) {
        state = AccountState.ACTIVE;
    }

    @EventSourcingHandler
    void on(AccountClosed event) {
        state = AccountState.CLOSED;
    }

    private record Profile(String name, String title, String phone) {
        static Profile check(String name, String title, String phone, Violations violations) {
            return new Profile(
                    violations.value(() -> Checks.required(name, Checks.NAME, "name")),
                    violations.value(() -> Checks.optional(title, Checks.NAME, "title")),
                    violations.value(() -> phone(phone)));
        }

        private static String phone(String text) {
            String phone = Checks.optional(text, 30, "phone");
            if (phone != null && !ContactForms.isPhone(phone)) {
                throw new RuleViolated(StaffRule.PHONE_FORM);
            }
            return phone;
        }
    }
}
