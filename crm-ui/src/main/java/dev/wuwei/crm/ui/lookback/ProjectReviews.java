package dev.wuwei.crm.ui.lookback;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.lookback.ReviewView;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.ui.commitment.CommitmentWords;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import java.util.List;

/** The reviews of one project, for its page. */
@org.springframework.stereotype.Component
public class ProjectReviews {
    private final LookBackDesk desk;

    ProjectReviews(LookBackDesk desk) {
        this.desk = desk;
    }

    /** @return how often it was looked back at, as of the day that one looks at */
    public int count(ProjectId project) {
        return desk.reviews(project).size();
    }

    public Component tab(ProjectId project) {
        List<ReviewView> reviews = desk.reviews(project);
        Div sections = new Div();
        sections.addClassName("ww-file-sections");
        if (reviews.isEmpty()) {
            sections.add(new EmptyState(t("lookback.never"), t("lookback.never.note")));
            return sections;
        }
        PlainTable table = new PlainTable(
                        "lookback.campaign",
                        "lookback.cut-off",
                        "lookback.company",
                        "lookback.government",
                        "lookback.grade",
                        "lookback.opinion",
                        "lookback.state")
                .numbers(2, 3)
                .cards(1);
        for (ReviewView review : reviews) {
            Anchor name = new Anchor(LookBackNavigation.link(review), review.campaign());
            name.addClassName("ww-strong");
            table.row(
                    name,
                    new Span(Format.date(review.cutOff())),
                    new Span(CommitmentWords.rate(review.fulfilment(CommitmentSide.COMPANY))),
                    new Span(CommitmentWords.rate(review.fulfilment(CommitmentSide.GOVERNMENT))),
                    new Span(
                            review.progress().grade() == null
                                    ? Format.NOTHING
                                    : review.progress().grade().name()),
                    new Span(Format.text(review.progress().opinion())),
                    Badges.state(Enums.name(review.progress().state())));
        }
        sections.add(new Section(t("menu.lookback"), t("lookback.times", reviews.size()), table.framed()));
        return sections;
    }
}
