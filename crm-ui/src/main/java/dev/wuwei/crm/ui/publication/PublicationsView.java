package dev.wuwei.crm.ui.publication;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.publication.PublicationComparison;
import dev.wuwei.crm.projections.publication.PublicationView;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Verdict;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.component.WriteButton;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 发布: frozen reports, the latest first, each with what has become of it. */
@Route(PublicationNavigation.PATH)
@Menu(title = "menu.publication", order = 410, icon = "document")
@PermitAll
class PublicationsView extends Div implements AfterNavigationObserver, PageTitle {
    private final PublicationDesk desk;
    private final Div body = new Div();

    PublicationsView(PublicationDesk desk, Live live) {
        this.desk = desk;
        addClassName("ww-view");
        ViewBody.scrolls(body);
        WriteButton publish = new WriteButton(
                t("command.publication.PublishReport"), Icon.PLUS, event -> new PublishDialog(desk).open());
        publish.setVisible(desk.dialogs.maySend("publication.PublishReport"));
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        add(new ViewHeader(t("menu.publication")).actions(publish), body);
        live.subscribe(this, Set.of("publication", "ledger"), this::show);
    }

    @Override
    public String pageTitle() {
        return t("menu.publication");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        List<PublicationView> publications = desk.publications();
        body.removeAll();
        if (publications.isEmpty()) {
            body.add(new EmptyState(t("publication.none"), t("publication.none.note")));
            return;
        }
        PlainTable table = new PlainTable(
                        "publication.report",
                        "publication.kind",
                        "publication.period",
                        "publication.as-of",
                        "publication.headline",
                        "publication.status",
                        "publication.published")
                .cards(1);
        publications.forEach(view -> row(table, view));
        body.add(table.framed());
    }

    private void row(PlainTable table, PublicationView view) {
        ReportPublished report = view.report();
        Anchor title = new Anchor(PublicationNavigation.link(view.publicationId()), report.title());
        title.addClassName("ww-strong");
        table.row(
                title,
                new Span(Enums.label(report.kind())),
                Spans.fixed(PublicationWords.period(report)),
                Spans.fixed(Format.date(report.asOf())),
                headline(report),
                status(view, desk.compare(view)),
                new Span(Format.joined(Format.date(report.occurredOn()), desk.name(view.publishedBy()))));
    }

    /** 签约 25 个　247.90亿元. */
    private static Component headline(ReportPublished report) {
        return Spans.fixed(report.lines().stream()
                .filter(PublishedLine::isTotal)
                .limit(1)
                .map(line -> t(
                        "publication.headline-of",
                        PublicationWords.measure(line.measure()),
                        Format.count(line.count()),
                        line.sums().isEmpty()
                                ? Format.NOTHING
                                : Format.money(line.sums().getFirst())))
                .collect(Collectors.joining()));
    }

    static Component status(PublicationView view, PublicationComparison compared) {
        if (!view.verified()) {
            return new Verdict(Verdict.Tone.BROKEN, t("publication.tampered"));
        }
        if (view.isWithdrawn()) {
            return new Verdict(Verdict.Tone.NOT_DUE, t("publication.withdrawn"));
        }
        if (!compared.untied().isEmpty()) {
            return new Verdict(Verdict.Tone.BROKEN, t("publication.lines-do-not-tie"));
        }
        int moved = compared.moved().size();
        return moved == 0
                ? new Verdict(Verdict.Tone.MET, t("publication.unchanged"))
                : new Verdict(Verdict.Tone.PARTLY, t("publication.restated-lines", Format.count(moved)));
    }
}
