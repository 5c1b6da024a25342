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
    public Viewer {
        roles = Set.copyOf(roles);
        parks = Set.copyOf(parks);
    }

    /** For jobs and tests: sees everything. */
    public static Viewer everything() {
        return new Viewer(null, Set.of(Role.SYSTEM), Set.of());
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
