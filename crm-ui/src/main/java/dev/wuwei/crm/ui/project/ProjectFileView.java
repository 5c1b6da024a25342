package dev.wuwei.crm.ui.project;

import static dev.wuwei.crm.ui.component.I18n.label;
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
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.negotiation.NegotiationStatus;
import dev.wuwei.crm.projections.ledger.LedgerQuery;
import dev.wuwei.crm.projections.ledger.ProjectView;
import dev.wuwei.crm.projections.project.PhaseRow;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.projections.timeline.Topic;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Light;
import dev.wuwei.crm.ui.component.LineTabs;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.StageTrack;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.history.HistoryEntries;
import dev.wuwei.crm.ui.history.HistoryPanel;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 项目档案: one project, one file. */
@Route("projects/:no")
@PermitAll
class ProjectFileView extends Div implements BeforeEnterObserver, AfterNavigationObserver, PageTitle {
    private static final String TAB = "tab";

    /** What the main button offers, the next step first. */
    private static final List<String> NEXT_STEPS = List.of(
            "lead.AcceptCirculation",
            "lead.RespondToLead",
            "lead.JudgeLead",
            "lead.AdoptLead",
            "lead.DrawFromPool",
            "followup.RecogniseMilestone",
            "followup.VerifyMilestone",
            "followup.ReportMilestone",
            "negotiation.ResumeNegotiation",
            "negotiation.DecideAdmission",
            "negotiation.GiveOpinion",
            "signing.SignAgreement",
            "negotiation.RequestAdmissionReview",
            "negotiation.ReviseTerms",
            "negotiation.LogRound",
            "signing.UpgradeAgreement",
            "followup.FileMonthlyReturn");

    private static final List<String> COMPANY =
            List.of("investor.AddContact", "investor.RenameInvestor", "investor.AssignCreditCode");

    private enum Tab {
        OVERVIEW,
        TALKS,
        AGREEMENT,
        PROGRESS,
        HISTORY
    }

    private final ProjectQuery projects;
    private final LedgerQuery ledger;
    private final TimelineQuery timeline;
    private final HistoryEntries entries;
    private final CommandDialogs dialogs;
    private final Live live;
    private final Div page = new Div();
    private final LineTabs<Tab> tabs = new LineTabs<>(t("project.tabs"));
    private String no;
    private String title = "";
    private boolean subscribed;
    private long shownPosition;

    ProjectFileView(
            ProjectQuery projects,
            LedgerQuery ledger,
            TimelineQuery timeline,
            HistoryEntries entries,
            CommandDialogs dialogs,
            Live live) {
        this.projects = projects;
        this.ledger = ledger;
        this.timeline = timeline;
        this.entries = entries;
        this.dialogs = dialogs;
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
        if (find() == null) {
            throw new NotFoundException();
        }
    }

    private ProjectRow find() {
        return projects.find(no, CurrentUser.get().viewer(), Today.date()).orElse(null);
    }

    @Override
    public String pageTitle() {
        return title;
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
        ProjectRow row = find();
        if (row != null && row.position() != shownPosition) {
            show();
        }
    }

    private void show() {
        ProjectRow row = find();
        if (row == null) {
            return;
        }
        if (!subscribed) {
            subscribed = true;
            live.subscribe(this, Set.of("project", "timeline"), this::refresh);
        }
        title = row.name();
        shownPosition = row.position();
        ProjectView past = AsOf.current().isPast()
                ? ledger.projectByNo(
                                no, AsOf.current().query(), CurrentUser.get().viewer())
                        .orElse(null)
                : null;
        List<PhaseRow> phases = row.followUpId() == null
                ? List.of()
                : projects.phases(
                        row.projectId(),
                        CurrentUser.get().viewer(),
                        AsOf.current().dayOrToday());
        page.removeAll();
        page.add(header(row, past), figures(row, past), tabs);
        tabs.select(tab());
        Div body = new Div(content(row, phases));
        body.addClassNames("ww-view-body", "ww-file-body");
        page.add(body);
    }

    private Component header(ProjectRow row, ProjectView past) {
        ViewHeader header = new ViewHeader(row.name());
        header.setNote(row.projectNo());
        header.beside().add(Badges.state(past == null ? stage(row) : Enums.name(past.stage())));
        if (past == null && row.due() != null && row.due().daysLate() > 0) {
            header.beside()
                    .add(new Light(
                            Light.Colour.valueOf(row.due().light().name()),
                            Enums.name(row.due().milestone()) + "　"
                                    + Format.late(row.due().daysLate())));
        }
        if (AsOf.current().isNow()) {
            Button next = dialogs.next(NEXT_STEPS, next(row), () -> context(row), result -> show());
            if (next != null) {
                header.actions(next);
            }
            header.actions(dialogs.menu(actions(row), () -> context(row), result -> show()));
        }
        return header;
    }

    /** Once the follow-up runs, the next step is one of its own; talks may still be corrected from the menu. */
    private static List<String> next(ProjectRow row) {
        return row.followUpId() == null
                ? row.availableActions()
                : row.availableActions().stream()
                        .filter(name -> !name.startsWith("negotiation.") && !name.startsWith("lead."))
                        .toList();
    }

    /** What its own state allows, and what one does with its company; a visit has its own button in the header. */
    private static List<String> actions(ProjectRow row) {
        List<String> actions = new ArrayList<>(row.availableActions());
        actions.remove("lead.LogVisit");
        if (row.investorId() != null) {
            actions.addAll(COMPANY);
        }
        return actions;
    }

    /** Where it stands, by the furthest of what it has. */
    private static String stage(ProjectRow row) {
        if (row.fiveGap() != null) {
            return Enums.name(row.fiveGap());
        }
        if (row.negotiationStatus() != null && row.negotiationStatus() != NegotiationStatus.ACTIVE) {
            return Enums.name(row.negotiationStatus());
        }
        return row.negotiationStage() == null ? Enums.name(row.leadState()) : Enums.name(row.negotiationStage());
    }

    /** What the dialogs of this project need to know. */
    private CommandContext context(ProjectRow row) {
        List<Option> phases = row.followUpId() == null
                ? List.of()
                : projects.phases(row.projectId(), CurrentUser.get().viewer(), Today.date()).stream()
                        .map(phase -> new Option(phase.phase(), phase.phase()))
                        .toList();
        CommandContext context = CommandContext.of(row).choose("phase", phases);
        if (phases.size() == 1) {
            context.with("phase", phases.getFirst().code());
        }
        return ProjectFacts.of(row, timeline).into(context);
    }

    private Component figures(ProjectRow row, ProjectView past) {
        Facts facts = Facts.row();
        facts.add(
                t(row.signingId() == null ? "project.estimate" : "project.signed"),
                strong(Format.money(past == null ? row.amount() : past.amount())));
        if (row.agreementKind() != null && (past == null || past.agreementKind() != null)) {
            facts.add(
                    t("project.agreement"),
                    Enums.name(row.agreementKind()) + "　v" + row.agreementVersion() + "　"
                            + Format.date(row.signedOn()));
        }
        if (row.arrived() != null) {
            facts.add(t("signing.arrived-short"), Format.money(past == null ? row.arrived() : past.arrived()));
        }
        facts.add(t("project.leader"), person(row.leader()));
        facts.add(
                t(row.liaison() == null ? "field.owner" : "project.liaison"),
                person(row.liaison() == null ? row.owner() : row.liaison()));
        facts.add(
                t("project.park-land"),
                Format.coded(row.park())
                        + (row.landMu() == null ? "" : "　" + t("unit.mu", Format.number(row.landMu(), 0))));
        Div frame = new Div(facts);
        frame.addClassName("ww-file-figures");
        return frame;
    }

    private static Component strong(String text) {
        Span span = new Span(text);
        span.addClassName("ww-strong");
        return span;
    }

    private static String person(ProjectRow.Person person) {
        if (person == null) {
            return Format.NOTHING;
        }
        return person.title() == null ? person.name() : person.name() + "　" + person.title();
    }

    private Component content(ProjectRow row, List<PhaseRow> phases) {
        return switch (tab()) {
            case OVERVIEW -> overview(row, phases);
            case TALKS ->
                new TopicHistory(
                        row.projectId(), Set.of(Topic.VISIT_AND_TALK, Topic.ADMISSION, Topic.LEAD), timeline, entries);
            case AGREEMENT -> new AgreementTab(row, timeline, entries);
            case PROGRESS ->
                new Div(
                        tracks(row, phases),
                        new TopicHistory(row.projectId(), Set.of(Topic.MILESTONE), timeline, entries));
            case HISTORY -> new HistoryPanel(row.projectId(), timeline, entries);
        };
    }

    private Component overview(ProjectRow row, List<PhaseRow> phases) {
        Div left = new Div();
        left.addClassName("ww-file-main");
        if (!phases.isEmpty()) {
            left.add(tracks(row, phases));
        }
        left.add(new Section(
                t("project.recent"),
                "",
                new TopicHistory(
                        row.projectId(),
                        Set.of(Topic.LEAD, Topic.VISIT_AND_TALK, Topic.ADMISSION, Topic.AGREEMENT, Topic.MILESTONE),
                        timeline,
                        entries,
                        8)));
        Div right = new Div();
        right.addClassName("ww-file-aside");
        if (row.nextStep() != null) {
            right.add(new Section(
                    t("project.next"),
                    row.nextOn() == null ? "" : Format.shortDate(row.nextOn()),
                    new Span(row.nextStep())));
        }
        Facts company = Facts.column();
        company.add(t("project.investor"), Format.text(row.investorName()));
        company.add(label("industry"), Format.coded(row.industry()));
        company.add(label("chain"), Format.coded(row.chain()));
        company.add(label("method"), Format.coded(row.method()));
        company.add(label("source"), Format.coded(row.source()));
        company.add(t("project.region"), Format.coded(row.region()));
        company.add(label("kind"), Enums.name(row.kind()));
        company.add(t("project.registered"), Format.date(row.registeredOn()));
        if (row.foreignCapital() != null) {
            company.add(label("foreignCapital"), Format.money(row.foreignCapital()));
        }
        right.add(new Section(t("project.company"), "", company));
        Div overview = new Div(left, right);
        overview.addClassName("ww-file-overview");
        return overview;
    }

    private Component tracks(ProjectRow row, List<PhaseRow> phases) {
        Div box = new Div();
        box.addClassName("ww-box");
        PhaseDates dates = PhaseDates.of(row.projectId(), timeline);
        for (PhaseRow phase : phases) {
            box.add(track(phase, dates));
        }
        return box;
    }

    private static StageTrack track(PhaseRow phase, PhaseDates dates) {
        List<StageTrack.Stage> stages = new ArrayList<>();
        for (Milestone milestone : Milestone.values()) {
            PhaseDates.Dates found = dates.of(phase.phase(), milestone);
            boolean done = found.recognised() != null || phase.state().ordinal() > milestone.ordinal();
            boolean now = phase.state().ordinal() == milestone.ordinal();
            List<String> lines = new ArrayList<>();
            lines.add(t("project.agreed", found.agreed() == null ? Format.NOTHING : Format.date(found.agreed())));
            if (found.recognised() != null) {
                lines.add(Format.date(found.recognised()));
            } else if (now && phase.progressPercent() != null && phase.state() != PhaseState.PRODUCING) {
                lines.add(t("project.percent", Format.number(phase.progressPercent(), 0)));
            } else if (found.reported() != null) {
                lines.add(t("project.reported", Format.date(found.reported())));
            }
            String deviation = "";
            if (found.agreed() != null && found.recognised() != null) {
                deviation = Format.deviation(found.agreed(), found.recognised());
            } else if (found.agreed() != null && now) {
                deviation = Format.remaining(found.agreed(), AsOf.current().dayOrToday());
            }
            boolean late = done
                    && found.agreed() != null
                    && found.recognised() != null
                    && found.recognised().isAfter(found.agreed());
            stages.add(new StageTrack.Stage(
                    Enums.name(milestone),
                    late
                            ? StageTrack.State.DONE_LATE
                            : done ? StageTrack.State.DONE : now ? StageTrack.State.NOW : StageTrack.State.TO_COME,
                    lines,
                    deviation));
        }
        List<String> notes = new ArrayList<>();
        if (phase.investment() != null) {
            notes.add(Format.money(phase.investment()));
        }
        if (phase.subState() != null) {
            notes.add(Enums.name(phase.subState()));
        }
        return new StageTrack(phase.phase(), notes, stages);
    }
}
