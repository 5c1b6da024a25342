package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.TermsVersion;
import dev.wuwei.crm.projections.dossier.Round;
import dev.wuwei.crm.projections.dossier.Visit;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.sentence.HistoryWords;
import java.math.BigDecimal;
import java.util.List;

/** 走访洽谈: what is still open, the rounds by topic, the terms and how they became what they are, and every visit. */
class TalksTab extends Composite<Div> {
    private final DossierPage page;
    private final DossierView dossier;

    TalksTab(DossierPage page) {
        this.page = page;
        dossier = page.dossier();
        getContent().addClassName("ww-file-sections");
        if (dossier.visits().isEmpty()
                && dossier.rounds().isEmpty()
                && dossier.terms().isEmpty()) {
            getContent()
                    .add(new EmptyState(
                            t("talks.none"),
                            t("talks.none.note"),
                            page.actions().buttons("negotiation.LogRound")));
            return;
        }
        if (!dossier.openPoints().isEmpty()) {
            getContent().add(openPoints());
        }
        if (!dossier.rounds().isEmpty()) {
            if (!TopicMatrix.topics(dossier.rounds()).isEmpty()) {
                getContent().add(new Section(t("talks.topics"), "", new TopicMatrix(dossier.rounds())));
            }
            getContent().add(rounds());
        }
        if (!dossier.terms().isEmpty()) {
            getContent().add(terms());
        }
        if (!dossier.visits().isEmpty()) {
            getContent().add(visits());
        }
    }

    private Section openPoints() {
        Facts facts = Facts.column();
        for (TopicPosition point : dossier.openPoints()) {
            facts.add(
                    point.topic(),
                    Format.joined(
                            point.theirs() == null ? "" : t("talks.theirs", point.theirs()),
                            point.ours() == null ? "" : t("talks.ours", point.ours())));
        }
        return new Section(t("talks.open-points"), t("talks.open-points.note"), facts);
    }

    private Section rounds() {
        Div list = new Div();
        dossier.rounds().forEach(round -> list.add(round(round)));
        return new Section(t("talks.rounds"), t("talks.times", dossier.rounds().size()), list)
                .aside(page.actions().buttons("negotiation.LogRound"));
    }

    private Component round(Round round) {
        Encounter entry =
                new Encounter(round.occurredOn(), t("talks.number", round.number()), round.place(), round.summary());
        entry.people(page.words().ours(round.ourPeople()), page.words().theirs(round.theirPeople()));
        entry.next(round.nextStep(), round.nextRoundOn());
        entry.note(page.words().entered(round.entered()));
        round.earlier()
                .forEach(before -> entry.earlier(before.summary(), page.words().enteredBecause(before.superseded())));
        if (!round.attachments().isEmpty()) {
            entry.add(page.files().links(round.attachments()));
        }
        entry.actions(page.actions()
                .about(
                        List.of("negotiation.CorrectRound"),
                        context -> context.with("roundId", round.roundId())
                                .with("round.occurredOn", round.occurredOn())
                                .with("round.place", round.place())
                                .with("round.ourPeople", round.ourPeople())
                                .with("round.theirPeople", CommandContext.theirs(round.theirPeople()))
                                .with("round.summary", round.summary())
                                .with("round.positions", round.positions())
                                .with("round.nextStep", round.nextStep())
                                .with("round.nextRoundOn", round.nextRoundOn())
                                .with("round.attachments", round.attachments())));
        return entry;
    }

    private Section terms() {
        TermsVersion latest = dossier.terms().getLast();
        Div body = new Div(facts(latest.terms()));
        body.addClassName("ww-terms");
        dossier.terms().reversed().forEach(version -> body.add(version(version)));
        return new Section(t("talks.terms"), Format.joined("v" + latest.version(), Format.date(latest.on())), body)
                .aside(page.actions().buttons("negotiation.ReviseTerms"));
    }

    static Facts facts(Terms terms) {
        Facts facts = Facts.column();
        facts.addClassName("ww-facts-grid");
        put(facts, "totalInvestment", Format.money(terms.totalInvestment()));
        put(facts, "fixedAssetInvestment", Format.money(terms.fixedAssetInvestment()));
        put(facts, "land", Format.area(terms.land()));
        put(facts, "factory", Format.area(terms.factory()));
        put(facts, "plotRatio", number(terms.plotRatio(), ""));
        put(facts, "intensity", number(terms.intensity(), t("unit.wan-per-mu")));
        put(facts, "outputPerMu", number(terms.outputPerMu(), t("unit.wan-per-mu-year")));
        put(facts, "taxPerMu", number(terms.taxPerMu(), t("unit.wan-per-mu-year")));
        put(facts, "jobs", terms.jobs() == null ? Format.NOTHING : Format.count(terms.jobs()));
        put(facts, "startOn", Format.date(terms.startOn()));
        put(facts, "completeOn", Format.date(terms.completeOn()));
        put(facts, "produceOn", Format.date(terms.produceOn()));
        put(facts, "scaleUpOn", Format.date(terms.scaleUpOn()));
        put(facts, "fullCapacityOn", Format.date(terms.fullCapacityOn()));
        if (terms.incentives() != null) {
            terms.incentives()
                    .forEach(incentive -> facts.add(
                            t(incentive.preferential() ? "talks.preferential" : "talks.incentive"),
                            incentive.clause()));
        }
        return facts;
    }

    /** Terms that nobody spoke of are left out. */
    private static void put(Facts facts, String field, String value) {
        if (!value.equals(Format.NOTHING)) {
            String name = HistoryWords.label("terms." + field, null, I18n.locale());
            facts.add(name.substring(0, 1).toUpperCase(I18n.locale()) + name.substring(1), value);
        }
    }

    static String number(BigDecimal number, String unit) {
        if (number == null) {
            return Format.NOTHING;
        }
        BigDecimal plain = number.stripTrailingZeros();
        return Format.number(plain, Math.max(0, plain.scale())) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** How it came about; the first has nothing before it. */
    private Component version(TermsVersion version) {
        boolean first = version.version() == dossier.terms().getFirst().version();
        return new VersionEntry(
                "v" + version.version(),
                version.on(),
                version.note() == null ? first ? t("talks.first-terms") : "" : version.note(),
                page.words().entered(version.entered()),
                first ? List.of() : page.words().changes(version.changes()));
    }

    private Section visits() {
        Div list = new Div();
        dossier.visits().forEach(visit -> list.add(visit(visit)));
        long held = dossier.visits().stream()
                .filter(visit -> visit.withdrawn() == null)
                .count();
        return new Section(t("talks.visits"), t("talks.times", held), list);
    }

    private Component visit(Visit visit) {
        Encounter entry = new Encounter(visit.occurredOn(), Enums.label(visit.kind()), visit.place(), visit.summary());
        entry.people(page.words().ours(visit.ourPeople()), page.words().theirs(visit.theirPeople()));
        entry.next(visit.nextStep(), visit.nextContactOn());
        entry.note(page.words().entered(visit.entered()));
        if (visit.entered().daysLate() > 0) {
            entry.badge(Badges.late(visit.entered().daysLate()));
        }
        visit.earlier()
                .forEach(before -> entry.earlier(before.summary(), page.words().enteredBecause(before.superseded())));
        if (!visit.attachments().isEmpty()) {
            entry.add(page.files().pictures(visit.attachments()));
        }
        if (visit.withdrawn() != null) {
            entry.struck(page.words().enteredBecause(visit.withdrawn()));
            return entry;
        }
        entry.actions(page.actions()
                .about(
                        List.of("lead.CorrectVisit", "lead.WithdrawVisit"),
                        context -> context.with("visitId", visit.visitId())
                                .with("visit.kind", visit.kind())
                                .with("visit.occurredOn", visit.occurredOn())
                                .with("visit.place", visit.place())
                                .with("visit.ourPeople", visit.ourPeople())
                                .with("visit.theirPeople", CommandContext.theirs(visit.theirPeople()))
                                .with("visit.summary", visit.summary())
                                .with("visit.nextStep", visit.nextStep())
                                .with("visit.nextContactOn", visit.nextContactOn())
                                .with("visit.attachments", visit.attachments())));
        return entry;
    }
}
