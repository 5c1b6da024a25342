package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.followup.Delay;
import dev.wuwei.crm.followup.FollowUpCommand.DeliverElement;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.Element;
import dev.wuwei.crm.projections.dossier.DossierView.Inclusion;
import dev.wuwei.crm.projections.dossier.DossierView.MilestoneLine;
import dev.wuwei.crm.projections.dossier.DossierView.Phase;
import dev.wuwei.crm.projections.dossier.DossierView.ServiceMember;
import dev.wuwei.crm.projections.dossier.Entered;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Light;
import dev.wuwei.crm.ui.component.LightWords;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 推进: each phase with its milestones as reported, verified and recognised, its monthly returns, and who serves it. */
class ProgressTab extends Composite<Div> {
    private static final List<String> OF_MILESTONES = List.of(
            "followup.ReportMilestone",
            "followup.VerifyMilestone",
            "followup.RecogniseMilestone",
            "followup.SkipMilestone",
            "followup.WithdrawMilestone");
    private static final List<String> OF_PHASES = List.of(
            "followup.FileMonthlyReturn",
            "followup.RecordStatisticalInclusion",
            "followup.WithdrawStatisticalInclusion",
            "followup.ExplainDelay",
            "followup.JustifyDelay",
            "followup.WithdrawJustification",
            "followup.EnterSubState",
            "followup.WithdrawSubState",
            "followup.SuspendPhase",
            "followup.ResumePhase",
            "followup.StopProduction",
            "followup.RestartProduction",
            "followup.DropScale",
            "followup.WithdrawScaleDrop",
            "followup.RecordCapacityDrop",
            "followup.RecordCapacityRegained",
            "followup.WithdrawCapacityDrop",
            "followup.WithdrawPhase",
            "followup.ReinstatePhase");

    private final DossierPage page;
    private final DossierView dossier;

    ProgressTab(DossierPage page) {
        this.page = page;
        dossier = page.dossier();
        getContent().addClassName("ww-file-sections");
        if (dossier.phases().isEmpty()) {
            getContent().add(new EmptyState(t("progress.none"), t("progress.none.note")));
            return;
        }
        getContent().add(new PhaseTracks(dossier));
        dossier.phases().forEach(phase -> {
            getContent().add(phase(phase));
            if (phase.schedule() != null) {
                getContent().add(new ScheduleChart(page, phase));
            }
        });
        ProgressChart.of(dossier).ifPresent(getContent()::add);
        getContent().add(elements(), new PermitSteps(page), new MeetingList(page));
        getContent().add(new ReturnList(page), new ActualsList(page));
        getContent()
                .add(new Section(t("project.service"), teamNote(), service())
                        .aside(page.actions().buttons("followup.AssignService")));
    }

    private String teamNote() {
        return dossier.serviceTeam()
                .map(team -> t(
                        team.missing().isEmpty() ? "progress.team.complete" : "progress.team.missing",
                        team.template(),
                        Format.date(team.from()),
                        team.missing().size()))
                .orElse(t("project.service.rule"));
    }

    private Section phase(Phase phase) {
        PlainTable table = new PlainTable(
                        "progress.milestone",
                        "progress.agreed",
                        "progress.reported",
                        "progress.verified",
                        "progress.recognised",
                        "progress.late",
                        "progress.evidence",
                        "")
                .cards(1);
        phase.milestones().forEach(line -> milestone(table, phase, line));
        Component[] content = Stream.of(Optional.of(table.framed()), delay(phase), Optional.of(inclusion(phase)))
                .flatMap(Optional::stream)
                .toArray(Component[]::new);
        Section section = new Section(phase.name(), Format.joined(standing(phase)), content);
        if (phase.light() != dev.wuwei.crm.followup.Light.GREEN) {
            section.aside(new Light(Light.Colour.valueOf(phase.light().name()), LightWords.reasons(phase.verdict())));
        } else if (phase.verdict().quiet()) {
            section.aside(Spans.note(LightWords.reasons(phase.verdict())));
        }
        return section.aside(page.actions()
                .about(phase.availableActions(), ofPhase(phase), context -> context.with("phase", phase.name())));
    }

    private static List<String> ofPhase(Phase phase) {
        return phase.schedule() == null
                ? Stream.concat(Stream.of("followup.PlanSchedule"), OF_PHASES.stream())
                        .toList()
                : OF_PHASES;
    }

    /** Stage and overdue are kept apart: whose side it lies on, who sees to it, what comes next. */
    private Optional<Component> delay(Phase phase) {
        Delay delay = phase.delay();
        if (delay == null) {
            return phase.verdict().reasons().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Facts.row().add(t("progress.delay"), t("progress.delay.unexplained")));
        }
        Facts facts = Facts.row()
                .add(t("progress.delay"), Format.joined(Enums.name(delay.cause()), delay.explanation()))
                .add(t("progress.delay.owner"), Format.text(dossier.nameOf(delay.owner())))
                .add(t("progress.delay.next"), Format.nextStep(delay.nextActionOn(), delay.nextAction()));
        return Optional.of(
                delay.quietUntil() == null
                        ? facts
                        : facts.add(t("progress.delay.quiet"), Format.date(delay.quietUntil())));
    }

    private Component inclusion(Phase phase) {
        Inclusion inclusion = phase.inclusion();
        if (inclusion == null) {
            return Facts.row().add(t("progress.inclusion"), t("progress.inclusion.none"));
        }
        return Facts.row()
                .add(t("progress.inclusion"), dated(inclusion.on(), inclusion.entered()))
                .add(t("progress.library-code"), inclusion.libraryCode())
                .add(t("progress.reporting-unit"), inclusion.reportingUnit())
                .add(t("progress.evidence"), evidence(inclusion.evidence(), inclusion.attachments()));
    }

    private static String[] standing(Phase phase) {
        List<String> parts = new ArrayList<>(List.of(Enums.name(phase.state())));
        if (phase.subState() != null) {
            parts.add(Enums.name(phase.subState()));
        }
        parts.addAll(PhaseTracks.standstills(phase));
        if (phase.cause() != null) {
            parts.add(Enums.name(phase.cause()));
        }
        if (phase.suspension() != null) {
            parts.add(t(phase.suspension().clockRuns() ? "progress.clock-runs" : "progress.clock-stands"));
        }
        parts.add(t("progress.agreed-by", phase.agreedBy()));
        return parts.toArray(String[]::new);
    }

    private void milestone(PlainTable table, Phase phase, MilestoneLine line) {
        table.row(
                new Span(Enums.label(line.milestone())),
                new Span(Format.date(line.agreedOn())),
                dated(line.stand().reportedOn(), line.reported()),
                dated(line.stand().verifiedOn(), line.verified()),
                recognised(line),
                late(line),
                evidence(line),
                page.actions()
                        .about(
                                line.availableActions(),
                                OF_MILESTONES,
                                context -> context.with("phase", phase.name()).with("milestone", line.milestone())));
    }

    private Component dated(LocalDate on, Entered entered) {
        Div cell = new Div(new Span(Format.date(on)));
        cell.addClassName("ww-stack");
        if (on != null && entered != null) {
            cell.add(Spans.note(page.words().of(entered.by())));
        }
        return cell;
    }

    private Component recognised(MilestoneLine line) {
        if (line.stand().isSkipped()) {
            Div cell = new Div(
                    new Span(t("project.skipped", Enums.name(line.stand().skipCause()))));
            cell.addClassName("ww-stack");
            cell.add(Spans.note(page.words().enteredBecause(line.skipped())));
            return cell;
        }
        return dated(line.stand().recognisedOn(), line.recognised());
    }

    private static Component late(MilestoneLine line) {
        if (line.daysLate() == null) {
            return new Span(Format.NOTHING);
        }
        Span words = new Span(
                line.stand().isRecognised()
                        ? Format.deviation(line.agreedOn(), line.stand().recognisedOn())
                        : Format.remaining(line.agreedOn(), line.agreedOn().plusDays(line.daysLate())));
        words.setClassName("ww-late-words", line.daysLate() > 0);
        return words;
    }

    private Component evidence(MilestoneLine line) {
        return line.annualRevenue() == null
                ? evidence(line.evidence(), line.attachments())
                : evidence(
                        line.evidence(),
                        line.attachments(),
                        Spans.note(t("progress.revenue", Format.money(line.annualRevenue()))));
    }

    private Component evidence(String words, List<Attachment> files, Component... between) {
        Div cell = new Div(new Span(Format.text(words)));
        cell.add(between);
        cell.addClassName("ww-stack");
        if (files != null && !files.isEmpty()) {
            cell.add(page.files().links(files));
        }
        return cell;
    }

    private Section elements() {
        PlainTable table = new PlainTable(
                        "progress.element",
                        "progress.provider",
                        "progress.promised",
                        "progress.delivered",
                        "progress.late",
                        "progress.evidence",
                        "")
                .cards(1);
        for (Element element : dossier.elements()) {
            table.row(
                    new Span(Enums.label(element.element())),
                    new Span(Format.text(element.provider())),
                    new Span(Format.date(element.promisedOn())),
                    delivered(element),
                    new Span(deviation(element)),
                    evidence(element.evidence(), element.attachments()),
                    page.actions()
                            .about(
                                    element.deliveredOn() == null
                                            ? List.of("followup.PlanElement", "followup.DeliverElement")
                                            : List.of("followup.WithdrawElementDelivery"),
                                    context -> context.with("element", element.element())
                                            .with(
                                                    DeliverElement.class,
                                                    "land",
                                                    dossier.head().land())
                                            .with("provider", element.provider())
                                            .with("promisedOn", element.promisedOn())));
        }
        return new Section(
                        t("progress.elements"),
                        "",
                        dossier.elements().isEmpty() ? Spans.note(t("progress.elements.none")) : table.framed())
                .aside(page.actions().buttons("followup.PlanElement", "followup.DeliverElement"));
    }

    /** The day; of land also how much there is of it, and how it came to be free. */
    private static Component delivered(Element element) {
        Span day = new Span(Format.date(element.deliveredOn()));
        if (element.land() == null) {
            return day;
        }
        Div cell = new Div(
                day,
                Spans.note(Format.joined(
                        Format.area(element.land()),
                        element.disposalMethod() == null ? null : Format.coded(element.disposalMethod()))));
        cell.addClassName("ww-stack");
        return cell;
    }

    private String deviation(Element element) {
        if (element.promisedOn() == null) {
            return Format.NOTHING;
        }
        return element.deliveredOn() == null
                ? Format.remaining(element.promisedOn(), dossier.day())
                : Format.deviation(element.promisedOn(), element.deliveredOn());
    }

    private Component service() {
        PlainTable table = new PlainTable("progress.role", "progress.person", "progress.from", "progress.to").cards(1);
        dossier.service().stream()
                .sorted(Comparator.comparing(ServiceMember::role).thenComparing(ServiceMember::from))
                .forEach(member -> table.row(
                        Enums.label(member.role()),
                        page.words().of(member.staffId()),
                        Format.date(member.from()),
                        Format.date(member.to())));
        dossier.serviceTeam().stream().flatMap(team -> team.missing().stream()).forEach(role -> {
            Span nobody = new Span(t("progress.team.nobody"));
            nobody.addClassName("ww-late-words");
            table.row(new Span(Enums.label(role)), nobody, new Span(Format.NOTHING), new Span(Format.NOTHING));
        });
        return table.framed();
    }
}
