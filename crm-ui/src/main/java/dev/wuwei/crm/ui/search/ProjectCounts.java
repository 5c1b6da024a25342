package dev.wuwei.crm.ui.search;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.wuwei.crm.projections.project.MenuCounts;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.ui.component.CurrentUser;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Open projects per list, in the drawer. They are looked at with every page, so they may be some seconds old. */
@Component
class ProjectCounts implements dev.wuwei.crm.ui.shell.MenuCounts {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final LoadingCache<Viewer, Map<String, Integer>> counts;

    ProjectCounts(ProjectQuery projects) {
        counts = Caffeine.newBuilder()
                .maximumSize(1000)
                .expireAfterWrite(FRESH)
                .build(viewer -> byPath(projects.menu(viewer)));
    }

    @Override
    public Map<String, Integer> counts(CurrentUser user) {
        return counts.get(user.viewer());
    }

    private static Map<String, Integer> byPath(MenuCounts menu) {
        return Map.of(
                "leads", Math.toIntExact(menu.leads()),
                "negotiations", Math.toIntExact(menu.negotiations()),
                "signings", Math.toIntExact(menu.signings()),
                "followups", Math.toIntExact(menu.followUps()));
    }
}
