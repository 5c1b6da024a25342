package dev.wuwei.crm.staff;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who works here, as of this very transaction: the accounts and teams that rules of other capabilities ask about, and
 * what sign-in needs. Kept by the staff aggregates in the command's own transaction; holds no names of people.
 */
public interface StaffDirectory {
    Optional<Account> account(StaffId staffId);

    /** @param username as typed; case and blanks around it do not matter */
    Optional<Account> byUsername(String username);

    Optional<Team> team(TeamId teamId);

    /**
     * Whether there is such an account, open, locked or closed. Accounts are closed and never removed, so what is known once is
     * known for ever.
     */
    default boolean isKnown(StaffId staffId) {
        return account(staffId).isPresent();
    }

    /** @return whether the account exists and is not closed; a locked one still owns its work */
    default boolean isInService(StaffId staffId) {
        return account(staffId)
                .filter(account -> account.state() != AccountState.CLOSED)
                .isPresent();
    }

    /**
     * A locked account still owns its work; a closed one takes no more.
     *
     * @throws RuleViolated {@link StaffRule#UNKNOWN_STAFF} or {@link SharedRule#REQUIRED} at {@code field}
     */
    default Account requireInService(StaffId staffId, String field) {
        return account(Checks.present(staffId, field))
                .filter(account -> account.state() != AccountState.CLOSED)
                .orElseThrow(() -> RuleViolated.at(field, StaffRule.UNKNOWN_STAFF));
    }

    /**
     * @throws RuleViolated {@link StaffRule#UNKNOWN_TEAM}, {@link StaffRule#TEAM_CLOSED} or {@link SharedRule#REQUIRED}
     *     at {@code field}
     */
    default Team requireOpenTeam(TeamId teamId, String field) {
        Team team =
                team(Checks.present(teamId, field)).orElseThrow(() -> RuleViolated.at(field, StaffRule.UNKNOWN_TEAM));
        if (!team.open()) {
            throw RuleViolated.at(field, StaffRule.TEAM_CLOSED);
        }
        return team;
    }

    /** @return the accounts, not closed, that hold the role and see the park, in a fixed order */
    List<StaffId> inService(Role role, String parkCode);

    /**
     * Whether somebody else could still administer the system if this account could not. Holds back other changes of
     * administrators until this transaction ends, so that two cannot dismiss one another at once.
     */
    boolean hasOtherAdministrator(StaffId staffId);

    void save(Account account);

    void save(Team team);

    /** @param parks codes of the parks in scope; empty means all */
    record Account(
            StaffId staffId, String username, Set<Role> roles, Set<String> parks, TeamId teamId, AccountState state) {
        public Account {
            roles = Set.copyOf(roles);
            parks = Set.copyOf(parks);
        }

        public boolean maySignIn() {
            return state == AccountState.ACTIVE;
        }
    }

    /** @param park the park it works for, or {@code null} for all */
    record Team(TeamId teamId, String name, Coded park, boolean open) {}
}
