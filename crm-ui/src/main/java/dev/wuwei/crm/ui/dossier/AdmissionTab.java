package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import dev.wuwei.crm.projections.dossier.DecisionQuery;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.Review;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Section;
import java.util.List;

/** 评审: each admission review with its opinions side by side, the gates as they were decided on, and how long it holds. */
class AdmissionTab extends Composite<Div> {
    AdmissionTab(DossierPage page) {
        DossierView dossier = page.dossier();
        ReviewWords words = new ReviewWords(page);
        getContent().addClassName("ww-file-sections");
        if (dossier.reviews().isEmpty() && dossier.fairCompetition().isEmpty()) {
            getContent()
                    .add(new EmptyState(
                            t("admission.none"),
                            t("admission.none.note"),
                            page.actions().buttons("negotiation.RequestAdmissionReview")));
            return;
        }
        List<Review> reviews = dossier.reviews();
        for (int number = reviews.size(); number > 0; number--) {
            Review review = reviews.get(number - 1);
            Section section = words.section(review, number);
            if (review.decision() != null) {
                section.aside(DecisionNavigation.link(dossier.head().projectNo(), DecisionQuery.idOf(review)));
            }
            getContent().add(section);
        }
        if (!dossier.fairCompetition().isEmpty()) {
            getContent()
                    .add(new Section(
                            t("admission.fair"),
                            t("admission.fair.note"),
                            words.fairCompetition(dossier.fairCompetition())));
        }
    }
}
