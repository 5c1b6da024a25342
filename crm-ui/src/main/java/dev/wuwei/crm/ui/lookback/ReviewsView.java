package dev.wuwei.crm.ui.lookback;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.lookback.Grade;
import dev.wuwei.crm.projections.lookback.CampaignView;
import dev.wuwei.crm.projections.lookback.ReviewView;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 回头看: the campaigns, the latest first. */
@Route(LookBackNavigation.PATH)
@Menu(title = "menu.lookback", order = 330, icon = "history")
@PermitAll
class ReviewsView extends Div implements AfterNavigationObserver, PageTitle {
    private final LookBackDesk desk;
    private final Div body = new Div();

    ReviewsView(LookBackDesk desk, Live live) {
        this.desk = desk;
        addClassName("ww-view");
        ViewBody.scrolls(body);
        var plan = desk.dialogs.button("lookback.PlanCampaign", Icon.PLUS, LookBackDesk::planning, done -> show());
        plan.addThemeVariants(ButtonVariant.PRIMARY);
        add(new ViewHeader(t("menu.lookback")).actions(plan), body);
        live.subscribe(this, Set.of("lookback"), this::show);
    }

    @Override
    public String pageTitle() {
        return t("menu.lookback");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        List<CampaignView> campaigns = desk.campaigns();
        body.removeAll();
        if (campaigns.isEmpty()) {
            body.add(new EmptyState(t("lookback.none"), t("lookback.none.note")));
            return;
        }
        PlainTable table = new PlainTable(
                        "lookback.campaign",
                        "lookback.scope",
                        "lookback.cut-off",
                        "lookback.state",
                        "lookback.projects",
                        "lookback.finished",
                        "lookback.grades",
                        "lookback.reviewers")
                .numbers(4, 5)
                .cards(1);
        campaigns.forEach(campaign -> row(table, campaign));
        body.add(table.framed());
    }

    private void row(PlainTable table, CampaignView campaign) {
        Anchor name = new Anchor(LookBackNavigation.link(campaign.campaignId()), campaign.name());
        name.addClassName("ww-strong");
        table.row(
                name,
                new Span(LookBackDesk.rule(campaign.rule())),
                Spans.fixed(Format.date(campaign.cutOff())),
                Badges.state(Enums.name(campaign.state())),
                new Span(
                        campaign.projects().isEmpty()
                                ? Format.NOTHING
                                : Format.count(campaign.projects().size())),
                new Span(
                        campaign.reviews().isEmpty()
                                ? Format.NOTHING
                                : Format.count(campaign.reviews().size() - campaign.unfinished())),
                Spans.fixed(grades(campaign.reviews())),
                new Span(desk.names(campaign.reviewers())));
    }

    /** A 12　B 5　C 1. */
    static String grades(List<ReviewView> reviews) {
        return Format.text(Arrays.stream(Grade.values())
                .filter(grade -> count(reviews, grade) > 0)
                .map(grade -> grade + " " + Format.count(count(reviews, grade)))
                .collect(Collectors.joining("　")));
    }

    private static long count(List<ReviewView> reviews, Grade grade) {
        return reviews.stream()
                .filter(review -> review.progress().grade() == grade)
                .count();
    }
}
