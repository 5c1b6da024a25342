package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.projections.support.Viewer;
import java.util.Map;
import java.util.UUID;

/**
 * What of the table {@code project} a viewer may see: the projects of the parks in scope, those on their way to such a park,
 * and those that the viewer works on wherever they are. To be joined into every query; an id alone opens nothing.
 */
public final class ProjectScope {
    private final Viewer viewer;

    private ProjectScope(Viewer viewer) {
        this.viewer = viewer;
    }

    public static ProjectScope of(Viewer viewer) {
        return new ProjectScope(viewer);
    }

    /** @param alias of the table {@code project} in the query */
    public String sql(String alias) {
        if (viewer.seesAllParks()) {
            return "true";
        }
        String parks = "(%1$s.park_code = any(:scopeParks) or %1$s.circulating_to = any(:scopeParks)".formatted(alias);
        return viewer.staffId() == null ? parks + ")" : parks + " or :scopeMe = any(%s.people))".formatted(alias);
    }

    public Map<String, Object> params() {
        if (viewer.seesAllParks()) {
            return Map.of();
        }
        String[] parks = viewer.parkScope();
        UUID me = viewer.staffId() == null ? null : viewer.staffId().value();
        return me == null ? Map.of("scopeParks", parks) : Map.of("scopeParks", parks, "scopeMe", me);
    }
}
