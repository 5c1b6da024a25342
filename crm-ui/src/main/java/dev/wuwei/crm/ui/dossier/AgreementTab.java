package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.dossier.DecisionQuery;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.Agreement;
import dev.wuwei.crm.projections.dossier.DossierView.AgreementVersion;
import dev.wuwei.crm.projections.dossier.DossierView.AmountCorrection;
import dev.wuwei.crm.projections.dossier.DossierView.AmountsCorrection;
import dev.wuwei.crm.projections.dossier.DossierView.CapitalEntry;
import dev.wuwei.crm.projections.dossier.DossierView.Recognition;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.Party;
import dev.wuwei.crm.signing.YearAmount;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** 协议承诺: what was signed and how it became what it is, what both sides promised and kept, and the money that came. */
class AgreementTab extends Composite<Div> {
    private final DossierPage page;
    private final DossierView dossier;

    AgreementTab(DossierPage page) {
        this.page = page;
        dossier = page.dossier();
        getContent().addClassName("ww-file-sections");
        if (dossier.agreements().isEmpty()) {
            getContent()
                    .add(new EmptyState(
                            t("agreement.none"),
                            t("agreement.none.note"),
                            page.actions().buttons("signing.SignAgreement")));
            return;
        }
        dossier.agreements().reversed().forEach(this::show);
        getContent().add(arrivals());
        if (!dossier.foreignUsed().isEmpty() || dossier.head().foreignCapital() != null) {
            getContent().add(foreign());
        }
    }

    private void show(Agreement agreement) {
        getContent()
                .add(
                        new Section(
                                Enums.label(agreement.kind()),
                                Format.joined(
                                        agreement.contractNo(),
                                        Enums.name(agreement.state().state()),
                                        Format.coded(agreement.state().cause())),
                                facts(agreement, page)),
                        new CommitmentTable(page, agreement),
                        new Section(
                                t("agreement.versions"),
                                t("agreement.in-force", agreement.inForce().version()),
                                versions(agreement)));
        List<YearAmount> plan = agreement.inForce().terms().annualPlan();
        if (plan != null && !plan.isEmpty()) {
            getContent().add(new Section(t("agreement.plan"), "", plan(plan)));
        }
    }

    static Facts facts(Agreement agreement, DossierPage page) {
        AgreementTerms terms = agreement.inForce().terms();
        Facts facts = Facts.column();
        facts.addClassName("ww-facts-grid");
        facts.add(t("agreement.signed-on"), Format.date(agreement.signedOn()));
        facts.add(label("totalInvestment"), Format.money(terms.totalInvestment()));
        facts.add(label("fixedAssetInvestment"), Format.money(terms.fixedAssetInvestment()));
        if (terms.foreignCapital() != null) {
            facts.add(label("foreignCapital"), Format.money(terms.foreignCapital()));
        }
        facts.add(label("land"), Format.area(terms.land()));
        facts.add(label("industry"), Format.coded(agreement.industry()));
        if (agreement.occasion() != null) {
            facts.add(t("agreement.occasion"), Format.coded(agreement.occasion()));
        }
        List<String> marks = new ArrayList<>();
        if (agreement.signedOnSite()) {
            marks.add(t("agreement.on-site"));
        }
        if (agreement.newlyIntroduced()) {
            marks.add(t("agreement.newly-introduced"));
        }
        if (!marks.isEmpty()) {
            facts.add(t("agreement.marks"), page.words().list(marks));
        }
        if (agreement.credit() != null) {
            facts.add(
                    t("agreement.credit"),
                    Format.joined(
                            page.words().of(agreement.credit().owner()),
                            agreement.credit().teamName()));
        }
        for (Party party : agreement.parties()) {
            facts.add(Enums.label(party.role()), Format.joined(party.name(), party.creditCode()));
        }
        for (Recognition recognition : agreement.recognitions()) {
            facts.add(
                    t("agreement.recognised", Format.coded(recognition.body())),
                    Format.joined(Format.money(recognition.amount()), Format.date(recognition.on())));
        }
        return facts;
    }

    private Component versions(Agreement agreement) {
        Div list = new Div();
        agreement.versions().reversed().forEach(version -> list.add(version(agreement, version)));
        return list;
    }

    private Component version(Agreement agreement, AgreementVersion version) {
        boolean first = version == agreement.versions().getFirst();
        VersionEntry entry = new VersionEntry(
                "v" + version.version(),
                version.on(),
                Format.joined(
                        Enums.label(version.kind()),
                        t("agreement.step." + version.step().name().toLowerCase(java.util.Locale.ROOT)),
                        version.by() == null ? "" : Format.money(version.by()),
                        version.contractNo(),
                        version.entered().reason()),
                page.words().entered(version.entered()),
                first ? List.of() : page.words().changes(version.changes()));
        for (AmountsCorrection correction : version.corrections()) {
            entry.with(Timeline.changes(
                    corrected(correction, version.terms()),
                    t("agreement.corrected", page.words().enteredBecause(correction.corrected()))));
        }
        entry.with(DecisionNavigation.link(dossier.head().projectNo(), DecisionQuery.idOf(version)));
        return version.attachments().isEmpty() ? entry : entry.with(page.files().links(version.attachments()));
    }

    /** What the amounts were taken for, against what they are taken for now. */
    private static List<Timeline.Change> corrected(AmountsCorrection before, AgreementTerms now) {
        List<Timeline.Change> changes = new ArrayList<>();
        change(changes, "totalInvestment", before.totalInvestment(), now.totalInvestment());
        change(changes, "fixedAssetInvestment", before.fixedAssetInvestment(), now.fixedAssetInvestment());
        change(changes, "foreignCapital", before.foreignCapital(), now.foreignCapital());
        return changes;
    }

    private static void change(List<Timeline.Change> changes, String field, Money before, Money now) {
        if (!Objects.equals(before, now)) {
            changes.add(new Timeline.Change(
                    label(field),
                    before == null ? null : Format.money(before),
                    now == null ? null : Format.money(now)));
        }
    }

    private static Component plan(List<YearAmount> plan) {
        PlainTable table = new PlainTable("agreement.year", "agreement.amount").numbers(1);
        plan.forEach(year -> table.row(String.valueOf(year.year()), Format.money(year.amount())));
        if (plan.size() > 1) {
            table.total(
                    t("agreement.sum"),
                    Format.money(plan.stream()
                            .map(YearAmount::amount)
                            .reduce(Money::plus)
                            .orElseThrow()));
        }
        table.addClassName("ww-table-narrow");
        return table;
    }

    private Section arrivals() {
        return capital(
                        t("agreement.arrivals"),
                        dossier.arrivals(),
                        dossier.head().arrived(),
                        "agreement.arrivals.none",
                        "signing.CorrectArrivedCapital")
                .aside(page.actions().buttons("signing.RecordArrivedCapital"));
    }

    /** In dollars, and never added to anything in yuan. */
    private Section foreign() {
        return capital(
                        t("agreement.foreign"),
                        dossier.foreignUsed(),
                        dossier.head().foreignUsed(),
                        "agreement.foreign.none",
                        "signing.CorrectForeignCapitalUsed")
                .aside(page.actions().buttons("signing.RecordForeignCapitalUsed"));
    }

    private Section capital(String title, List<CapitalEntry> entries, Money sum, String none, String correct) {
        if (entries.isEmpty()) {
            Span words = new Span(t(none));
            words.addClassName("ww-2");
            return new Section(title, "", words);
        }
        PlainTable table = new PlainTable(
                        "agreement.on", "agreement.amount", "agreement.proof", "agreement.entered", "")
                .numbers(1)
                .cards(1);
        for (CapitalEntry entry : entries) {
            table.row(
                    new Span(Format.date(entry.on())),
                    amount(entry),
                    proof(entry),
                    Spans.note(page.words().entered(entry.entered())),
                    page.actions()
                            .about(
                                    List.of(correct),
                                    context -> context.with("entryId", entry.entryId())
                                            .with("amount", entry.amount())));
        }
        table.total(t("agreement.sum"), Format.money(sum), "", "", "");
        return new Section(title, t("agreement.entries", entries.size()), table.framed());
    }

    private Component amount(CapitalEntry entry) {
        Div cell = new Div(new Span(Format.money(entry.amount())));
        cell.addClassName("ww-stack");
        for (AmountCorrection correction : entry.corrections()) {
            Span before = new Span(Format.money(correction.amount()));
            before.addClassName("ww-struck");
            before.setTitle(page.words().enteredBecause(correction.corrected()));
            cell.add(before);
        }
        return cell;
    }

    private Component proof(CapitalEntry entry) {
        Div cell = new Div(new Span(Format.text(entry.proof())));
        cell.addClassName("ww-stack");
        if (!entry.attachments().isEmpty()) {
            cell.add(page.files().links(entry.attachments()));
        }
        return cell;
    }
}
