package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.followup.PlannedStep;
import dev.wuwei.crm.followup.StepForecast;
import dev.wuwei.crm.projections.dossier.DossierView.Phase;
import dev.wuwei.crm.projections.dossier.DossierView.Schedule;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Gantt;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Terms;
import java.util.List;
import java.util.stream.Collectors;

/** 倒排工期 of a phase: the chart, and the same in a table. */
class ScheduleChart extends Composite<Section> {
    private final DossierPage page;
    private final Phase phase;
    private final Schedule schedule;

    ScheduleChart(DossierPage page, Phase phase) {
        this.page = page;
        this.phase = phase;
        schedule = phase.schedule();
    }

    @Override
    protected Section initContent() {
        Section section = new Section(t("schedule.of", phase.name()), note(), late(), gantt(), table());
        return section.aside(page.actions()
                .about(
                        phase.availableActions(),
                        List.of("followup.ReplanSchedule", "followup.RecordStepProgress"),
                        this::context));
    }

    private String note() {
        return Format.joined(
                Terms.of(schedule.projectType()),
                t("schedule.by", Format.date(schedule.productionOn())),
                schedule.revision() == 1 ? t("schedule.baseline") : t("schedule.revision", schedule.revision()),
                page.words().enteredBecause(schedule.planned()));
    }

    /** Which steps are late, with their days; or how much time is left before production. */
    private Component late() {
        List<StepForecast> late = schedule.late();
        long slack = schedule.steps().getLast().slackDays();
        Span words = new Span(
                late.isEmpty()
                        ? t("schedule.in-time", slack)
                        : t(
                                "schedule.late",
                                late.stream()
                                        .map(step ->
                                                Terms.of(step.planned().step().step()) + " "
                                                        + Format.late(-step.slackDays()))
                                        .collect(Collectors.joining(t("schedule.comma")))));
        words.setClassName("ww-late-words", !late.isEmpty());
        return words;
    }

    private Gantt gantt() {
        return new Gantt(
                t("schedule.picture", phase.name()),
                schedule.steps().stream().map(this::line).toList(),
                page.dossier().day());
    }

    private Gantt.Line line(StepForecast step) {
        PlannedStep planned = step.planned();
        PlannedStep first = schedule.revision() == 1 ? null : schedule.baselineOf(planned);
        return new Gantt.Line(
                Terms.of(planned.step().step()),
                stretch(planned),
                first == null ? null : stretch(first),
                new Gantt.Stretch(step.start(), step.finish()),
                switch (step.state()) {
                    case FINISHED -> Gantt.Kind.DONE;
                    case RUNNING -> Gantt.Kind.RUNNING;
                    case OPEN -> Gantt.Kind.FORECAST;
                },
                step.isLate(),
                slack(step));
    }

    private static Gantt.Stretch stretch(PlannedStep step) {
        return new Gantt.Stretch(step.latestStart(), step.latestFinish());
    }

    private static String slack(StepForecast step) {
        return step.isLate() ? Format.late(-step.slackDays()) : t("schedule.slack", step.slackDays());
    }

    private Component table() {
        PlainTable table = new PlainTable(
                        "schedule.step",
                        "schedule.state",
                        "schedule.latest-start",
                        "schedule.latest-finish",
                        "schedule.baseline-finish",
                        "schedule.start",
                        "schedule.finish",
                        "schedule.slack-head",
                        "")
                .cards(1);
        schedule.steps().forEach(step -> row(table, step));
        return table.framed();
    }

    private void row(PlainTable table, StepForecast step) {
        PlannedStep planned = step.planned();
        PlannedStep first = schedule.baselineOf(planned);
        Span slack = new Span(slack(step));
        slack.setClassName("ww-late-words", step.isLate());
        table.row(
                new Span(Terms.of(planned.step().step())),
                new Span(Enums.name(step.state())),
                new Span(Format.date(planned.latestStart())),
                new Span(Format.date(planned.latestFinish())),
                new Span(Format.date(first == null ? null : first.latestFinish())),
                day(Format.date(step.start()), step.actual().startedOn() == null),
                day(Format.date(step.finish()), step.actual().finishedOn() == null),
                slack,
                page.actions()
                        .about(
                                phase.availableActions(),
                                List.of("followup.RecordStepProgress"),
                                context -> context(context)
                                        .with("stepCode", planned.code())
                                        .with("startedOn", step.actual().startedOn())
                                        .with("finishedOn", step.actual().finishedOn())));
    }

    private static Component day(String date, boolean forecast) {
        Div cell = new Div(new Span(date));
        cell.addClassName("ww-stack");
        if (forecast) {
            cell.add(Spans.note(t("schedule.forecast")));
        }
        return cell;
    }

    private CommandContext context(CommandContext context) {
        return context.with("phase", phase.name());
    }
}
