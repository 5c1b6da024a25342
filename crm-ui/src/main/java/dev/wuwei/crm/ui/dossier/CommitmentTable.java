package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.commitment.CommitmentRecord;
import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.commitment.Fulfilment;
import dev.wuwei.crm.projections.dossier.DossierView.Agreement;
import dev.wuwei.crm.signing.CommitmentCommand;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.signing.PromiseStep;
import dev.wuwei.crm.signing.SigningAction;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.commitment.CommitmentWords;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 承诺对照: what each side promised, by when, what came of it, the version that decides, and what was recorded about it. */
class CommitmentTable extends Composite<Section> {
    private static final List<String> OF_LINES = Arrays.stream(SigningAction.values())
            .filter(action -> CommitmentCommand.class.isAssignableFrom(action.command()))
            .map(CommitmentTable::name)
            .toList();

    private final DossierPage page;
    private final Agreement agreement;

    CommitmentTable(DossierPage page, Agreement agreement) {
        this.page = page;
        this.agreement = agreement;
        if (standing().isEmpty()) {
            getContent().setBody(Spans.weak(t("agreement.no-commitments")));
            return;
        }
        PlainTable table = new PlainTable(
                        "agreement.clause",
                        "agreement.promise",
                        "agreement.value",
                        "agreement.due",
                        "agreement.actual",
                        "agreement.gap",
                        "agreement.verdict",
                        "agreement.version",
                        "agreement.evidence",
                        "")
                .numbers(2, 4, 5)
                .cards(2);
        for (CommitmentSide side : CommitmentSide.values()) {
            List<CommitmentView> lines =
                    standing().stream().filter(line -> line.side() == side).toList();
            if (!lines.isEmpty()) {
                table.group(Enums.label(side), note(side, lines));
                lines.forEach(line -> row(table, line));
            }
        }
        getContent().setBody(table.framed());
    }

    /** Commands that belong to one commitment and are offered beside it only. */
    static Set<String> commands() {
        return Set.copyOf(OF_LINES);
    }

    private static String name(SigningAction action) {
        return "signing." + action.command().getSimpleName();
    }

    @Override
    protected Section initContent() {
        return new Section(t("agreement.commitments"), "");
    }

    /** What another version replaced before it was to be judged is among the changes of that version. */
    private List<CommitmentView> standing() {
        return agreement.commitments().stream()
                .filter(line -> line.state() != CommitmentState.SUPERSEDED)
                .toList();
    }

    private static String note(CommitmentSide side, List<CommitmentView> lines) {
        Fulfilment rate = Fulfilment.of(side, lines);
        return Format.joined(
                t("agreement.items", lines.size()),
                lines.stream()
                        .collect(Collectors.groupingBy(
                                CommitmentWords::verdictName, LinkedHashMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + " " + Format.count(entry.getValue()))
                        .collect(Collectors.joining("　")),
                rate.judged() == 0 ? "" : CommitmentWords.rateName(side) + " " + CommitmentWords.rate(rate));
    }

    private void row(PlainTable table, CommitmentView line) {
        List<CommitmentRecord> records = agreement.records().stream()
                .filter(record -> record.clause().equals(line.clause()))
                .toList();
        table.row(
                new Span(line.clause()),
                what(line),
                Spans.fixed(CommitmentWords.promised(line)),
                Spans.fixed(CommitmentWords.due(line)),
                Spans.fixed(CommitmentWords.actual(line)),
                Spans.fixed(CommitmentWords.gap(line)),
                verdict(line),
                Spans.fixed(CommitmentWords.version(line)),
                evidence(line, records),
                menu(line, records));
    }

    private static Component what(CommitmentView line) {
        Span words = new Span(CommitmentWords.what(line));
        if (line.side() == CommitmentSide.COMPANY) {
            return words;
        }
        Div cell = new Div(Spans.weak(Enums.label(line.government().kind())), words);
        cell.addClassName("ww-inline-words");
        return cell;
    }

    private static Component verdict(CommitmentView line) {
        Div cell = new Div(CommitmentWords.verdict(line));
        cell.addClassName("ww-stack");
        if (line.state() == CommitmentState.RECTIFYING || line.state() == CommitmentState.PERSISTENT) {
            cell.add(Spans.weak(t("commitment.rectify-by", Format.date(line.deadline()))));
        }
        return cell;
    }

    private Component evidence(CommitmentView line, List<CommitmentRecord> records) {
        Div cell = new Div();
        cell.addClassName("ww-stack");
        if (line.source() != null) {
            cell.add(new Span(CommitmentWords.source(line)));
        } else if (line.company() != null) {
            cell.add(new Span(Format.text(line.company().evidence())));
        } else {
            cell.add(new Span(Format.text(Format.joined(
                    line.government().responsible(), line.government().condition()))));
        }
        if (line.isNotKept() && line.company() != null && line.company().consequence() != null) {
            cell.add(Spans.weak(t("agreement.else", line.company().consequence())));
        }
        if (!line.isFromBefore()) {
            for (CommitmentRecord record : records) {
                cell.add(Spans.weak(said(record)));
                if (!record.attachments().isEmpty()) {
                    cell.add(page.files().links(record.attachments()));
                }
            }
        }
        return cell;
    }

    /** 08-01　拨付 500.00 万元　2023 年预算　拨付凭证. */
    private static String said(CommitmentRecord record) {
        String what = switch (record.kind()) {
            case ASSESSMENT ->
                Format.joined(
                        Enums.name(record.kind()),
                        record.actual(),
                        record.verdict() == null ? "" : Enums.name(record.verdict()));
            case WAIVER -> Enums.name(record.kind());
            case RECTIFICATION -> t("commitment.rectify-by", Format.date(record.deadline()));
            case STEP -> Enums.name(record.step());
            case PAYMENT ->
                Format.joined(
                        Enums.name(record.kind()) + " " + Format.money(record.amount()),
                        t("commitment.budget", String.valueOf(record.budgetYear())));
        };
        return Format.joined(Format.shortDate(record.on()), what, record.text());
    }

    private Component menu(CommitmentView line, List<CommitmentRecord> records) {
        return page.actions()
                .about(
                        OF_LINES.stream()
                                .filter(name -> allowed(line, records, name))
                                .toList(),
                        context -> {
                            context.with("signingId", line.signingId()).with("clause", line.clause());
                            records.stream()
                                    .filter(record -> record.kind() == CommitmentRecord.Kind.STEP)
                                    .reduce((earlier, later) -> later)
                                    .map(CommitmentRecord::step)
                                    .ifPresentOrElse(
                                            step -> steps(context, step.ordinal() + 1, line),
                                            () -> steps(context, 0, line));
                            return entries(context, records);
                        });
    }

    /** The steps that may come next; an incentive with an amount is honoured by paying it. */
    private static void steps(CommandContext context, int from, CommitmentView line) {
        boolean paid = line.government() != null && line.government().amount() != null;
        context.choose(
                "step",
                Arrays.stream(PromiseStep.values())
                        .filter(step -> step.ordinal() >= from && !(paid && step == PromiseStep.HONOURED))
                        .map(Option::of)
                        .toList());
    }

    private static CommandContext entries(CommandContext context, List<CommitmentRecord> records) {
        for (SigningAction action : List.of(SigningAction.WITHDRAW_ASSESSMENT, SigningAction.CORRECT_PROMISE_PAYMENT)) {
            List<CommitmentRecord> of = of(records, action);
            context.choose(
                    action.command(),
                    "entryId",
                    of.stream()
                            .map(record -> new Option(record.entryId().toString(), said(record)))
                            .toList());
            if (of.size() == 1) {
                context.with(action.command(), "entryId", of.getFirst().entryId());
            }
        }
        return context;
    }

    private static List<CommitmentRecord> of(List<CommitmentRecord> records, SigningAction action) {
        CommitmentRecord.Kind kind = switch (action) {
            case WITHDRAW_ASSESSMENT -> CommitmentRecord.Kind.ASSESSMENT;
            case WITHDRAW_WAIVER -> CommitmentRecord.Kind.WAIVER;
            case WITHDRAW_RECTIFICATION -> CommitmentRecord.Kind.RECTIFICATION;
            case WITHDRAW_PROMISE_STEP -> CommitmentRecord.Kind.STEP;
            case CORRECT_PROMISE_PAYMENT -> CommitmentRecord.Kind.PAYMENT;
            default -> null;
        };
        return records.stream().filter(record -> record.kind() == kind).toList();
    }

    /** What was recorded can be taken back; what else may be done follows from where it stands. */
    private static boolean allowed(CommitmentView line, List<CommitmentRecord> records, String name) {
        List<SigningAction> actions = new ArrayList<>(line.availableActions());
        if (!line.isFromBefore()) {
            Arrays.stream(SigningAction.values())
                    .filter(action -> !of(records, action).isEmpty())
                    .forEach(actions::add);
        }
        return actions.stream().map(CommitmentTable::name).anyMatch(name::equals);
    }
}
