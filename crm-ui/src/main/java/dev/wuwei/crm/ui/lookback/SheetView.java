package dev.wuwei.crm.ui.lookback;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.lookback.Consequence;
import dev.wuwei.crm.lookback.LookBackAction;
import dev.wuwei.crm.lookback.ReviewProgress;
import dev.wuwei.crm.lookback.ReviewProgress.Rectification;
import dev.wuwei.crm.lookback.ReviewState;
import dev.wuwei.crm.lookback.SheetFigure;
import dev.wuwei.crm.projections.commitment.CommitmentQuery;
import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.commitment.LandFigure;
import dev.wuwei.crm.projections.lookback.CampaignView;
import dev.wuwei.crm.projections.lookback.ReviewView;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.ui.commitment.CommitmentWords;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.PrintButton;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Steps;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.dossier.ProjectFiles;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sheet of one project in a campaign, as it was pulled and for ever; rating, consequences and rectification beside it. */
@Route(LookBackNavigation.PATH + "/:campaign/:no")
@PermitAll
class SheetView extends Div implements BeforeEnterObserver, AfterNavigationObserver, PageTitle {
    private static final int DECIMALS = 2;

    private final LookBackDesk desk;
    private final CommitmentQuery commitments;
    private final ProjectFiles files;
    private final Div page = new Div();
    private String asked = "";
    private String no = "";
    private String title = "";

    SheetView(LookBackDesk desk, CommitmentQuery commitments, ProjectFiles files, Live live) {
        this.desk = desk;
        this.commitments = commitments;
        this.files = files;
        addClassName("ww-view");
        page.addClassName("ww-view");
        add(page);
        live.subscribe(this, Set.of("lookback"), this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = event.getRouteParameters().get("campaign").orElse("");
        no = event.getRouteParameters().get("no").orElse("");
        CampaignView campaign = desk.find(asked).orElseThrow(NotFoundException::new);
        title = review(campaign).orElseThrow(NotFoundException::new).project().name();
    }

    private Optional<ReviewView> review(CampaignView campaign) {
        return campaign.reviews().stream()
                .filter(review -> review.project().projectNo().equals(no))
                .findFirst();
    }

    @Override
    public String pageTitle() {
        return title;
    }

    @Override
    public String pageNote() {
        return no;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        desk.find(asked).ifPresent(campaign -> review(campaign).ifPresent(review -> show(campaign, review)));
    }

    private void show(CampaignView campaign, ReviewView review) {
        Div main = new Div(sheet(review), seal(review));
        main.addClassName("ww-review-main");
        Div aside = new Div(rating(review), consequences(review), rectification(review), onSite(review), today(review));
        aside.addClassName("ww-review-aside");
        Div body = new Div(main, aside);
        ViewBody.scrolls(body, "ww-review", "ww-file-sections");
        page.removeAll();
        page.add(crumbs(campaign, review), header(campaign, review), steps(review), body);
    }

    private static Component crumbs(CampaignView campaign, ReviewView review) {
        Div crumbs = new Div(
                new Anchor(AsOf.current().link(LookBackNavigation.PATH), t("menu.lookback")),
                Icon.CHEVRON_RIGHT.create(),
                new Anchor(LookBackNavigation.link(campaign.campaignId()), campaign.name()),
                Icon.CHEVRON_RIGHT.create(),
                new Span(t(
                        "lookback.place",
                        Format.count(campaign.reviews().indexOf(review) + 1L),
                        Format.count(campaign.reviews().size()))));
        crumbs.addClassName("ww-crumbs");
        return crumbs;
    }

    private Component header(CampaignView campaign, ReviewView review) {
        ViewHeader header = new ViewHeader(review.project().name());
        header.setNote(no);
        header.beside().add(Badges.state(Enums.name(review.progress().state())));
        neighbour(campaign, review, -1, Icon.CHEVRON_UP, "lookback.previous").ifPresent(header::actions);
        neighbour(campaign, review, 1, Icon.CHEVRON_DOWN, "lookback.next").ifPresent(header::actions);
        desk.offer(header, LookBackAction.of(review.progress()), () -> LookBackDesk.context(review), this::show);
        Anchor word = new Anchor(SheetDocument.download(review), AttachmentType.DOWNLOAD, t("lookback.word"));
        word.addClassName("ww-button");
        return header.actions(
                word,
                new ExportButton(t("component.list.export"), () -> SheetDocument.table(review)),
                new PrintButton());
    }

    private static Optional<Component> neighbour(
            CampaignView campaign, ReviewView review, int step, Icon icon, String label) {
        int at = campaign.reviews().indexOf(review) + step;
        if (at < 0 || at >= campaign.reviews().size()) {
            return Optional.empty();
        }
        Anchor link = new Anchor(LookBackNavigation.link(campaign.reviews().get(at)));
        link.add(icon.create());
        link.addClassNames("ww-button", "ww-quiet");
        link.getElement().setAttribute("aria-label", t(label));
        link.setTitle(t(label));
        return Optional.of(link);
    }

    private static Component steps(ReviewView review) {
        ReviewProgress progress = review.progress();
        ReviewState last = progress.state() == ReviewState.ESCALATED ? ReviewState.ESCALATED : ReviewState.CLOSED;
        return new Steps(Stream.concat(
                        Arrays.stream(ReviewState.values()).filter(state -> !state.isEnd()), Stream.of(last))
                .map(state -> new Steps.Step(
                        Enums.label(state) + day(progress, state),
                        progress.reachedOn().containsKey(state) && (state != progress.state() || state.isEnd()),
                        state == progress.state() && !state.isEnd()))
                .toList());
    }

    /** The day it was reached; while things are put right, the last day for it. */
    private static String day(ReviewProgress progress, ReviewState state) {
        if (state == ReviewState.RECTIFYING && state == progress.state()) {
            return progress.rectifications().stream()
                    .filter(one -> !one.passed())
                    .map(Rectification::deadline)
                    .max(LocalDate::compareTo)
                    .map(deadline -> "　" + t("lookback.until", Format.shortDate(deadline)))
                    .orElse("");
        }
        return progress.reachedOn().containsKey(state)
                ? "　" + Format.shortDate(progress.reachedOn().get(state))
                : "";
    }

    private static Component sheet(ReviewView review) {
        PlainTable table = new PlainTable(
                        "agreement.clause",
                        "agreement.promise",
                        "agreement.value",
                        "agreement.due",
                        "agreement.actual",
                        "commitment.source",
                        "agreement.gap",
                        "agreement.verdict",
                        "agreement.version")
                .numbers(2, 4, 6)
                .cards(2);
        for (CommitmentSide side : CommitmentSide.values()) {
            List<CommitmentView> lines = review.lines(side);
            if (!lines.isEmpty()) {
                var rate = review.fulfilment(side);
                table.group(
                        Enums.label(side),
                        t("lookback.judged", Format.count(rate.judged())) + "　"
                                + CommitmentWords.rateName(side) + " "
                                + CommitmentWords.rate(rate));
                lines.forEach(line -> table.row(
                        new Span(line.clause()),
                        new Span(CommitmentWords.what(line)),
                        Spans.fixed(CommitmentWords.promised(line)),
                        Spans.fixed(CommitmentWords.due(line)),
                        Spans.fixed(CommitmentWords.actual(line)),
                        new Span(CommitmentWords.source(line)),
                        Spans.fixed(CommitmentWords.gap(line)),
                        CommitmentWords.verdict(line),
                        Spans.fixed(CommitmentWords.version(line))));
            }
        }
        Section section = new Section(t("lookback.sheet"), t("lookback.as-of", Format.date(review.cutOff())));
        if (!review.sheet().figures().isEmpty()) {
            section.aside(figures(review.sheet().figures()));
        }
        section.setBody(table.framed());
        return section;
    }

    /** 投资强度 258.57（36200 ÷ 140）. */
    private static Component figures(List<SheetFigure> figures) {
        Span words = new Span(figures.stream()
                .map(figure -> t(
                        "lookback.figure",
                        Enums.name(figure.metric()),
                        Format.number(figure.value(), DECIMALS),
                        figure.inputs()))
                .collect(Collectors.joining("　")));
        words.addClassName("ww-note");
        return words;
    }

    private static Component seal(ReviewView review) {
        Span words = new Span(t(
                "lookback.sealed",
                Format.date(review.cutOff()),
                review.sheet().agreementVersion(),
                Format.count(review.position()),
                Format.moment(review.knownAt())));
        Div seal = new Div(Icon.LOCK.create(), words);
        seal.addClassNames("ww-seal", "ww-note");
        return seal;
    }

    private static Section rating(ReviewView review) {
        ReviewProgress progress = review.progress();
        if (progress.grade() == null) {
            return new Section(t("lookback.rating"), t("lookback.not-rated"));
        }
        Span grade = new Span(progress.grade().name());
        grade.addClassName("ww-grade");
        Div head = new Div(grade, new Span(Enums.name(progress.grade())));
        head.addClassName("ww-grade-line");
        Div body = new Div(head, new Span(progress.opinion()));
        body.addClassName("ww-stack");
        if (progress.cause() != null) {
            body.add(Spans.note(t("lookback.cause-of", Enums.name(progress.cause()))));
        }
        if (progress.documentNo() != null) {
            body.add(Spans.note(t("lookback.document", progress.documentNo())));
        }
        return new Section(t("lookback.rating"), "", body);
    }

    private static Section consequences(ReviewView review) {
        Facts facts = Facts.column();
        for (Consequence one : review.progress().consequences()) {
            facts.add(
                    Enums.name(one.kind()),
                    Stream.of(Format.money(one.amount()), Format.text(one.note()))
                            .filter(part -> !part.equals(Format.NOTHING))
                            .collect(Collectors.joining("，")));
        }
        if (review.progress().outcome() != null) {
            facts.add(Enums.name(review.progress().state()), review.progress().outcome());
        }
        boolean nothing =
                review.progress().consequences().isEmpty() && review.progress().outcome() == null;
        return nothing
                ? new Section(t("lookback.consequences"), t("lookback.nothing"))
                : new Section(t("lookback.consequences"), "", facts);
    }

    private Section rectification(ReviewView review) {
        List<Rectification> all = review.progress().rectifications();
        if (all.isEmpty()) {
            return new Section(t("lookback.rectification"), t("lookback.nothing"));
        }
        Div list = new Div();
        list.addClassName("ww-stack-wide");
        all.forEach(one -> list.add(rectification(review, one)));
        return new Section(
                t("lookback.rectification"),
                t(
                        "lookback.put-right",
                        Format.count((long) all.size() - review.progress().open()),
                        Format.count(all.size())),
                list);
    }

    private Component rectification(ReviewView review, Rectification one) {
        Span demand = new Span(one.demand());
        Span deadline = new Span(
                one.passed()
                        ? "✓ " + Format.shortDate(one.recheckedOn())
                        : t("lookback.until", Format.shortDate(one.deadline())));
        deadline.addClassNames("ww-nowrap", "ww-note");
        List<String> actions = LookBackDesk.commands(LookBackAction.of(review.progress(), one));
        Div head = new Div(
                demand,
                deadline,
                desk.dialogs.menu(
                        AsOf.current().isNow() ? actions : List.of(),
                        () -> LookBackDesk.context(review).with("rectificationId", one.id()),
                        done -> show()));
        head.addClassName("ww-rectification-head");
        Div item = new Div(
                head,
                Spans.note(LookBackDesk.moved(
                        Format.joined(Enums.name(one.side()), one.responsible()),
                        one.deadline(),
                        one.firstDeadline())));
        item.addClassName("ww-stack");
        if (one.result() != null) {
            item.add(new Span(t("lookback.result", one.result())));
        }
        if (one.opinion() != null) {
            item.add(Spans.note(t(one.passed() ? "lookback.passed" : "lookback.not-passed", one.opinion())));
        }
        if (!one.attachments().isEmpty()) {
            item.add(files.pictures(review.project().projectId(), one.attachments()));
        }
        return item;
    }

    private Section onSite(ReviewView review) {
        if (review.progress().visits().isEmpty()) {
            return new Section(t("lookback.on-site"), t("lookback.nothing"));
        }
        Div list = new Div();
        list.addClassName("ww-stack-wide");
        review.progress().visits().reversed().forEach(visit -> {
            Div item = new Div(Spans.note(Format.date(visit.on())), new Span(visit.findings()));
            item.addClassName("ww-stack");
            if (!visit.attachments().isEmpty()) {
                item.add(files.pictures(review.project().projectId(), visit.attachments()));
            }
            list.add(item);
        });
        return new Section(t("lookback.on-site"), "", list);
    }

    /** What has become of the sheet's figures and verdicts since. */
    private Section today(ReviewView review) {
        Facts facts = Facts.column();
        List<CommitmentView> now = commitments.of(
                review.project().projectId(),
                AsOf.current().query(),
                CurrentUser.get().viewer(),
                Today.date());
        for (CommitmentSide side : CommitmentSide.values()) {
            for (CommitmentView then : review.lines(side)) {
                now.stream()
                        .filter(line -> line.side() == side
                                && line.clause().equals(then.clause())
                                && line.wordedBy() == then.wordedBy()
                                && !CommitmentWords.verdictName(line).equals(CommitmentWords.verdictName(then)))
                        .findFirst()
                        .ifPresent(line -> facts.add(
                                CommitmentWords.what(then),
                                CommitmentWords.verdictName(then) + " → " + CommitmentWords.verdictName(line)));
            }
        }
        List<LandFigure> figures = commitments.land(
                review.project().projectId(),
                AsOf.current().query(),
                CurrentUser.get().viewer(),
                Today.date());
        for (SheetFigure then : review.sheet().figures()) {
            figures.stream()
                    .filter(figure -> figure.metric() == then.metric() && differ(figure.value(), then.value()))
                    .findFirst()
                    .ifPresent(figure -> facts.add(
                            Enums.name(then.metric()),
                            Format.number(then.value(), DECIMALS) + " → " + Format.number(figure.value(), DECIMALS)));
        }
        Section section = new Section(
                t("lookback.today"), facts.getChildren().findAny().isEmpty() ? t("lookback.unchanged") : "", facts);
        Anchor file = new Anchor(ProjectNavigation.link(no), t("lookback.open-file"));
        file.addClassName("ww-nowrap");
        section.aside(file);
        return section;
    }

    private static boolean differ(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) != 0;
    }
}
