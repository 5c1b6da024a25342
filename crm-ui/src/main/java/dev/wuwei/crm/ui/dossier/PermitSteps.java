package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wuwei.crm.projections.dossier.DossierView.MissingPapers;
import dev.wuwei.crm.projections.dossier.DossierView.Permit;
import dev.wuwei.crm.projections.dossier.PermitState;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** 三证一书 and the other permits, step by step; what runs side by side (并联) stands side by side. */
class PermitSteps extends Composite<Section> {
    private static final int BESIDE_THE_LIST = Integer.MAX_VALUE;

    /** Commands that are offered beside their permit only. */
    static Set<String> commands() {
        return Set.of(
                "followup.HandInMissingPapers",
                "followup.AcceptTolerantly",
                "followup.WithdrawPermitApplication",
                "followup.WithdrawPermit");
    }

    private final DossierPage page;
    private final List<Permit> permits;

    PermitSteps(DossierPage page) {
        this.page = page;
        permits = page.dossier().permits();
    }

    @Override
    protected Section initContent() {
        Section section = new Section(
                t("progress.permits"), note(), permits.isEmpty() ? Spans.note(t("progress.permits.none")) : steps());
        return section.aside(page.actions()
                .buttons("followup.ChoosePermitChecklist", "followup.ApplyForPermit", "followup.GrantPermit"));
    }

    private String note() {
        String type = page.dossier()
                .permitChecklist()
                .map(list -> Terms.of(list.projectType()))
                .orElse("");
        return permits.isEmpty()
                ? type
                : Format.joined(
                        type,
                        t("progress.permits.granted", count(PermitState.GRANTED), permits.size()),
                        count(PermitState.LATE) == 0 ? "" : t("progress.permits.late", count(PermitState.LATE)));
    }

    private long count(PermitState state) {
        return permits.stream().filter(permit -> permit.state() == state).count();
    }

    private Component steps() {
        Div steps = new Div();
        steps.addClassName("ww-permits");
        permits.stream()
                .collect(Collectors.groupingBy(
                        permit -> permit.required() == null
                                ? BESIDE_THE_LIST
                                : permit.required().step(),
                        TreeMap::new,
                        Collectors.toList()))
                .forEach((step, together) -> steps.add(step(step, together)));
        return steps;
    }

    private Component step(int step, List<Permit> together) {
        Span head = new Span(
                step == BESIDE_THE_LIST
                        ? t("progress.permits.beside")
                        : t(
                                together.size() > 1 ? "progress.permits.parallel" : "progress.permits.step",
                                step,
                                together.size()));
        head.addClassName("ww-note");
        UnorderedList list = new UnorderedList();
        together.forEach(permit -> list.add(card(permit)));
        Div column = new Div(head, list);
        column.addClassName("ww-permit-step");
        return column;
    }

    private ListItem card(Permit permit) {
        Div head = new Div(new Span(Terms.of(permit.permit())), menu(permit));
        head.addClassName("ww-permit-head");
        ListItem card = new ListItem(head, state(permit));
        card.addClassName("ww-permit");
        days(permit).forEach(line -> card.add(Spans.note(line)));
        if (permit.missing() != null) {
            card.add(missing(permit.missing()));
        }
        if (permit.grant() != null && !permit.grant().attachments().isEmpty()) {
            card.add(page.files().links(permit.grant().attachments()));
        }
        return card;
    }

    private static Component state(Permit permit) {
        Div line = new Div(badge(permit));
        if (permit.daysLate() > 0) {
            Span late = new Span(Format.late(permit.daysLate()));
            late.addClassName("ww-late-words");
            line.add(late);
        }
        line.addClassName("ww-permit-state");
        return line;
    }

    private static Component badge(Permit permit) {
        return switch (permit.state()) {
            case GRANTED -> Badges.fact(Enums.name(permit.state()));
            case RUNNING, LATE -> Badges.state(Enums.name(permit.state()));
            case NOT_APPLIED -> Badges.outline(Enums.name(permit.state()));
        };
    }

    private List<String> days(Permit permit) {
        List<String> lines = new ArrayList<>();
        if (permit.required() != null) {
            lines.add(t(
                    "progress.permits.days",
                    permit.required().promisedDays(),
                    permit.required().legalDays()));
        }
        if (permit.application() != null) {
            lines.add(t(
                    "progress.permits.applied", Format.date(permit.application().on())));
        }
        if (permit.application() != null && permit.application().dueOn() != null && permit.grant() == null) {
            lines.add(t(
                    "progress.permits.due",
                    Format.date(permit.application().dueOn()),
                    Format.date(permit.application().legalDueOn())));
        }
        if (permit.grant() != null) {
            lines.add(t("progress.permits.got", Format.date(permit.grant().grantedOn())));
            if (permit.grant().number() != null) {
                lines.add(t("progress.permits.number", permit.grant().number()));
            }
        }
        return lines;
    }

    private Component missing(MissingPapers papers) {
        Span words = new Span(
                papers.handedInOn() == null
                        ? t(
                                "progress.permits.missing",
                                papers.missing(),
                                papers.promisedBy(),
                                Format.date(papers.promisedOn()),
                                Format.remaining(
                                        papers.promisedOn(), page.dossier().day()))
                        : t(
                                "progress.permits.handed-in",
                                papers.missing(),
                                Format.date(papers.handedInOn()),
                                Format.deviation(papers.promisedOn(), papers.handedInOn())));
        words.addClassName("ww-note");
        words.setClassName(
                "ww-late-words",
                papers.handedInOn() == null
                        && papers.promisedOn().isBefore(page.dossier().day()));
        return words;
    }

    private Component menu(Permit permit) {
        List<String> commands = new ArrayList<>();
        boolean open = permit.missing() != null && permit.missing().handedInOn() == null;
        if (permit.grant() != null) {
            commands.add("followup.WithdrawPermit");
        } else if (permit.application() == null) {
            commands.addAll(List.of("followup.ApplyForPermit", "followup.GrantPermit"));
        } else {
            commands.addAll(List.of("followup.GrantPermit", "followup.WithdrawPermitApplication"));
        }
        if (open) {
            commands.addFirst("followup.HandInMissingPapers");
        } else if (permit.application() != null && permit.grant() == null) {
            commands.add(1, "followup.AcceptTolerantly");
        }
        return page.actions()
                .about(
                        commands,
                        context -> context.with("permitCode", permit.permit().code()));
    }
}
