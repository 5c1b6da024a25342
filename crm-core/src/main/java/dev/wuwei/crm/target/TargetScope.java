package dev.wuwei.crm.target;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;
import java.util.Set;

/**
 * Whose target it is.
 *
 * @param park the park itself, or the one that the team or person works for; {@code null} where it is no single one
 * @param teamName as it was on the day
 */
public record TargetScope(ScopeKind kind, Coded park, TeamId teamId, String teamName, StaffId staffId) {

    /** @return what tells one scope from another, whatever its names are */
    public String key() {
        return switch (kind) {
            case WHOLE -> kind.name();
            case PARK -> kind + ":" + park.code();
            case TEAM -> kind + ":" + teamId;
            case PERSON, LEADER -> kind + ":" + staffId;
        };
    }

    /** @param parks codes; empty means all */
    public boolean within(Set<String> parks) {
        return parks.isEmpty() || park != null && parks.contains(park.code());
    }
}
