package dev.wuwei.crm.ui.search;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.ledger.LedgerQuery;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.ledger.ProjectSort;
import dev.wuwei.crm.projections.ledger.ProjectView;
import dev.wuwei.crm.projections.ledger.Stage;
import dev.wuwei.crm.projections.project.ProjectHit;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectStage;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.shell.GlobalSearch;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The search in the header: projects by name, number or company, former names too. */
@Component
class ProjectSearch implements GlobalSearch {
    private final ProjectQuery projects;
    private final LedgerQuery ledger;

    ProjectSearch(ProjectQuery projects, LedgerQuery ledger) {
        this.projects = projects;
        this.ledger = ledger;
    }

    /** Of another day, what is found and shown is what things were called then. */
    @Override
    public List<Hit> search(String words, int limit, AsOf asOf, CurrentUser user) {
        if (asOf.isPast()) {
            return ledger
                    .projects(
                            ProjectFilter.ALL.matching(words),
                            ProjectSort.LATEST_FIRST,
                            Page.first(limit),
                            asOf.query(),
                            user.viewer())
                    .rows()
                    .stream()
                    .map(ProjectSearch::hit)
                    .toList();
        }
        return projects.search(words, limit, user.viewer()).stream()
                .map(ProjectSearch::hit)
                .toList();
    }

    private static Hit hit(ProjectView then) {
        ProjectStage stage = then.stage() == Stage.LEAD
                ? ProjectStage.LEAD
                : then.stage().compareTo(Stage.SIGNED) < 0 ? ProjectStage.NEGOTIATION : ProjectStage.FOLLOW_UP;
        return hit(new ProjectHit(
                then.projectId(),
                then.projectNo(),
                then.name(),
                stage,
                then.investorName(),
                then.amount(),
                null,
                false));
    }

    private static Hit hit(ProjectHit hit) {
        String matched = hit.matched() == null ? null : t("search.matched", hit.matched());
        String amount = hit.amount() == null ? null : Format.money(hit.amount());
        String note = Stream.of(
                        hit.projectNo(), hit.investorName(), amount, matched, hit.close() ? t("search.close") : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\u3000"));
        return new Hit(hit.stage().name().toLowerCase(Locale.ROOT), hit.name(), note, "projects/" + hit.projectNo());
    }
}
