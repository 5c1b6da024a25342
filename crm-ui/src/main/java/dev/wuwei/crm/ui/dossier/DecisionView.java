package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.dossier.DecisionQuery;
import dev.wuwei.crm.projections.dossier.DecisionReplay;
import dev.wuwei.crm.projections.dossier.DecisionReplay.Item;
import dev.wuwei.crm.projections.dossier.DecisionReplay.Line;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.timeline.HistoryFilter;
import dev.wuwei.crm.projections.timeline.HistoryOrder;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.projections.timeline.Topic;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.PrintButton;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Timeline;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.counting.CountingNavigation;
import dev.wuwei.crm.ui.history.HistoryEntries;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** 决策还原: an admission or an agreement with the pack exactly as it was decided on, and what has become of it since. */
@Route("projects/:no/decisions/:decision")
@PermitAll
class DecisionView extends Div implements BeforeEnterObserver, PageTitle {
    private static final int LONGEST = 50;
    private static final Set<Topic> TOLD = Set.of(
            Topic.VISIT_AND_TALK,
            Topic.ADMISSION,
            Topic.AGREEMENT,
            Topic.CAPITAL,
            Topic.MILESTONE,
            Topic.LOOK_BACK,
            Topic.TICKET,
            Topic.PEOPLE);

    private final DecisionQuery decisions;
    private final ProjectQuery projects;
    private final DossierPages pages;
    private final TimelineQuery timeline;
    private final HistoryEntries entries;
    private String title = "";

    DecisionView(
            DecisionQuery decisions,
            ProjectQuery projects,
            DossierPages pages,
            TimelineQuery timeline,
            HistoryEntries entries) {
        this.decisions = decisions;
        this.projects = projects;
        this.pages = pages;
        this.timeline = timeline;
        this.entries = entries;
        addClassName("ww-view");
    }

    @Override
    public String pageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String no = event.getRouteParameters().get("no").orElse("");
        String decision = event.getRouteParameters().get("decision").orElse("");
        ProjectRow row =
                projects.find(no, CurrentUser.get().viewer(), Today.date()).orElseThrow(NotFoundException::new);
        DecisionReplay replay = decisions
                .replay(no, decision, AsOf.current().query(), CurrentUser.get().viewer(), Today.date())
                .orElseThrow(NotFoundException::new);
        removeAll();
        show(replay, row);
    }

    private void show(DecisionReplay replay, ProjectRow row) {
        // Nothing can be done in the past, so that the pack has no actions.
        DossierPage then = pages.open(row, replay.then(), () -> {});
        title = what(replay);
        ViewHeader header = new ViewHeader(title);
        header.setNote(t("decision.note", Format.longDate(replay.decidedOn())));
        Anchor project = new Anchor(
                ProjectNavigation.link(row.projectNo()), replay.now().head().name());
        header.beside().add(project, Badges.readOnly());
        header.actions(new PrintButton());
        Div body = new Div(pack(replay, then), since(replay, row));
        ViewBody.scrolls(body, "ww-decision");
        add(header, body);
    }

    private static String what(DecisionReplay replay) {
        return replay.agreement() == null
                ? t("decision.admission", Enums.name(replay.review().decision().outcome()))
                : t(
                        "decision.agreement",
                        Enums.name(replay.version().kind()),
                        replay.version().version());
    }

    private static Component pack(DecisionReplay replay, DossierPage then) {
        Facts facts = Facts.column();
        facts.add(t("decision.decided"), Format.date(replay.decidedOn()));
        facts.add(t("decision.entered"), then.words().entered(replay.decided()));
        facts.add(t("decision.policy"), CountingNavigation.policy(replay.countingPolicy()));
        if (replay.review() != null && replay.review().decision().gatesVersion() != null) {
            facts.add(t("decision.gates"), replay.review().decision().gatesVersion());
        }
        Div parts = new Div();
        parts.addClassName("ww-file-sections");
        parts.add(new Section(t("decision.pack"), t("decision.pack.note"), facts));
        if (replay.agreement() != null) {
            parts.add(
                    new Section(
                            Enums.label(replay.version().kind()),
                            replay.version().contractNo(),
                            AgreementTab.facts(replay.agreement(), then)),
                    new CommitmentTable(then, replay.agreement()));
        }
        if (replay.review() != null) {
            ReviewWords words = new ReviewWords(then);
            parts.add(words.section(replay.review(), replay.reviewNumber()));
            if (!replay.fairCompetition().isEmpty()) {
                parts.add(new Section(
                        t("admission.fair"),
                        t("admission.fair.note"),
                        words.fairCompetition(replay.fairCompetition())));
            }
        }
        if (replay.terms() != null) {
            parts.add(new Section(
                    t("decision.terms", replay.terms().version()),
                    Format.date(replay.terms().on()),
                    TalksTab.facts(replay.terms().terms())));
        }
        return parts;
    }

    private Component since(DecisionReplay replay, ProjectRow row) {
        PlainTable table = new PlainTable("decision.item", "decision.then", "decision.agreed", "decision.actual")
                .numbers(1, 2, 3)
                .cards(1);
        replay.since()
                .forEach(line -> table.row(
                        new Span(t("decision.item." + Address.word(line.item()))),
                        value(line.item(), line.decided()),
                        value(line.item(), line.agreed()),
                        actual(line)));
        Section lines = new Section(
                t("decision.since"),
                t("decision.since.note", Format.longDate(AsOf.current().dayOrToday())),
                replay.since().isEmpty() ? new EmptyState(t("decision.nothing"), "") : table.framed());
        Div list = new Div();
        list.addClassName("ww-history-list");
        List<TimelineEntry> events = timeline
                .history(
                        row.projectId(),
                        HistoryFilter.of(row.projectId()).withTopics(TOLD),
                        HistoryOrder.RECORDED,
                        null,
                        LONGEST,
                        CurrentUser.get().viewer(),
                        AsOf.current().query())
                .stream()
                .filter(event -> event.position() > replay.decided().position())
                .toList();
        if (events.isEmpty()) {
            list.add(new EmptyState(t("history.none"), ""));
        }
        entries.tell(events, true).forEach(entry -> list.add(Timeline.draw(entry)));
        Anchor all = new Anchor(
                AsOf.current().link(ProjectNavigation.path(row.projectNo()) + "?tab=history"), t("decision.history"));
        Div parts = new Div(lines, new Section(t("decision.happened"), t("decision.happened.note"), list).aside(all));
        parts.addClassName("ww-file-sections");
        return parts;
    }

    private static Component actual(Line line) {
        Component value = value(line.item(), line.actual());
        LocalDate due = line.agreed() instanceof LocalDate agreed
                ? agreed
                : line.decided() instanceof LocalDate decided ? decided : null;
        if (line.actual() instanceof LocalDate happened && due != null) {
            Div both = new Div(value, Spans.note(Format.deviation(due, happened)));
            both.addClassName("ww-stack");
            return both;
        }
        return value;
    }

    private static Component value(Item item, Object value) {
        return Spans.fixed(
                switch (value) {
                    case null -> Format.NOTHING;
                    case Money money -> Format.money(money);
                    case Area area -> Format.area(area);
                    case LocalDate date -> Format.date(date);
                    case Integer count -> Format.count(count);
                    case BigDecimal number ->
                        TalksTab.number(
                                number.setScale(Math.min(number.scale(), 2), RoundingMode.HALF_UP),
                                t(item == Item.INVESTMENT_INTENSITY ? "unit.wan-per-mu" : "unit.wan-per-mu-year"));
                    default -> throw new IllegalStateException(item + " " + value);
                });
    }
}
