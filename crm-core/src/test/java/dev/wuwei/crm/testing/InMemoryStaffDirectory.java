package dev.wuwei.crm.testing;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.AccountState;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.staff.TeamId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts and teams in memory. */
public final class InMemoryStaffDirectory implements StaffDirectory {
    private final Map<StaffId, Account> accounts = new HashMap<>();
    private final Map<TeamId, Team> teams = new HashMap<>();

    /** Sets the stage: these people work here, as promoters. */
    public InMemoryStaffDirectory withStaff(StaffId... staff) {
        for (StaffId id : staff) {
            save(new Account(id, "u" + accounts.size(), Set.of(Role.PROMOTER), Set.of(), null, AccountState.ACTIVE));
        }
        return this;
    }

    /** Sets the stage: an open team. */
    public InMemoryStaffDirectory withTeam(TeamId teamId, String name, Coded park) {
        save(new Team(teamId, name, park, true));
        return this;
    }

    @Override
    public Optional<Account> account(StaffId staffId) {
        return Optional.ofNullable(accounts.get(staffId));
    }

    @Override
    public Optional<Account> byUsername(String username) {
        return accounts.values().stream()
                .filter(account -> account.username().equals(username.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    public Optional<Team> team(TeamId teamId) {
        return Optional.ofNullable(teams.get(teamId));
    }

    @Override
    public List<StaffId> inService(Role role, String parkCode) {
        return accounts.values().stream()
                .filter(account -> account.state() != AccountState.CLOSED
                        && account.roles().contains(role)
                        && (account.parks().isEmpty() || account.parks().contains(parkCode)))
                .map(Account::staffId)
                .sorted(Comparator.comparing(StaffId::value))
                .toList();
    }

    @Override
    public boolean hasOtherAdministrator(StaffId staffId) {
        return accounts.values().stream()
                .anyMatch(account -> !account.staffId().equals(staffId)
                        && account.maySignIn()
                        && account.roles().contains(Role.ADMINISTRATOR));
    }

    @Override
    public void save(Account account) {
        accounts.put(account.staffId(), account);
    }

    @Override
    public void save(Team team) {
        teams.put(team.teamId(), team);
    }
}
