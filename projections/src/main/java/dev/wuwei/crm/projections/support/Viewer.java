package dev.wuwei.crm.projections.support;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.util.Set;

/**
 * Who asks. Every query restricts its SQL to what this person may see; an id alone opens nothing.
 *
 * @param parks codes of the parks in scope; empty means all
 */
public record Viewer(StaffId staffId, Set<Role> roles, Set<String> parks) {
    private static final Set<Role> JUDGES = Set.of(Role.LEADER, Role.SUPERVISOR, Role.AUDITOR);

    public Viewer {
        roles = Set.copyOf(roles);
        parks = Set.copyOf(parks);
    }

    /** For jobs and tests: sees everything. */
    public static Viewer everything() {
        return new Viewer(null, Set.of(Role.SYSTEM), Set.of());
    }

    /** @return whether this one judges what was known when, and so may ask as known at an earlier instant */
    public boolean mayAskAsKnown() {
        return roles.stream().anyMatch(JUDGES::contains);
    }

    public boolean seesAllParks() {
        return parks.isEmpty();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** @return the park codes as an SQL array argument, or {@code null} when all are in scope */
    public String[] parkScope() {
        return parks.isEmpty() ? null : parks.stream().sorted().toArray(String[]::new);
    }
}
