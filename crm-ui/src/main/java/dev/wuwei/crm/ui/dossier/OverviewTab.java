package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.Head;
import dev.wuwei.crm.projections.dossier.DossierView.LeadFacts;
import dev.wuwei.crm.projections.dossier.DossierView.Return;
import dev.wuwei.crm.projections.dossier.DossierView.ServiceMember;
import dev.wuwei.crm.projections.dossier.DossierView.TeamMember;
import dev.wuwei.crm.projections.investor.Contact;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.ui.component.Deadline;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Meter;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** 概况: where the project stands, what comes next, who serves it, which company it is. */
class OverviewTab extends Composite<Div> {
    private final DossierPage page;
    private final DossierView dossier;

    /** @param recent what happened last */
    OverviewTab(DossierPage page, Component recent) {
        this.page = page;
        dossier = page.dossier();
        getContent().addClassName("ww-file-overview");
        getContent().add(main(recent), aside());
    }

    private Div main(Component recent) {
        Div main = new Div();
        main.addClassName("ww-file-main");
        if (!dossier.phases().isEmpty()) {
            main.add(new PhaseTracks(dossier));
        }
        Optional<Section> money = money();
        Optional<Component> progress = ProgressChart.of(dossier);
        if (progress.isPresent() && money.isPresent()) {
            Div two = new Div(progress.get(), money.get());
            two.addClassName("ww-file-two");
            main.add(two);
        } else {
            progress.ifPresent(main::add);
            money.ifPresent(main::add);
        }
        latestReturn().ifPresent(one -> main.add(month(one)));
        if (dossier.phases().isEmpty() && dossier.lead() != null) {
            main.add(lead(dossier.lead()));
        }
        main.add(new Section(t("project.recent"), "", recent));
        return main;
    }

    /** How much of what was signed is invested and has arrived; yuan and dollars apart. */
    private Optional<Section> money() {
        Head head = dossier.head();
        if (dossier.agreements().isEmpty() || head.amount() == null) {
            return Optional.empty();
        }
        Section card = Section.card(t("project.money"), "");
        Div meters = new Div(
                meter(t("project.invested"), head.invested(), head.amount()),
                meter(t("project.arrived"), head.arrived(), head.amount()));
        if (head.foreignCapital() != null) {
            meters.add(meter(t("project.foreign-used"), head.foreignUsed(), head.foreignCapital()));
        }
        card.setBody(meters);
        return Optional.of(card);
    }

    private static Meter meter(String name, Money reached, Money of) {
        BigDecimal share = reached == null || of.isZero() ? BigDecimal.ZERO : reached.shareOf(of);
        return new Meter(
                name,
                reached == null ? Format.NOTHING : Format.money(reached),
                Format.money(of),
                share.doubleValue(),
                reached == null ? t("project.none-yet") : Format.percent(share));
    }

    private Optional<Return> latestReturn() {
        return dossier.returns().stream().max(Comparator.comparing(Return::month));
    }

    private Section month(Return one) {
        Section card = Section.card(
                t("project.month", one.phase(), one.month().toString()),
                page.words().entered(one.entered()));
        Paragraph progress = new Paragraph(Format.text(one.figures().progress()));
        card.setBody(progress);
        if (one.figures().problems() != null) {
            Paragraph problems =
                    new Paragraph(t("project.problems", one.figures().problems()));
            problems.addClassName("ww-2");
            card.setBody(progress, problems);
        }
        return card;
    }

    private Section lead(LeadFacts lead) {
        Facts facts = Facts.column();
        facts.add(
                label("source"),
                Format.joined(coded(lead.profile().source()), lead.profile().sourceNote()));
        facts.add(t("project.first-reporter"), page.words().of(lead.firstReporter()));
        facts.add(label("intendedInvestment"), Format.money(lead.profile().intendedInvestment()));
        facts.add(label("landNeed"), Format.area(lead.profile().landNeed()));
        facts.add(label("factoryNeed"), Format.area(lead.profile().factoryNeed()));
        if (lead.response() != null) {
            facts.add(
                    t("project.response"),
                    Format.joined(
                            Format.date(lead.response().on()), lead.response().summary()));
        }
        if (lead.judgement() != null) {
            facts.add(
                    t("project.judgement"),
                    Format.joined(
                            Enums.name(lead.judgement().assessment()),
                            lead.judgement().opinion()));
        }
        dossier.claims()
                .forEach(claim -> facts.add(
                        Enums.label(claim.kind()),
                        Format.joined(
                                page.words().of(claim.claimant()),
                                Format.recorded(claim.claimedAt()),
                                claim.arbitration()
                                        ? t("project.claim.arbitration")
                                        : claim.standing() ? "" : t("project.claim.lapsed"))));
        facts.add(label("summary"), Format.text(lead.profile().summary()));
        return new Section(t("project.lead"), standing(lead), facts);
    }

    private static String standing(LeadFacts lead) {
        return lead.state() == null
                ? ""
                : Format.joined(
                        Enums.name(lead.state().state()),
                        Format.date(lead.stateSince()),
                        coded(lead.state().cause()));
    }

    private Div aside() {
        Div aside = new Div();
        aside.addClassName("ww-file-aside");
        next().ifPresent(aside::add);
        people().ifPresent(aside::add);
        aside.add(company());
        return aside;
    }

    private Optional<Section> next() {
        Head head = dossier.head();
        if (head.nextStep() == null && head.clock() == null) {
            return Optional.empty();
        }
        Section next = new Section(
                t("project.next"),
                head.nextOn() == null ? "" : Format.shortDate(head.nextOn()),
                head.nextStep() == null ? new Div() : new Span(head.nextStep()));
        if (head.clock() != null) {
            Div clock = new Div(
                    new Span(Enums.label(head.clock().kind())),
                    Deadline.on(head.clock().dueOn()));
            clock.addClassName("ww-file-clock");
            next.add(clock);
        }
        return Optional.of(next);
    }

    /** Who serves it; before the follow-up, who negotiates. */
    private Optional<Section> people() {
        Facts facts = Facts.column();
        if (!dossier.service().isEmpty()) {
            dossier.service().stream()
                    .filter(member -> member.to() == null)
                    .sorted(Comparator.comparing(ServiceMember::role))
                    .forEach(member -> facts.add(
                            Enums.label(member.role()), since(page.words().of(member.staffId()), member.from())));
            return Optional.of(new Section(t("project.service"), t("project.service.rule"), facts));
        }
        if (!dossier.team().isEmpty()) {
            dossier.team().stream()
                    .filter(member -> member.to() == null)
                    .sorted(Comparator.comparing(TeamMember::role))
                    .forEach(member -> facts.add(
                            Enums.label(member.role()), since(page.words().of(member.staffId()), member.from())));
            return Optional.of(new Section(t("project.team"), "", facts));
        }
        return Optional.empty();
    }

    private static String since(String name, LocalDate from) {
        return from == null ? name : t("project.since", name, Format.date(from));
    }

    private Section company() {
        Facts facts = Facts.column();
        if (dossier.investor() != null) {
            facts.add(t("project.investor"), dossier.investor().legalName());
            if (!dossier.investor().formerNames().isEmpty()) {
                facts.add(
                        t("project.former"),
                        page.words().list(dossier.investor().formerNames()));
            }
            facts.add(label("creditCode"), Format.text(dossier.investor().creditCode()));
        }
        LeadFacts lead = dossier.lead();
        if (lead != null) {
            facts.add(
                    label("industry"),
                    Format.joined(
                            coded(lead.profile().industry()),
                            coded(lead.profile().chain())));
            facts.add(label("method"), Format.coded(lead.profile().method()));
            facts.add(t("project.region"), Format.coded(lead.profile().region()));
            facts.add(label("kind"), Enums.label(lead.profile().kind()));
            facts.add(t("project.registered"), Format.date(lead.registeredOn()));
        }
        dossier.contacts().stream()
                .filter(contact -> !contact.removed())
                .forEach(contact -> facts.add(t("project.contact"), contact(contact)));
        return new Section(t("project.company"), "", facts);
    }

    private static String contact(Contact contact) {
        return contact.erased() || PersonalData.ERASED_VALUE.equals(contact.name())
                ? t("sentence.erased")
                : Format.joined(contact.name(), contact.position(), contact.maskedPhone());
    }

    private static String coded(Coded coded) {
        return coded == null ? "" : Terms.of(coded);
    }
}
