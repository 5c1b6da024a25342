package dev.wuwei.crm.ui.publication;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.ledger.MoveCause;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Move;
import dev.wuwei.crm.projections.publication.PublicationComparison;
import dev.wuwei.crm.projections.publication.PublicationComparison.Claim;
import dev.wuwei.crm.projections.publication.PublicationComparison.Line;
import dev.wuwei.crm.projections.publication.PublicationView;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.PrintButton;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Verdict;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.counting.Provenance;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One report as it was published and for ever, beside what is known now, and why the two differ. */
@Route(PublicationNavigation.PATH + "/:publication")
@PermitAll
class PublishedReportView extends Div implements BeforeEnterObserver, AfterNavigationObserver, PageTitle {
    private static final int DIGEST_GROUP = 8;

    private final PublicationDesk desk;
    private final Bulletin bulletin;
    private final Div page = new Div();
    private final SidePanel drawer = new SidePanel(page);
    private String asked = "";
    private String title = "";

    PublishedReportView(PublicationDesk desk, Bulletin bulletin, Live live) {
        this.desk = desk;
        this.bulletin = bulletin;
        addClassName("ww-view");
        page.addClassName("ww-view");
        add(drawer);
        live.subscribe(this, Set.of("publication", "ledger"), this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = event.getRouteParameters().get("publication").orElse("");
        title = desk.find(asked).orElseThrow(NotFoundException::new).report().title();
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
        desk.find(asked).ifPresent(view -> show(view, desk.compare(view)));
    }

    private void show(PublicationView view, PublicationComparison compared) {
        Div main = new Div();
        main.addClassName("ww-review-main");
        if (view.isWithdrawn()) {
            main.add(withdrawal(view));
        }
        // What calls for a look comes before what is as it was.
        List<Component> first = new ArrayList<>();
        List<Component> last = new ArrayList<>();
        (compared.restated() ? first : last).add(restatement(compared));
        (compared.outside().isEmpty() ? last : first).add(outside(view, compared));
        main.add(first);
        compared.lines().stream()
                .map(line -> line.line().measure())
                .distinct()
                .forEach(measure -> main.add(figures(view, compared, measure)));
        main.add(last);
        Div aside = new Div(seal(view), frame(view), ties(compared), notes(view));
        aside.addClassName("ww-review-aside");
        Div body = new Div(main, aside);
        ViewBody.scrolls(body, "ww-review", "ww-file-sections");
        page.removeAll();
        page.add(crumbs(view), header(view, compared), body);
    }

    private static Component crumbs(PublicationView view) {
        Div crumbs = new Div(
                new Anchor(AsOf.current().link(PublicationNavigation.PATH), t("menu.publication")),
                Icon.CHEVRON_RIGHT.create(),
                new Span(Enums.label(view.report().kind())));
        crumbs.addClassName("ww-crumbs");
        return crumbs;
    }

    private Component header(PublicationView view, PublicationComparison compared) {
        ViewHeader header = new ViewHeader(view.report().title());
        header.beside().add(PublicationsView.status(view, compared));
        if (AsOf.current().isNow()) {
            Button note = desk.dialogs.button(
                    "publication.AnnotatePublication", Icon.EDIT, () -> PublicationDesk.context(view), done -> show());
            header.actions(note);
        }
        Anchor word = new Anchor(
                bulletin.download(view, compared, desk.name(view.publishedBy())),
                AttachmentType.DOWNLOAD,
                t("publication.word"));
        word.addClassName("ww-button");
        header.actions(
                word,
                new ExportButton(t("component.list.export"), () -> ReportTable.of(view, compared)),
                new PrintButton());
        List<String> more = view.isWithdrawn()
                ? List.of("publication.RecordOutsideFigure")
                : List.of("publication.RecordOutsideFigure", "publication.WithdrawPublication");
        return header.actions(desk.dialogs.menu(
                AsOf.current().isNow() ? more : List.of(), () -> PublicationDesk.context(view), done -> show()));
    }

    private Component withdrawal(PublicationView view) {
        Div banner = new Div(
                Icon.WARNING.create(),
                new Span(t(
                        "publication.withdrawn-because",
                        Format.date(view.withdrawal().on()),
                        desk.name(view.withdrawal().by()),
                        Format.text(view.withdrawal().reason()))));
        banner.addClassNames("ww-publication-alarm");
        return banner;
    }

    private Section figures(PublicationView view, PublicationComparison compared, String measure) {
        String unit = PublicationWords.unit(measure);
        PlainTable table = PlainTable.headed(List.of(
                        t("publication.class"),
                        t("publication.then-projects"),
                        t("publication.then-amount", unit),
                        t("publication.now-projects"),
                        t("publication.now-amount", unit),
                        t("publication.difference")))
                .numbers(1, 2, 3, 4, 5);
        table.addClassName("ww-figures-table");
        String group = null;
        for (Line line : compared.lines()) {
            PublishedLine printed = line.line();
            if (!printed.measure().equals(measure)) {
                continue;
            }
            if (!printed.isTotal() && !printed.dimension().equals(group)) {
                group = printed.dimension();
                table.group(PublicationWords.dimension(group), "");
            }
            NativeTableRow row = table.row(
                    new Span(PublicationWords.className(printed)),
                    Spans.fixed(Format.count(line.published().count())),
                    Spans.fixed(PublicationWords.amount(line.published(), measure)),
                    Spans.fixed(Format.count(line.now().count())),
                    opens(view, line),
                    difference(line));
            row.setClassName("ww-moved", line.moved());
            row.setClassName("ww-strong", printed.isTotal());
        }
        return new Section(PublicationWords.measure(measure), t("publication.then-and-now"), table.framed());
    }

    private static Component difference(Line line) {
        Span words = Spans.fixed(
                line.moved()
                        ? PublicationWords.bare(line.difference(), line.line().measure())
                        : Format.NOTHING);
        words.setClassName("ww-late-words", line.moved());
        return words;
    }

    /** The figure as known now opens to its rows. */
    private Component opens(PublicationView view, Line line) {
        String amount = PublicationWords.amount(line.now(), line.line().measure());
        NativeButton button = new NativeButton(amount, event -> {
            Provenance rows = new Provenance(desk.explain(view, line.line()), AsOf.current());
            drawer.open(rows.head(PublicationWords.className(line.line())), rows);
        });
        button.addClassName("ww-figure-link");
        button.setAriaLabel(t("publication.open-rows", PublicationWords.line(line.line()), amount));
        return button;
    }

    /** Why lines moved: each entry that did it, with its project, and the lines that it moved. */
    private static Section restatement(PublicationComparison compared) {
        List<Line> moved = compared.moved();
        if (moved.isEmpty()) {
            return new Section(t("publication.restatement"), t("publication.restatement.none"));
        }
        PlainTable table = new PlainTable(
                        "publication.cause",
                        "publication.project",
                        "publication.occurred",
                        "publication.recorded",
                        "publication.effect")
                .cards(2);
        Map<Entry, Div> entries = new LinkedHashMap<>();
        for (Line line : moved) {
            String measure = line.line().measure();
            line.moves()
                    .forEach(move -> entries.computeIfAbsent(Entry.of(move), entry -> stack())
                            .add(effect(
                                    line,
                                    PublicationWords.difference(move.event().figure(), measure))));
        }
        entries.forEach((entry, effects) -> move(table, entry.move(), effects));
        moved.stream()
                .filter(line -> !line.unexplained().isNothing())
                .forEach(line -> table.row(
                        new Verdict(Verdict.Tone.BROKEN, t("publication.unexplained")),
                        new Span(t("publication.unexplained.note")),
                        new Span(Format.NOTHING),
                        new Span(Format.NOTHING),
                        effect(
                                line,
                                PublicationWords.difference(
                                        line.unexplained(), line.line().measure()))));
        return new Section(
                t("publication.restatement"),
                t("publication.restated-lines", Format.count(moved.size())),
                table.framed());
    }

    /** One event may move a project's figures for several causes, and several projects. */
    private record Entry(long position, String projectNo, MoveCause cause, Move move) {
        static Entry of(Move move) {
            return new Entry(
                    move.event().position(), move.projectNo(), move.event().cause(), move);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Entry entry
                    && position == entry.position
                    && projectNo.equals(entry.projectNo)
                    && cause == entry.cause;
        }

        @Override
        public int hashCode() {
            return Objects.hash(position, projectNo, cause);
        }
    }

    private static Div stack() {
        Div stack = new Div();
        stack.addClassName("ww-stack");
        return stack;
    }

    private static Component effect(Line line, String difference) {
        return new Span(Format.joined(PublicationWords.line(line.line()), difference));
    }

    private static String told(long count, String amount, String measure) {
        return t("publication.count-and-amount", Format.count(count), amount, PublicationWords.unit(measure));
    }

    private static void move(PlainTable table, Move move, Component effects) {
        Anchor project = new Anchor(ProjectNavigation.link(move.projectNo()), move.name());
        Div named = new Div(project, Spans.note(move.projectNo()));
        named.addClassName("ww-inline");
        table.row(
                new Span(Enums.label(move.event().cause())),
                named,
                Spans.fixed(Format.date(move.event().occurredOn())),
                Spans.fixed(Format.recorded(move.event().recordedAt())),
                effects);
    }

    private Section outside(PublicationView view, PublicationComparison compared) {
        Section section = new Section(t("publication.outside"), t("publication.outside.note"));
        if (compared.outside().isEmpty()) {
            return section.setNote(t("publication.outside.none"));
        }
        PlainTable table = new PlainTable(
                        "publication.line",
                        "publication.claimed",
                        "publication.as-published",
                        "publication.ledger-now",
                        "publication.verdict",
                        "")
                .numbers(1, 2, 3)
                .cards(1);
        String source = null;
        for (Claim claim : compared.outside()) {
            if (!claim.figure().source().equals(source)) {
                source = claim.figure().source();
                table.group(source, Format.date(claim.figure().statedOn()));
            }
            claim(view, table, claim);
        }
        Div body = new Div(table.framed());
        body.addClassName("ww-stack-wide");
        compared.documents().stream()
                .filter(document -> !document.ties())
                .forEach(document -> body.add(new Verdict(
                        Verdict.Tone.BROKEN,
                        t(
                                "publication.document-does-not-tie",
                                document.source(),
                                PublicationWords.measure(document.measure()),
                                PublicationWords.dimension(document.dimension()),
                                Format.yiWithUnit(document.sum()),
                                Format.yiWithUnit(document.total()),
                                PublicationWords.off(document.off())))));
        section.setBody(body);
        return section;
    }

    private void claim(PublicationView view, PlainTable table, Claim claim) {
        String measure = claim.line().measure();
        Money amount = claim.figure().amount();
        table.row(
                new Span(PublicationWords.line(claim.line())),
                Spans.fixed(Format.joined(
                        claim.figure().count() == null
                                ? ""
                                : t(
                                        "publication.count-of",
                                        Format.count(claim.figure().count())),
                        amount == null ? "" : Format.yiWithUnit(amount))),
                Spans.fixed(
                        told(claim.published().count(), PublicationWords.amount(claim.published(), measure), measure)),
                Spans.fixed(told(claim.now().count(), PublicationWords.amount(claim.now(), measure), measure)),
                new Verdict(claim.ties() ? Verdict.Tone.MET : Verdict.Tone.BROKEN, PublicationWords.verdict(claim)),
                desk.dialogs.menu(
                        AsOf.current().isNow() ? List.of("publication.WithdrawOutsideFigure") : List.of(),
                        () -> PublicationDesk.context(view)
                                .with("figureId", claim.figure().figureId()),
                        done -> show()));
    }

    /** The digest is reckoned again whenever the page opens. */
    private static Section seal(PublicationView view) {
        ReportPublished report = view.report();
        Span digest = new Span(report.digest().replaceAll("(.{" + DIGEST_GROUP + "})(?=.)", "$1 "));
        digest.addClassName("ww-digest");
        Div body = new Div(
                new Verdict(
                        view.verified() ? Verdict.Tone.MET : Verdict.Tone.BROKEN,
                        t(view.verified() ? "publication.digest-verified" : "publication.digest-broken")),
                Spans.note(t("publication.digest")),
                digest);
        body.addClassName("ww-stack");
        return new Section(t("publication.seal"), "", body);
    }

    private Section frame(PublicationView view) {
        ReportPublished report = view.report();
        return new Section(
                t("publication.frame"),
                "",
                Facts.column()
                        .add(t("publication.period"), PublicationWords.period(report))
                        .add(t("publication.as-of"), Format.date(report.asOf()))
                        .add(I18n.label("policy"), report.policy())
                        .add(t("publication.parks"), PublicationWords.parks(report))
                        .add(t("publication.published"), Format.date(report.occurredOn()))
                        .add(t("publication.by"), desk.name(view.publishedBy()))
                        .add(t("publication.position"), Format.count(report.position()))
                        .add(t("publication.known-at"), Format.recorded(report.knownAt())));
    }

    /** Only what does not come to its total is told one by one. */
    private static Section ties(PublicationComparison compared) {
        if (compared.ties().isEmpty()) {
            return new Section(t("publication.tie"), t("publication.tie.none"));
        }
        Div body = stack();
        if (compared.untied().isEmpty()) {
            body.add(new Verdict(
                    Verdict.Tone.MET,
                    t("publication.all-tie", Format.count(compared.ties().size()))));
        }
        compared.untied()
                .forEach(tie -> body.add(new Verdict(
                        Verdict.Tone.BROKEN,
                        t(
                                "publication.breakdown-does-not-tie",
                                PublicationWords.measure(tie.measure()),
                                PublicationWords.dimension(tie.dimension()),
                                PublicationWords.difference(tie.total().minus(tie.sum()), tie.measure())))));
        return new Section(t("publication.tie"), "", body);
    }

    private Section notes(PublicationView view) {
        if (view.notes().isEmpty()) {
            return new Section(t("publication.notes"), t("publication.notes.none"));
        }
        Div list = new Div();
        list.addClassName("ww-stack-wide");
        view.notes().reversed().forEach(note -> {
            Div item = new Div(
                    Spans.note(Format.joined(Format.date(note.on()), desk.name(note.by()))), new Span(note.text()));
            item.addClassName("ww-stack");
            list.add(item);
        });
        return new Section(t("publication.notes"), "", list);
    }
}
