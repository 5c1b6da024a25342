package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.dossier.DossierView.Agreement;
import dev.wuwei.crm.projections.dossier.DossierView.CommitmentLine;
import dev.wuwei.crm.projections.dossier.DossierView.PromiseLine;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 承诺对照: what each side promised, by when, what came of it, and the version that decides. */
class CommitmentTable extends Composite<Section> {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Agreement agreement;
    private final LocalDate day;

    CommitmentTable(Agreement agreement, LocalDate day) {
        this.agreement = agreement;
        this.day = day;
        Div body = new Div();
        body.addClassName("ww-stack-wide");
        if (!agreement.companyCommitments().isEmpty()) {
            body.add(company().framed());
        }
        if (!agreement.governmentCommitments().isEmpty()) {
            body.add(government().framed());
        }
        if (body.getComponentCount() == 0) {
            body.add(weak(t("agreement.no-commitments")));
        }
        getContent().setBody(body);
    }

    @Override
    protected Section initContent() {
        return new Section(t("agreement.commitments"), "");
    }

    private PlainTable company() {
        List<CommitmentLine> lines = agreement.companyCommitments();
        PlainTable table = new PlainTable(
                        "agreement.clause",
                        "agreement.promise",
                        "agreement.value",
                        "agreement.due",
                        "agreement.actual",
                        "agreement.gap",
                        "agreement.verdict",
                        "agreement.version",
                        "agreement.evidence")
                .numbers(2)
                .cards(2);
        table.group(t("agreement.company"), DossierWords.joined(t("agreement.items", lines.size()), counted(lines)));
        lines.forEach(line -> company(table, line));
        return table;
    }

    private void company(PlainTable table, CommitmentLine line) {
        CompanyCommitment promise = line.commitment();
        table.row(
                new Span(promise.clause()),
                new Span((promise.phase() == null ? "" : promise.phase() + " ") + what(promise)),
                new Span(value(promise)),
                new Span(line.dueOn() == null ? DossierWords.due(promise.due()) : Format.date(line.dueOn())),
                new Span(Format.date(line.actualOn())),
                new Span(gap(line)),
                verdict(line.verdict()),
                new Span(t(line.kept() ? "agreement.version.kept" : "agreement.version.of", line.version())),
                evidence(promise));
    }

    private static String what(CompanyCommitment promise) {
        return promise.metric() == dev.wuwei.crm.signing.Metric.OTHER
                ? Format.text(promise.value())
                : promise.phase() == null ? Enums.label(promise.metric()) : Enums.name(promise.metric());
    }

    /** A date is its own due date; words are the promise itself. */
    private static String value(CompanyCommitment promise) {
        return switch (promise.metric()) {
            case START_DATE, COMPLETION_DATE, PRODUCTION_DATE, SCALE_UP_DATE, FULL_CAPACITY_DATE, OTHER ->
                Format.NOTHING;
            default ->
                sign(promise.operator())
                        + figure(promise.value())
                        + (promise.unit() == null ? "" : " " + promise.unit());
        };
    }

    private static String sign(CompanyCommitment.Operator operator) {
        return switch (operator) {
            case null -> "";
            case AT_LEAST -> "≥ ";
            case AT_MOST, NOT_LATER_THAN -> "≤ ";
            case EQUAL -> "= ";
        };
    }

    /** A number as numbers are written; anything else as it stands in the agreement. */
    private static String figure(String value) {
        return value != null && NUMBER.matcher(value).matches()
                ? Format.number(new BigDecimal(value), Math.max(0, new BigDecimal(value).scale()))
                : Format.text(value);
    }

    private String gap(CommitmentLine line) {
        if (line.daysLate() == null || line.dueOn() == null) {
            return Format.NOTHING;
        }
        return line.actualOn() == null
                ? Format.remaining(line.dueOn(), line.dueOn().plusDays(line.daysLate()))
                : Format.deviation(line.dueOn(), line.actualOn());
    }

    private static Component verdict(dev.wuwei.crm.projections.dossier.DossierView.Verdict verdict) {
        return new Verdict(
                switch (verdict) {
                    case MET -> Verdict.Tone.MET;
                    case MET_LATE -> Verdict.Tone.MET_LATE;
                    case BREACHED -> Verdict.Tone.BROKEN;
                    case NOT_DUE, OPEN -> Verdict.Tone.NOT_DUE;
                },
                Enums.name(verdict));
    }

    /** 达标 4　违约 1. */
    private static String counted(List<CommitmentLine> lines) {
        Map<dev.wuwei.crm.projections.dossier.DossierView.Verdict, Long> counts = lines.stream()
                .collect(Collectors.groupingBy(
                        CommitmentLine::verdict,
                        () -> new EnumMap<>(dev.wuwei.crm.projections.dossier.DossierView.Verdict.class),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> Enums.name(entry.getKey()) + " " + Format.count(entry.getValue()))
                .collect(Collectors.joining("　"));
    }

    private static Component evidence(CompanyCommitment promise) {
        Div cell = new Div(new Span(Format.text(promise.evidence())));
        cell.addClassName("ww-stack");
        if (promise.consequence() != null) {
            cell.add(weak(t("agreement.else", promise.consequence())));
        }
        return cell;
    }

    private PlainTable government() {
        List<PromiseLine> lines = agreement.governmentCommitments();
        PlainTable table = new PlainTable(
                        "agreement.clause",
                        "agreement.promise",
                        "agreement.amount",
                        "agreement.due",
                        "agreement.away",
                        "agreement.responsible",
                        "agreement.condition",
                        "agreement.version")
                .numbers(2)
                .cards(2);
        table.group(t("agreement.government"), t("agreement.items", lines.size()));
        lines.forEach(line -> government(table, line));
        return table;
    }

    private void government(PlainTable table, PromiseLine line) {
        GovernmentCommitment promise = line.promise();
        table.row(
                new Span(promise.clause()),
                promise(promise),
                new Span(Format.money(promise.amount())),
                new Span(line.dueOn() == null ? DossierWords.due(promise.due()) : Format.date(line.dueOn())),
                new Span(away(line)),
                new Span(Format.text(promise.responsible())),
                new Span(Format.text(promise.condition())),
                new Span(t("agreement.version.of", line.version())));
    }

    /** Only of land it is recorded when it was handed over; of the rest a day that has passed is no lateness yet. */
    private String away(PromiseLine line) {
        if (line.keptOn() != null) {
            return line.dueOn() == null
                    ? t("agreement.handed-over", Format.date(line.keptOn()))
                    : Format.deviation(line.dueOn(), line.keptOn());
        }
        if (line.daysLeft() == null) {
            return Format.NOTHING;
        }
        return line.daysLeft() < 0
                ? t("agreement.past", Format.count(-line.daysLeft()))
                : Format.remaining(line.dueOn(), day);
    }

    private static Component promise(GovernmentCommitment promise) {
        Div cell = new Div(weak(Enums.label(promise.kind())), new Span(Format.text(promise.promise())));
        cell.addClassName("ww-inline-words");
        return cell;
    }

    private static Span weak(String text) {
        Span span = new Span(text);
        span.addClassName("ww-3");
        return span;
    }
}
