package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.negotiation.NegotiationStatus;
import dev.wuwei.crm.projections.dossier.DossierQuery;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.Head;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.projections.timeline.Topic;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Light;
import dev.wuwei.crm.ui.component.LineTabs;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PrintButton;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.history.HistoryEntries;
import dev.wuwei.crm.ui.history.HistoryPanel;
import dev.wuwei.crm.ui.lookback.ProjectReviews;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import dev.wuwei.crm.ui.ticket.ProjectTickets;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** 项目档案: one project, one file, as it is or as it was on the day that one looks at. */
@Route("projects/:no")
@PermitAll
class ProjectFileView extends Div implements BeforeEnterObserver, AfterNavigationObserver, PageTitle {
    private static final String TAB = "tab";
    private static final int RECENT = 8;
    private static final Set<Topic> TOLD = Set.of(
            Topic.LEAD,
            Topic.VISIT_AND_TALK,
            Topic.ADMISSION,
            Topic.AGREEMENT,
            Topic.CAPITAL,
            Topic.MILESTONE,
            Topic.LOOK_BACK,
            Topic.TICKET);

    private enum Tab {
        OVERVIEW,
        TALKS,
        ADMISSION,
        AGREEMENT,
        PROGRESS,
        ISSUES,
        REVIEWS,
        FILES,
        HISTORY
    }

    private final ProjectQuery projects;
    private final DossierQuery dossiers;
    private final TimelineQuery timeline;
    private final HistoryEntries entries;
    private final DossierPages pages;
    private final ProjectTickets tickets;
    private final ProjectReviews reviews;
    private final Live live;
    private final Div page = new Div();
    private final LineTabs<Tab> tabs = new LineTabs<>(t("project.tabs"));
    private String no;
    private String title = "";
    private boolean subscribed;
    private long shownPosition;

    ProjectFileView(
            ProjectQuery projects,
            DossierQuery dossiers,
            TimelineQuery timeline,
            HistoryEntries entries,
            DossierPages pages,
            ProjectTickets tickets,
            ProjectReviews reviews,
            Live live) {
        this.projects = projects;
        this.dossiers = dossiers;
        this.timeline = timeline;
        this.entries = entries;
        this.pages = pages;
        this.tickets = tickets;
        this.reviews = reviews;
        this.live = live;
        addClassName("ww-view");
        page.addClassName("ww-view");
        for (Tab tab : Tab.values()) {
            tabs.add(tab, t("project.tab." + Address.word(tab)));
        }
        tabs.onChoose(this::go);
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        no = event.getRouteParameters().get("no").orElse("");
        if (row().isEmpty()) {
            throw new NotFoundException();
        }
    }

    private Optional<ProjectRow> row() {
        return projects.find(no, CurrentUser.get().viewer(), Today.date());
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

    private void go(Tab tab) {
        Map<String, List<String>> parameters =
                new HashMap<>(AsOf.current().parameters().getParameters());
        parameters.put(TAB, List.of(Address.word(tab)));
        UI.getCurrent().navigate(ProjectNavigation.PATH + "/" + no, new QueryParameters(parameters));
    }

    private static Tab tab() {
        return Address.choice(TAB, Tab.class);
    }

    /** Other projects change all the time; the page is drawn again only when its own did, so that no open menu is lost. */
    private void refresh() {
        row().filter(row -> row.position() != shownPosition).ifPresent(this::show);
    }

    private void show() {
        row().ifPresent(this::show);
    }

    private void show(ProjectRow row) {
        if (!subscribed) {
            subscribed = true;
            live.subscribe(this, Set.of("project", "commitment", "timeline"), this::refresh);
        }
        title = row.name();
        shownPosition = row.position();
        page.removeAll();
        dossiers.find(row.projectId(), AsOf.current().query(), CurrentUser.get().viewer(), Today.date())
                .ifPresentOrElse(dossier -> show(row, dossier), () -> showNothing(row));
    }

    private void show(ProjectRow row, DossierView dossier) {
        title = dossier.head().name();
        DossierPage opened = pages.open(row, dossier, this::show);
        count(dossier);
        tabs.select(tab());
        Div body = new Div(content(opened));
        ViewBody.scrolls(body, "ww-file-body");
        page.add(header(opened), figures(opened), tabs, body);
    }

    /** On that day nobody had heard of it. */
    private void showNothing(ProjectRow row) {
        ViewHeader header = new ViewHeader(row.name());
        header.setNote(row.projectNo());
        page.add(
                header,
                new EmptyState(t("project.not-yet"), t("project.not-yet.note", Format.date(row.registeredOn()))));
    }

    private void count(DossierView dossier) {
        tabs.setCount(Tab.TALKS, some(dossier.visits().size() + dossier.rounds().size()));
        tabs.setCount(Tab.ADMISSION, some(dossier.reviews().size()));
        tabs.setCount(
                Tab.AGREEMENT,
                some(dossier.agreements().stream()
                        .mapToInt(agreement -> (int) agreement.commitments().stream()
                                .filter(line -> line.state() != CommitmentState.SUPERSEDED)
                                .count())
                        .sum()));
        tabs.setCount(
                Tab.PROGRESS,
                dossier.phases().isEmpty()
                        ? ""
                        : t("project.phases", dossier.phases().size()));
        tabs.setCount(Tab.ISSUES, some((int) tickets.open(dossier.head().projectId())));
        tabs.setCount(Tab.REVIEWS, some(reviews.count(dossier.head().projectId())));
        tabs.setCount(Tab.FILES, some(dossier.attachments().size()));
        tabs.setCount(
                Tab.HISTORY,
                Format.count(timeline.summary(
                                dossier.head().projectId(),
                                CurrentUser.get().viewer(),
                                AsOf.current().query())
                        .total()));
    }

    private static String some(int count) {
        return count == 0 ? "" : Format.count(count);
    }

    private static Component header(DossierPage opened) {
        Head head = opened.dossier().head();
        ViewHeader header = new ViewHeader(head.name());
        header.setNote(head.projectNo());
        header.beside().add(Badges.state(stage(head)));
        if (head.light() != null && head.light() != dev.wuwei.crm.followup.Light.GREEN) {
            Light.Colour colour = Light.Colour.valueOf(head.light().name());
            header.beside()
                    .add(new Light(
                            colour,
                            Format.joined(colour.label(), head.daysLate() > 0 ? Format.late(head.daysLate()) : "")));
        }
        if (AsOf.current().isNow()) {
            Button next = opened.actions().next();
            if (next != null) {
                header.actions(next);
            }
            header.actions(opened.actions().all());
        }
        header.actions(new PrintButton());
        return header;
    }

    /** Where it stands, by the furthest of what it has. */
    private static String stage(Head head) {
        if (head.fiveGap() != null) {
            return Enums.name(head.fiveGap());
        }
        if (head.negotiationStatus() != null && head.negotiationStatus() != NegotiationStatus.ACTIVE) {
            return Enums.name(head.negotiationStatus());
        }
        return head.negotiationStage() == null ? Enums.name(head.leadState()) : Enums.name(head.negotiationStage());
    }

    private static Component figures(DossierPage opened) {
        DossierView dossier = opened.dossier();
        Head head = dossier.head();
        Facts facts = Facts.row();
        facts.add(
                t(head.signingId() == null ? "project.estimate" : "project.signed"), big(Format.money(head.amount())));
        if (head.foreignCapital() != null) {
            facts.add(t("project.foreign"), Format.money(head.foreignCapital()));
        }
        if (dossier.phases().size() > 1) {
            facts.add(
                    t("project.stage"),
                    dossier.phases().stream()
                            .map(phase -> phase.name() + " " + Enums.name(phase.state()))
                            .collect(Collectors.joining("　")));
        }
        if (head.agreementKind() != null) {
            facts.add(
                    t("project.agreement"),
                    Format.joined(
                            Enums.label(head.agreementKind()) + " v" + head.agreementVersion(),
                            Format.date(head.agreementVersionOn())));
        }
        facts.add(t("project.leader"), person(opened, head.leader()));
        facts.add(
                t(head.liaison() == null ? "project.owner" : "project.liaison"),
                person(opened, head.liaison() == null ? head.owner() : head.liaison()));
        facts.add(
                t("project.park-land"),
                Format.text(Format.joined(Format.coded(head.park()), Format.area(head.land()))));
        Div frame = new Div(facts);
        frame.addClassName("ww-file-figures");
        return frame;
    }

    private static Component big(String text) {
        Span span = new Span(text);
        span.addClassName("ww-big");
        return span;
    }

    private static String person(DossierPage opened, StaffId staff) {
        return Format.text(Format.joined(
                opened.words().of(staff),
                Optional.ofNullable(opened.dossier().people().get(staff))
                        .map(name -> name.title())
                        .orElse("")));
    }

    private Component content(DossierPage opened) {
        return switch (tab()) {
            case OVERVIEW -> new OverviewTab(opened, recent(opened.dossier()));
            case TALKS -> new TalksTab(opened);
            case ADMISSION -> new AdmissionTab(opened);
            case AGREEMENT -> new AgreementTab(opened);
            case PROGRESS -> new ProgressTab(opened);
            case REVIEWS -> reviews.tab(opened.dossier().head().projectId());
            case ISSUES ->
                tickets.tab(
                        opened.dossier().head().projectId(),
                        opened.dossier().head().leadId());
            case FILES -> new FilesTab(opened);
            case HISTORY -> new HistoryPanel(opened.dossier().head().projectId(), timeline, entries);
        };
    }

    private Component recent(DossierView dossier) {
        return new TopicHistory(dossier.head().projectId(), TOLD, timeline, entries, RECENT);
    }
}
