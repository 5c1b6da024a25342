package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Anchor;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.project.ProjectNavigation;

/** The way to a decision as it was decided on. */
final class DecisionNavigation {
    private DecisionNavigation() {}

    /** @param decision as {@link dev.wuwei.crm.projections.dossier.DecisionQuery} names it */
    static Anchor link(String projectNo, String decision) {
        Anchor link = new Anchor(
                AsOf.current().link(ProjectNavigation.path(projectNo) + "/decisions/" + decision), t("decision.open"));
        link.addClassName("ww-decision-link");
        return link;
    }
}
