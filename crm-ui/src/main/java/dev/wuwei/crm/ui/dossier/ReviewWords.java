package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.negotiation.AdmissionOutcome;
import dev.wuwei.crm.negotiation.GateResult;
import dev.wuwei.crm.negotiation.OpinionVerdict;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.Decision;
import dev.wuwei.crm.projections.dossier.DossierView.FairCompetition;
import dev.wuwei.crm.projections.dossier.DossierView.Opinion;
import dev.wuwei.crm.projections.dossier.DossierView.Review;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Deadline;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Admission reviews in words: opinions side by side, the gates as they were decided on, how long an approval holds. */
final class ReviewWords {
    private final DossierPage page;
    private final DossierView dossier;

    ReviewWords(DossierPage page) {
        this.page = page;
        dossier = page.dossier();
    }

    Section section(Review review, int number) {
        Section section = new Section(
                t("admission.number", number),
                Format.joined(
                        t("admission.of-terms", review.termsVersion()),
                        Format.date(review.requestedOn()),
                        page.words().entered(review.entered())));
        List<Component> parts = new ArrayList<>();
        if (review.withdrawn() != null) {
            parts.add(weak(t("admission.withdrawn", page.words().enteredBecause(review.withdrawn()))));
        }
        if (review.decision() != null) {
            section.aside(outcome(review.decision()));
            parts.add(decision(review.decision()));
        } else if (review.withdrawn() == null) {
            section.aside(new Span(t(
                    "admission.given",
                    review.opinions().stream()
                            .filter(opinion -> !opinion.isMissing())
                            .count(),
                    review.opinions().size())));
        }
        parts.add(opinions(review));
        if (review.decision() != null && !review.decision().gates().isEmpty()) {
            parts.add(gates(review.decision()));
        }
        section.setBody(parts.toArray(Component[]::new));
        section.addClassName("ww-admission");
        return section;
    }

    private static Verdict outcome(Decision decision) {
        return new Verdict(
                decision.outcome().isApproval()
                        ? decision.expired() ? Verdict.Tone.MET_LATE : Verdict.Tone.MET
                        : decision.outcome() == AdmissionOutcome.RETURNED ? Verdict.Tone.PARTLY : Verdict.Tone.BROKEN,
                Enums.label(decision.outcome()));
    }

    private Component decision(Decision decision) {
        Facts facts = Facts.column();
        facts.add(
                t("admission.decided"),
                Format.joined(Format.date(decision.decidedOn()), page.words().entered(decision.entered())));
        if (decision.expiresOn() != null) {
            facts.add(t("admission.valid"), validity(decision));
        }
        decision.conditions().forEach(condition -> facts.add(t("admission.condition"), condition));
        if (decision.minutes() != null) {
            facts.add(t("admission.minutes"), decision.minutes());
        }
        return facts;
    }

    private Component validity(Decision decision) {
        Span until = new Span(Format.date(decision.expiresOn()));
        if (decision.expired()) {
            Span over = new Span(t("admission.expired"));
            over.addClassName("ww-due-over");
            return inline(until, over);
        }
        // A signature has used it up; nobody waits for its last day any more, nor for what was the last day in the
        // past.
        boolean waits = dossier.agreements().isEmpty()
                && dossier.day().equals(AsOf.current().dayOrToday());
        return waits ? inline(until, Deadline.on(decision.expiresOn())) : until;
    }

    private Component opinions(Review review) {
        PlainTable table = new PlainTable(
                        "admission.topic",
                        "admission.body",
                        "admission.due",
                        "admission.verdict",
                        "admission.text",
                        "admission.on",
                        "")
                .cards(1);
        review.opinions()
                .forEach(opinion -> table.row(
                        new Span(Enums.label(opinion.topic())),
                        new Span(Format.coded(opinion.body())),
                        new Span(Format.date(opinion.dueOn())),
                        verdict(review, opinion),
                        text(opinion),
                        new Span(Format.date(opinion.givenOn())),
                        menu(review, opinion)));
        return table.framed();
    }

    private Component verdict(Review review, Opinion opinion) {
        if (opinion.isMissing()) {
            return review.decision() == null && review.withdrawn() == null
                    ? inline(weak(t("admission.missing")), Deadline.on(opinion.dueOn()))
                    : weak(t("admission.missing"));
        }
        Verdict verdict = new Verdict(
                switch (opinion.verdict()) {
                    case AGREE -> Verdict.Tone.MET;
                    case AGREE_WITH_CONDITIONS, OBJECT -> Verdict.Tone.PARTLY;
                    case VETO -> Verdict.Tone.BROKEN;
                },
                Enums.label(opinion.verdict()));
        return opinion.overruled() == null ? verdict : inline(verdict, weak(t("admission.overruled")));
    }

    private Component text(Opinion opinion) {
        Div text = new Div(new Span(Format.text(opinion.text())));
        text.addClassName("ww-stack");
        opinion.conditions().forEach(condition -> text.add(weak(t("admission.with-condition", condition))));
        if (opinion.overruled() != null) {
            text.add(weak(t(
                    "admission.overruled-by",
                    Format.coded(opinion.overruled().body()),
                    Format.date(opinion.overruled().on()),
                    opinion.overruled().minutes())));
        }
        return text;
    }

    private Component menu(Review review, Opinion opinion) {
        boolean open = review.decision() == null && review.withdrawn() == null;
        List<String> wanted = new ArrayList<>();
        if (open) {
            wanted.add(opinion.isMissing() ? "negotiation.GiveOpinion" : "negotiation.CorrectOpinion");
            if (opinion.verdict() == OpinionVerdict.VETO && opinion.overruled() == null) {
                wanted.add("negotiation.OverruleVeto");
            }
        }
        return page.actions()
                .about(
                        wanted,
                        context -> context.with("reviewId", review.reviewId())
                                .with("topic", opinion.topic().name())
                                .with("verdict", opinion.verdict())
                                .with("text", opinion.text())
                                .with("conditions", opinion.conditions()));
    }

    private static Component gates(Decision decision) {
        PlainTable table = new PlainTable(
                        "admission.gate",
                        "admission.measured",
                        "admission.required",
                        "admission.gap",
                        "admission.result")
                .numbers(1, 2, 3)
                .cards(1);
        for (GateResult gate : decision.gates()) {
            table.row(
                    new Span(Enums.label(gate.metric())
                            + (gate.unit() == null || gate.unit().isEmpty() ? "" : t("admission.unit", gate.unit()))),
                    new Span(number(gate.measured())),
                    new Span(t("admission.at-least", number(gate.required()))),
                    new Span(
                            gate.gap() == null
                                    ? Format.NOTHING
                                    : number(gate.gap().negate())),
                    new Verdict(
                            gate.passed() ? Verdict.Tone.MET : Verdict.Tone.BROKEN,
                            t(gate.passed() ? "admission.passed" : "admission.failed")));
        }
        Section section =
                new Section(t("admission.gates"), t("admission.gates.note", version(decision.gatesVersion())), table);
        section.addClassName("ww-inner");
        return section;
    }

    /** {@code gates@1}: which version of the standard. */
    private static String version(String gates) {
        return gates == null ? Format.NOTHING : gates.substring(gates.indexOf('@') + 1);
    }

    private static String number(BigDecimal number) {
        if (number == null) {
            return Format.NOTHING;
        }
        BigDecimal plain = number.stripTrailingZeros();
        return Format.number(plain, Math.clamp(plain.scale(), 0, 4));
    }

    Component fairCompetition(List<FairCompetition> reviews) {
        PlainTable table = new PlainTable(
                        "admission.terms", "admission.body", "admission.result", "admission.document", "admission.on")
                .cards(1);
        for (FairCompetition one : reviews) {
            table.row(
                    new Span("v" + one.termsVersion()),
                    new Span(Format.coded(one.body())),
                    new Verdict(
                            one.passed() ? Verdict.Tone.MET : Verdict.Tone.BROKEN,
                            t(one.passed() ? "admission.passed" : "admission.failed")),
                    new Span(Format.text(one.document())),
                    new Span(Format.date(one.on())));
        }
        return table.framed();
    }

    private static Component inline(Component... parts) {
        Div line = new Div(parts);
        line.addClassName("ww-inline");
        return line;
    }

    private static Span weak(String text) {
        Span span = new Span(text);
        span.addClassName("ww-2");
        return span;
    }
}
