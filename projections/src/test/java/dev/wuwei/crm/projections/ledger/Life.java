package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import java.util.List;

/** The life of one project, told step by step: everything is entered on its own day unless another one is named. */
final class Life {
    private static final Coded BODY = new Coded("county", "县招商局");

    final StaffId first = StaffId.next();
    final StaffId second = StaffId.next();
    final TeamId firstTeam = TeamId.next();
    final TeamId secondTeam = TeamId.next();
    final ProjectId project = ProjectId.next();
    private final LeadId lead = LeadId.next();
    private final NegotiationId talks = NegotiationId.next();
    private final String number;
    private final History history;
    private Coded industry = TestDictionaries.INDUSTRY;

    Life(String number, History history) {
        this.number = number;
        this.history = history;
    }

    Life inNoIndustry() {
        industry = null;
        return this;
    }

    private LeadProfile profile(String name, Money estimate) {
        return new LeadProfile(
                name,
                new InvestorId(project.value()),
                null,
                null,
                null,
                new Coded("self", "自主来访"),
                null,
                industry,
                null,
                null,
                estimate,
                null,
                null,
                ProjectKind.NEWLY_INTRODUCED,
                null);
    }

    /** Registered and in talks at once. */
    Life registered(String on, Money estimate) {
        LocalDate day = LocalDate.parse(on);
        history.on(on);
        history.record(new LeadEvent.LeadRegistered(
                lead,
                project,
                number,
                profile("项目" + number, estimate),
                TestDictionaries.PARK,
                first,
                first,
                firstTeam,
                "一科",
                null,
                day));
        history.record(new LeadEvent.LeadAdopted(lead, project, talks, day));
        history.record(new NegotiationEvent.NegotiationOpened(
                talks, project, number, lead, null, "项目", null, null, null, null, null, null, first, day));
        history.record(new NegotiationEvent.Appointed(talks, project, ProjectRole.LINKING_LEADER, first, null, day));
        return this;
    }

    void renamed(String on, String name, Money estimate) {
        history.on(on);
        history.record(new LeadEvent.LeadRevised(lead, project, profile(name, estimate), LocalDate.parse(on)));
    }

    SigningId signed(String on, String yi, boolean onSite) {
        return signed(on, on, yi, onSite);
    }

    SigningId signed(String on, String enteredOn, String yi, boolean onSite) {
        SigningId signing = SigningId.next();
        LocalDate day = LocalDate.parse(on);
        history.on(enteredOn);
        history.record(new SigningEvent.AgreementSigned(
                signing,
                project,
                number,
                talks,
                AgreementKind.FORMAL,
                "C-" + signing,
                List.of(),
                new AgreementTerms(
                        Money.yi(yi), null, Money.wanUsd("100"), null, List.of(), List.of(), List.of(), List.of()),
                null,
                onSite,
                true,
                industry,
                TestDictionaries.PARK,
                null,
                List.of(),
                day));
        history.record(new NegotiationEvent.NegotiationSigned(talks, project, signing, day));
        history.record(new SigningEvent.SigningRecognised(signing, project, BODY, Money.yi(yi), day));
        return signing;
    }

    void rescinded(SigningId signing, String on) {
        LocalDate day = LocalDate.parse(on);
        history.on(on);
        history.record(new SigningEvent.AgreementRescinded(signing, project, null, day));
        history.record(new NegotiationEvent.AgreementEnded(talks, project, signing, day));
    }

    void shelved(String on) {
        history.on(on);
        history.record(new NegotiationEvent.NegotiationShelved(talks, project, null, LocalDate.parse(on)));
    }

    void reopened(String on) {
        history.on(on);
        history.record(
                new NegotiationEvent.NegotiationReopened(talks, project, NegotiationStage.TERMS, LocalDate.parse(on)));
    }

    void handedOver(String on) {
        LocalDate day = LocalDate.parse(on);
        history.on(on);
        history.record(new NegotiationEvent.Appointed(talks, project, ProjectRole.LINKING_LEADER, second, null, day));
        history.record(new LeadEvent.LeadAssigned(lead, project, second, null, secondTeam, "二科", day));
    }

    void paid(SigningId signing, String on, Money arrived, Money used) {
        LocalDate day = LocalDate.parse(on);
        history.on(on);
        history.record(
                new SigningEvent.CapitalArrived(signing, project, EntryId.next(), arrived, null, List.of(), day));
        history.record(
                new SigningEvent.ForeignCapitalUsed(signing, project, EntryId.next(), used, null, List.of(), day));
    }
}
