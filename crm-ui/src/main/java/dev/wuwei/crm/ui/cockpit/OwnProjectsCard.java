package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.StateFigures;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.ledger.ProjectSort;
import dev.wuwei.crm.projections.ledger.ProjectStatus;
import dev.wuwei.crm.projections.ledger.ProjectView;
import dev.wuwei.crm.projections.ledger.Stage;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Light;
import dev.wuwei.crm.ui.component.LightWords;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 我的项目: what the viewer is the linking leader or the owner of, by urgency: signed projects by light and by what has been
 * due longest, then those in talks. Not there for whoever has none.
 */
class OwnProjectsCard extends Chart {
    private static final int SHOWN = 8;
    private static final Set<Stage> TALKS = EnumSet.range(Stage.FIRST_CONTACT, Stage.READY_TO_SIGN);

    private final CockpitDesk desk;

    OwnProjectsCard(CockpitDesk desk) {
        super(t("cockpit.own"), "");
        this.desk = desk;
    }

    /** One project, as the list says it. */
    private record Own(String no, String name, Light.Words light, String stage, Money amount, String next) {}

    void show(CockpitYear shown) {
        List<Own> own = new ArrayList<>(signed(shown));
        int signed = own.size();
        own.addAll(talks(shown));
        setVisible(!own.isEmpty());
        setNote(t("cockpit.own.note", Format.count(signed), Format.count(own.size() - signed)));
        Table table = Table.of(
                "own-projects",
                List.of(
                        t("project.no"),
                        t("project.name"),
                        t("project.stage"),
                        t("followup.light"),
                        t("cockpit.own.amount"),
                        t("project.next")),
                own.stream().map(OwnProjectsCard::cells).toList());
        UnorderedList list = new UnorderedList();
        list.addClassName("ww-brief");
        own.stream().limit(SHOWN).forEach(one -> list.add(row(one)));
        Div built = new Div(list);
        if (own.size() > SHOWN) {
            Anchor all = new Anchor(
                    shown.day().link("followups?which=mine&mode=list"),
                    t("cockpit.own.more", Format.count(own.size() - SHOWN)));
            all.addClassName("ww-brief-more");
            built.add(all);
        }
        show(
                built,
                Charts.ranked(
                        own.stream().limit(SHOWN).map(Own::name).toList(),
                        own.stream()
                                .limit(SHOWN)
                                .map(one -> CockpitCards.yi(one.amount()))
                                .toList()),
                table);
        opens(own.stream()
                .<SerializableRunnable>map(one -> () -> ProjectNavigation.open(one.no()))
                .toList());
    }

    private static List<Object> cells(Own one) {
        return Arrays.asList(
                one.no(),
                one.name(),
                one.stage(),
                one.light() == null
                        ? null
                        : Format.joined(
                                one.light().colour().label(), one.light().text()),
                one.amount() == null ? null : Format.money(one.amount()),
                one.next());
    }

    private List<Own> signed(CockpitYear shown) {
        FiveGapsQuery.Request mine =
                FiveGapsQuery.Request.ALL.openOnly().inChargeIs(shown.viewer().staffId());
        List<StateFigures> states = desk.fiveGaps.states(mine, shown.point(), shown.viewer());
        int all =
                (int) states.stream().mapToLong(state -> state.figure().count()).sum();
        List<PhaseView> phases = desk.fiveGaps.mostUrgent(mine, states, 0, all, shown.point(), shown.viewer());
        return phases.stream()
                .map(phase -> new Own(
                        phase.projectNo(),
                        phase.projectName(),
                        light(phase, shown.day()),
                        Enums.name(phase.state()),
                        phase.signed(),
                        next(phase)))
                .toList();
    }

    /** What whoever sees to the delay does next; without a delay, the milestone that is due next. */
    private static String next(PhaseView phase) {
        if (phase.delay() != null) {
            return LightWords.next(phase.delay(), phase.delayOwnerName());
        }
        return phase.dueOn() == null || phase.state().next() == null
                ? ""
                : t("followup.next", Enums.name(phase.state().next()), Format.date(phase.dueOn()));
    }

    private static Light.Words light(PhaseView phase, AsOf day) {
        String words = !phase.verdict().reasons().isEmpty()
                ? LightWords.worst(phase.verdict())
                : phase.dueOn() == null ? "" : Format.remaining(phase.dueOn(), day.dayOrToday());
        return new Light.Words(Light.Colour.valueOf(phase.light().name()), words);
    }

    private List<Own> talks(CockpitYear shown) {
        StaffId me = shown.viewer().staffId();
        ProjectFilter alive = ProjectFilter.ALL.inStages(TALKS).inStatuses(Set.of(ProjectStatus.ACTIVE));
        Map<ProjectId, ProjectView> found = new LinkedHashMap<>();
        for (ProjectFilter mine : List.of(alive.ledBy(me), alive.ownedBy(me))) {
            desk.ledger
                    .projects(mine, ProjectSort.of("-amount"), Page.first(Page.LARGEST), shown.point(), shown.viewer())
                    .rows()
                    .forEach(project -> found.putIfAbsent(project.projectId(), project));
        }
        Map<ProjectId, String> agreed = agreed(found.keySet(), shown);
        return found.values().stream()
                .map(project -> new Own(
                        project.projectNo(),
                        project.name(),
                        null,
                        t("cockpit.own.since", Enums.name(project.stage()), Format.count(project.daysInStage())),
                        project.amount(),
                        agreed.getOrDefault(project.projectId(), "")))
                .toList();
    }

    /** What the last contact agreed on. It is kept of the present only. */
    private Map<ProjectId, String> agreed(Collection<ProjectId> projects, CockpitYear shown) {
        return shown.day().isPast()
                ? Map.of()
                : desk.projects.find(projects, shown.viewer(), shown.day().dayOrToday()).stream()
                        .collect(Collectors.toMap(
                                ProjectRow::projectId, row -> Format.nextStep(row.nextOn(), row.nextStep())));
    }

    private static ListItem row(Own own) {
        Anchor name = new Anchor(ProjectNavigation.link(own.no()), own.name());
        name.addClassNames("ww-plain-link", "ww-brief-name");
        Component state = own.light() == null
                ? Spans.weak(own.stage())
                : new Light(own.light().colour(), own.light().text());
        Div first = new Div(name, state);
        first.addClassName("ww-brief-line");
        Span note = Spans.note(
                Format.joined(own.light() == null ? "" : own.stage(), Format.money(own.amount()), own.next()));
        note.addClassName("ww-brief-note");
        return new ListItem(first, note);
    }
}
