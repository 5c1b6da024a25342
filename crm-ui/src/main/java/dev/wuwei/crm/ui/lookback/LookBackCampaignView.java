package dev.wuwei.crm.ui.lookback;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.lookback.CampaignState;
import dev.wuwei.crm.lookback.Grade;
import dev.wuwei.crm.lookback.LookBackAction;
import dev.wuwei.crm.lookback.ScopeEntry;
import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.commitment.Fulfilment;
import dev.wuwei.crm.projections.lookback.CampaignView;
import dev.wuwei.crm.projections.lookback.ReviewView;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.ui.commitment.CommitmentWords;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.PrintButton;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Steps;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One campaign: how far it is, what it came to, and every project on its list with what changed since the last campaign. */
@Route(LookBackNavigation.PATH + "/:campaign")
@PermitAll
class LookBackCampaignView extends Div implements BeforeEnterObserver, AfterNavigationObserver, PageTitle {
    private final LookBackDesk desk;
    private final Div page = new Div();
    private String asked = "";
    private String title = "";

    LookBackCampaignView(LookBackDesk desk, Live live) {
        this.desk = desk;
        addClassName("ww-view");
        page.addClassName("ww-view");
        add(page);
        live.subscribe(this, Set.of("lookback"), this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = event.getRouteParameters().get("campaign").orElse("");
        title = desk.find(asked).orElseThrow(NotFoundException::new).name();
    }

    @Override
    public String pageTitle() {
        return title;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        desk.find(asked).ifPresent(this::show);
    }

    private void show(CampaignView campaign) {
        Div sections = new Div(facts(campaign));
        sections.addClassName("ww-file-sections");
        if (!campaign.reviews().isEmpty()) {
            sections.add(summary(campaign), reviews(campaign));
        } else if (!campaign.projects().isEmpty()) {
            sections.add(list(campaign));
        }
        Div body = new Div(sections);
        ViewBody.scrolls(body, "ww-file-body");
        page.removeAll();
        page.add(header(campaign), steps(campaign), body);
    }

    private Component header(CampaignView campaign) {
        ViewHeader header = new ViewHeader(campaign.name());
        header.beside().add(Badges.state(Enums.name(campaign.state())));
        desk.offer(header, LookBackAction.of(campaign.state()), () -> LookBackDesk.context(campaign), this::show);
        if (!campaign.reviews().isEmpty()) {
            header.actions(new ExportButton(t("component.list.export"), () -> table(campaign)));
        }
        return header.actions(new PrintButton());
    }

    private static Component steps(CampaignView campaign) {
        return new Steps(Arrays.stream(CampaignState.values())
                .map(state -> new Steps.Step(
                        Enums.label(state)
                                + (campaign.reachedOn().containsKey(state)
                                        ? "　"
                                                + Format.shortDate(
                                                        campaign.reachedOn().get(state))
                                        : ""),
                        state.compareTo(campaign.state()) < 0
                                || state == CampaignState.CLOSED && state == campaign.state(),
                        state == campaign.state() && state != CampaignState.CLOSED))
                .toList());
    }

    private Component facts(CampaignView campaign) {
        Facts facts = Facts.column();
        facts.addClassName("ww-facts-grid");
        facts.add(t("lookback.scope"), LookBackDesk.rule(campaign.rule()));
        facts.add(t("lookback.cut-off"), Format.date(campaign.cutOff()));
        if (campaign.finishBy() != null) {
            facts.add(
                    t("lookback.finish-by"),
                    LookBackDesk.moved(
                            Format.date(campaign.finishBy()), campaign.finishBy(), campaign.finishPlanned()));
        }
        facts.add(t("lookback.reviewers"), desk.reviewers(campaign));
        if (campaign.conclusion() != null) {
            facts.add(t("lookback.conclusion"), campaign.conclusion());
        }
        return facts;
    }

    private Section summary(CampaignView campaign) {
        List<ReviewView> reviews = campaign.reviews();
        Facts facts = Facts.column();
        facts.addClassName("ww-facts-grid");
        for (CommitmentSide side : CommitmentSide.values()) {
            facts.add(CommitmentWords.rateName(side), CommitmentWords.rate(sum(reviews, side)));
        }
        facts.add(t("lookback.grades"), ReviewsView.grades(reviews));
        facts.add(
                t("lookback.by-gap"),
                counted(
                        reviews,
                        review -> review.sheet().fiveGap() == null
                                ? null
                                : Enums.name(review.sheet().fiveGap())));
        facts.add(
                t("lookback.by-cause"),
                counted(
                        reviews,
                        review -> review.progress().cause() == null
                                ? null
                                : Enums.name(review.progress().cause())));
        facts.add(
                t("lookback.by-state"),
                counted(reviews, review -> Enums.name(review.progress().state())));
        return new Section(t("lookback.summary"), t("lookback.unfinished", campaign.unfinished()), facts);
    }

    private static Fulfilment sum(List<ReviewView> reviews, CommitmentSide side) {
        List<CommitmentView> lines =
                reviews.stream().flatMap(review -> review.lines(side).stream()).toList();
        return Fulfilment.of(side, lines);
    }

    private static String counted(List<ReviewView> reviews, Function<ReviewView, String> by) {
        Map<String, Long> counts = reviews.stream()
                .map(by)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return Format.text(counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + Format.count(entry.getValue()))
                .collect(Collectors.joining("　")));
    }

    /** The list as it was frozen, before there is data. */
    private static Section list(CampaignView campaign) {
        PlainTable table = new PlainTable(
                        "project.no", "project.name", "project.park", "lookback.signed", "lookback.signed-on")
                .numbers(3)
                .cards(2);
        for (ScopeEntry project : campaign.projects()) {
            table.row(
                    new Anchor(ProjectNavigation.link(project.projectNo()), project.projectNo()),
                    new Span(project.name()),
                    new Span(Format.coded(project.park())),
                    new Span(Format.money(project.signed())),
                    new Span(Format.date(project.signedOn())));
        }
        return new Section(
                t("lookback.list"), t("lookback.count", campaign.projects().size()), table.framed());
    }

    private Section reviews(CampaignView campaign) {
        PlainTable table = new PlainTable(
                        "project.name",
                        "lookback.gap-then",
                        "lookback.company",
                        "lookback.government",
                        "lookback.grade",
                        "lookback.since-last",
                        "lookback.cause",
                        "lookback.state",
                        "lookback.rectification")
                .numbers(2, 3)
                .cards(1);
        Map<ProjectId, ReviewView> before = desk.before(campaign);
        campaign.reviews()
                .forEach(
                        review -> row(table, review, before.get(review.project().projectId())));
        return new Section(
                t("lookback.list"), t("lookback.count", campaign.reviews().size()), table.framed());
    }

    private static void row(PlainTable table, ReviewView review, ReviewView before) {
        Anchor name =
                new Anchor(LookBackNavigation.link(review), review.project().name());
        name.addClassName("ww-strong");
        table.row(
                name,
                new Span(Format.text(
                        review.sheet().fiveGap() == null
                                ? null
                                : Enums.name(review.sheet().fiveGap())
                                        + (review.sheet().daysLate() > 0
                                                ? "　"
                                                        + Format.late(
                                                                review.sheet().daysLate())
                                                : ""))),
                Spans.fixed(CommitmentWords.rate(review.fulfilment(CommitmentSide.COMPANY))),
                Spans.fixed(CommitmentWords.rate(review.fulfilment(CommitmentSide.GOVERNMENT))),
                new Span(grade(review)),
                new Span(sinceLast(review, before)),
                new Span(
                        review.progress().cause() == null
                                ? Format.NOTHING
                                : Enums.name(review.progress().cause())),
                Badges.state(Enums.name(review.progress().state())),
                new Span(rectification(review)));
    }

    private static String grade(ReviewView review) {
        return review.progress().grade() == null
                ? Format.NOTHING
                : review.progress().grade() + "　" + Enums.name(review.progress().grade());
    }

    /** B → A, or the rates where it was graded the same. */
    private static String sinceLast(ReviewView review, ReviewView before) {
        if (before == null) {
            return t("lookback.first-time");
        }
        return Stream.of(
                        regraded(before.progress().grade(), review.progress().grade()),
                        changed(before.fulfilment(CommitmentSide.COMPANY), review.fulfilment(CommitmentSide.COMPANY)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(t("lookback.unchanged"));
    }

    private static String regraded(Grade before, Grade now) {
        return before == null || now == null || before == now ? null : before + " → " + now;
    }

    private static String changed(Fulfilment before, Fulfilment now) {
        return before.rate() == null || now.rate() == null || before.rate().compareTo(now.rate()) == 0
                ? null
                : before.rate().toPlainString() + "% → " + now.rate().toPlainString() + "%";
    }

    private static String rectification(ReviewView review) {
        int all = review.progress().rectifications().size();
        return all == 0
                ? Format.NOTHING
                : t("lookback.put-right", Format.count(all - review.progress().open()), Format.count(all));
    }

    private Table table(CampaignView campaign) {
        Map<ProjectId, ReviewView> before = desk.before(campaign);
        List<List<Object>> rows = new ArrayList<>();
        for (ReviewView review : campaign.reviews()) {
            rows.add(Arrays.asList(
                    review.project().projectNo(),
                    review.project().name(),
                    Format.coded(review.project().park()),
                    review.sheet().fiveGap() == null
                            ? null
                            : Enums.name(review.sheet().fiveGap()),
                    review.fulfilment(CommitmentSide.COMPANY).rate(),
                    review.fulfilment(CommitmentSide.GOVERNMENT).rate(),
                    grade(review),
                    sinceLast(review, before.get(review.project().projectId())),
                    review.progress().cause() == null
                            ? null
                            : Enums.name(review.progress().cause()),
                    Enums.name(review.progress().state()),
                    rectification(review)));
        }
        return Table.of(
                campaign.name(),
                List.of(
                        t("project.no"),
                        t("project.name"),
                        label("park"),
                        t("lookback.gap-then"),
                        t("lookback.company") + " %",
                        t("lookback.government") + " %",
                        t("lookback.grade"),
                        t("lookback.since-last"),
                        t("lookback.cause"),
                        t("lookback.state"),
                        t("lookback.rectification")),
                rows);
    }
}
