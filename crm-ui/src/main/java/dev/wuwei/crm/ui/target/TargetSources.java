package dev.wuwei.crm.ui.target;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.projections.ledger.RevitalisedLandQuery.HandOver;
import dev.wuwei.crm.projections.target.Forecast;
import dev.wuwei.crm.projections.target.TargetProgress;
import dev.wuwei.crm.projections.target.TargetView;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.target.TargetUnit;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.counting.Provenance;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import java.math.BigDecimal;
import java.util.List;

/** What the numbers of a target are made of, for the drawer. */
final class TargetSources {
    private TargetSources() {}

    /** The entries of the ledger, the phases that reached the milestone, or the land that was handed over. */
    static Component rows(TargetView target, TargetDesk desk) {
        if (target.measure().unit() == TargetUnit.MU) {
            return land(target.measure(), desk.land(target));
        }
        return desk.entries(target)
                .<Component>map(explanation -> new Provenance(explanation, TargetDesk.point(target)))
                .orElseGet(() -> phases(target.measure(), desk.phases(target)));
    }

    private static Component phases(TargetMeasure measure, List<PhaseView> phases) {
        if (phases.isEmpty()) {
            return new EmptyState(t("target.phases.none"), "");
        }
        PlainTable table = new PlainTable("project.name", "target.phase", "target.recognised-on", "target.agreed-on");
        for (PhaseView phase : phases) {
            table.row(
                    project(phase.projectNo(), phase.projectName()),
                    new Span(Format.text(phase.phase())),
                    Spans.fixed(Format.date(
                            phase.recognised().get(measure.milestone().ordinal()))),
                    Spans.fixed(
                            Format.date(phase.agreed().get(measure.milestone().ordinal()))));
        }
        return new Div(Spans.note(t("target.phases.note", Format.count(phases.size()))), table.framed());
    }

    private static Component land(TargetMeasure measure, List<HandOver> handedOver) {
        if (handedOver.isEmpty()) {
            return new EmptyState(t("target.land.none"), t("target.land.none.note"));
        }
        PlainTable table = new PlainTable(
                        "project.name", "target.land.method", "target.land.handed-on", "target.land.mu")
                .numbers(3);
        for (HandOver each : handedOver) {
            table.row(
                    project(each.projectNo(), each.projectName()),
                    new Span(Format.coded(each.method())),
                    Spans.fixed(Format.date(each.on())),
                    Spans.fixed(TargetWords.number(measure, each.mu())));
        }
        BigDecimal sum = handedOver.stream().map(HandOver::mu).reduce(BigDecimal.ZERO, BigDecimal::add);
        table.total(t("target.land.total"), "", "", TargetWords.number(measure, sum));
        return new Div(Spans.note(t("target.land.note")), table.framed());
    }

    private static Component project(String projectNo, String name) {
        Div project = new Div(new Anchor(ProjectNavigation.link(projectNo), name), Spans.note(projectNo));
        project.addClassName("ww-stack");
        return project;
    }

    static Component forecast(TargetProgress progress) {
        TargetMeasure measure = progress.target().measure();
        Forecast forecast = progress.forecast();
        PlainTable table =
                new PlainTable("target.stage", "target.talks", "target.weight", "target.weighed").numbers(1, 2, 3);
        table.row(t("target.actual"), Format.NOTHING, Format.NOTHING, TargetWords.number(measure, progress.actual()));
        for (Forecast.Talks talks : forecast.talks()) {
            table.row(
                    talks.stage() == null ? t("target.all-talks") : Enums.label(talks.stage()),
                    TargetWords.number(measure, talks.number()),
                    talks.inTime() ? Format.percent(talks.weight()) : t("target.too-late"),
                    TargetWords.number(measure, talks.weighed()));
        }
        table.total(t("target.forecast"), "", "", TargetWords.withUnit(measure, forecast.number()));
        Div body = new Div(Spans.note(t(
                forecast.talks().stream().anyMatch(talks -> talks.stage() == null)
                        ? "target.forecast.note-size"
                        : "target.forecast.note")));
        if (forecast.share() != null) {
            body.add(
                    Spans.note(t("target.forecast.note-share", Enums.name(measure), Format.percent(forecast.share()))));
        }
        body.add(Spans.note(t("target.forecast.note-time")), table.framed());
        body.addClassName("ww-target-source");
        return body;
    }

    static Component steps(TargetView target, TargetDesk desk) {
        PlainTable table = new PlainTable("target.on", "target.target", "target.by", "target.why");
        List<TargetView.Step> steps = target.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            TargetView.Step step = steps.get(i);
            Div when = new Div(
                    Spans.fixed(Format.date(step.on())),
                    Spans.note(t("target.recorded", Format.recorded(step.recordedAt()))));
            when.addClassName("ww-stack");
            table.row(
                    when,
                    Spans.fixed(TargetWords.value(target.measure(), step.value())),
                    new Span(desk.person(step.by())),
                    new Span(Format.text(Format.joined(step.basis(), step.reason()))));
        }
        return table.framed();
    }
}
