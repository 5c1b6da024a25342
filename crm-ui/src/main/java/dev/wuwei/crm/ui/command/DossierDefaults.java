package dev.wuwei.crm.ui.command;

import dev.wuwei.crm.followup.FollowUpCommand.PlanSchedule;
import dev.wuwei.crm.followup.FollowUpCommand.RecordStepProgress;
import dev.wuwei.crm.followup.FollowUpCommand.ReplanSchedule;
import dev.wuwei.crm.lead.LeadCommand.ReviseLead;
import dev.wuwei.crm.lead.LeadDetails;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.negotiation.NegotiationActions;
import dev.wuwei.crm.negotiation.NegotiationCommand.AdvanceStage;
import dev.wuwei.crm.negotiation.NegotiationCommand.CorrectOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.GiveOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.LogRound;
import dev.wuwei.crm.negotiation.NegotiationCommand.OverruleVeto;
import dev.wuwei.crm.negotiation.NegotiationCommand.RequestAdmissionReview;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReturnToStage;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReviseTerms;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.OpinionRequest;
import dev.wuwei.crm.negotiation.OpinionVerdict;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.Opinion;
import dev.wuwei.crm.projections.dossier.DossierView.Phase;
import dev.wuwei.crm.projections.dossier.DossierView.Review;
import dev.wuwei.crm.projections.dossier.DossierView.TermsVersion;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.SigningCommand.AmendAgreement;
import dev.wuwei.crm.signing.SigningCommand.CorrectAgreement;
import dev.wuwei.crm.signing.SigningCommand.CorrectAmount;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Option;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the file of a project puts into its dialogs: what was recorded last, and what there is to choose from. */
final class DossierDefaults {
    private final CommandContext context;
    private final DossierView dossier;

    private DossierDefaults(CommandContext context, DossierView dossier) {
        this.context = context;
        this.dossier = dossier;
    }

    static void fill(CommandContext context, DossierView dossier) {
        DossierDefaults defaults = new DossierDefaults(context, dossier);
        defaults.lead();
        defaults.talks();
        defaults.review();
        defaults.agreement();
        defaults.schedule();
    }

    private void lead() {
        if (dossier.lead() != null) {
            LeadProfile profile = dossier.lead().profile();
            context.with(ReviseLead.class, "details", details(profile))
                    .with(ReviseLead.class, "details.investorId", profile.investorId());
        }
    }

    private static LeadDetails details(LeadProfile profile) {
        return new LeadDetails(
                profile.name(),
                profile.investorId(),
                profile.contactId(),
                code(profile.source()),
                profile.sourceNote(),
                code(profile.method()),
                code(profile.region()),
                code(profile.industry()),
                code(profile.gbt4754()),
                code(profile.chain()),
                profile.intendedInvestment(),
                profile.landNeed(),
                profile.factoryNeed(),
                profile.kind(),
                profile.summary());
    }

    private static String code(Coded coded) {
        return coded == null ? null : coded.code();
    }

    private void talks() {
        if (dossier.talks() == null) {
            return;
        }
        NegotiationActions.Situation now = situation();
        dossier.rounds().stream()
                .findFirst()
                .ifPresent(last ->
                        context.with(LogRound.class, "round.theirPeople", CommandContext.theirs(last.theirPeople())));
        context.with(LogRound.class, "round.positions", dossier.openPoints())
                .with(
                        LogRound.class,
                        "round.ourPeople",
                        List.of(new OurPerson(CurrentUser.get().id(), null)))
                .choose(AdvanceStage.class, "to", stages(NegotiationActions.stagesAhead(now)))
                .choose(ReturnToStage.class, "to", stages(NegotiationActions.stagesBehind(now)));
        terms().ifPresent(version -> context.with(ReviseTerms.class, "terms", version.terms())
                .with(ReviseTerms.class, "baseVersion", version.version())
                .comparing(ReviseTerms.class, "terms", version.terms()));
    }

    private Optional<TermsVersion> terms() {
        return dossier.terms().isEmpty()
                ? Optional.empty()
                : Optional.of(dossier.terms().getLast());
    }

    private NegotiationActions.Situation situation() {
        int version = terms().map(TermsVersion::version).orElse(0);
        boolean preferential = terms().map(TermsVersion::terms)
                .map(Terms::incentives)
                .map(incentives -> incentives.stream().anyMatch(Terms.Incentive::preferential))
                .orElse(false);
        return new NegotiationActions.Situation(
                dossier.talks().status().status(),
                dossier.talks().stage(),
                version,
                preferential,
                isApproved(version),
                dossier.head().agreementState() != null
                        && dossier.head().agreementState().inForce());
    }

    private boolean isApproved(int version) {
        return decided()
                .map(Review::decision)
                .filter(decision ->
                        decision.outcome().isApproval() && !decision.expired() && decision.termsVersion() == version)
                .isPresent();
    }

    private Optional<Review> decided() {
        return dossier.reviews().stream()
                .filter(review -> review.decision() != null)
                .reduce((earlier, later) -> later);
    }

    private static List<Option> stages(List<NegotiationStage> stages) {
        return stages.stream().map(Option::of).toList();
    }

    private void review() {
        dossier.reviews().stream()
                .reduce((earlier, later) -> later)
                .ifPresent(last -> context.with(
                        RequestAdmissionReview.class,
                        "opinions",
                        last.opinions().stream()
                                .map(asked -> new OpinionRequest(asked.topic(), code(asked.body()), null))
                                .toList()));
        dossier.reviews().stream()
                .filter(review -> review.decision() == null && review.withdrawn() == null)
                .findFirst()
                .ifPresent(open -> context.otherwise("reviewId", open.reviewId())
                        .choose(GiveOpinion.class, "topic", topics(open, Opinion::isMissing))
                        .choose(CorrectOpinion.class, "topic", topics(open, opinion -> !opinion.isMissing()))
                        .choose(
                                OverruleVeto.class,
                                "topic",
                                topics(open, opinion -> opinion.verdict() == OpinionVerdict.VETO)));
    }

    /** With the body that is asked, and until when. */
    private static List<Option> topics(Review review, Predicate<Opinion> which) {
        return review.opinions().stream()
                .filter(which)
                .map(opinion -> new Option(
                        opinion.topic().name(),
                        Enums.name(opinion.topic()) + "　" + Format.coded(opinion.body())
                                + (opinion.dueOn() == null ? "" : "　" + Format.shortDate(opinion.dueOn()))))
                .toList();
    }

    /** Of the phase that the dialog is about, or of the only one that there is. */
    private void schedule() {
        Object named = context.value(ReplanSchedule.class, "phase");
        Optional<Phase> phase = dossier.phases().stream()
                .filter(one -> named == null
                        ? dossier.phases().size() == 1
                        : one.name().equals(named))
                .findFirst();
        dossier.permitChecklist()
                .ifPresent(list -> context.with(
                        PlanSchedule.class,
                        "projectTypeCode",
                        list.projectType().code()));
        phase.ifPresent(one ->
                context.with(PlanSchedule.class, "productionOn", one.agreed().produceBy()));
        phase.map(Phase::schedule)
                .ifPresent(schedule -> context.with(
                                ReplanSchedule.class,
                                "projectTypeCode",
                                schedule.projectType().code())
                        .choose(
                                RecordStepProgress.class,
                                "stepCode",
                                Option.of(schedule.steps().stream()
                                        .map(step -> step.planned().step().step())
                                        .toList())));
    }

    private void agreement() {
        List<Option> kinds = Stream.of(AgreementKind.values())
                .filter(kind -> kind != AgreementKind.SUPPLEMENTARY)
                .map(Option::of)
                .toList();
        context.choose(SignAgreement.class, "kind", kinds)
                .with(SignAgreement.class, "terms", NegotiatedAgreement.terms(terms().orElse(null)))
                .with(SignAgreement.class, "parties", NegotiatedAgreement.parties(dossier.investor()))
                .with(
                        SignAgreement.class,
                        "newlyIntroduced",
                        dossier.lead() != null && dossier.lead().profile().kind() == ProjectKind.NEWLY_INTRODUCED);
        if (dossier.talks() != null) {
            context.with(
                    SignAgreement.class, "industryCode", code(dossier.talks().industry()));
            context.with(
                    SignAgreement.class,
                    "kind",
                    isApproved(terms().map(TermsVersion::version).orElse(0)) ? AgreementKind.FORMAL : null);
        }
        dossier.agreement().ifPresent(this::signed);
    }

    private void signed(DossierView.Agreement agreement) {
        var terms = agreement.inForce().terms();
        context.choose(
                        UpgradeAgreement.class,
                        "kind",
                        Stream.of(AgreementKind.FRAMEWORK, AgreementKind.FORMAL)
                                .filter(kind -> kind.compareTo(agreement.kind()) > 0)
                                .map(Option::of)
                                .toList())
                .with(UpgradeAgreement.class, "terms", terms)
                .with(UpgradeAgreement.class, "parties", agreement.parties())
                .with(UpgradeAgreement.class, "signedOnSite", agreement.signedOnSite())
                .with(AmendAgreement.class, "terms", terms)
                .comparing(AmendAgreement.class, "terms", terms)
                .with(AmendAgreement.class, "baseVersion", agreement.inForce().version())
                .with(CorrectAmount.class, "totalInvestment", terms.totalInvestment())
                .with(CorrectAmount.class, "fixedAssetInvestment", terms.fixedAssetInvestment())
                .with(CorrectAmount.class, "foreignCapital", terms.foreignCapital())
                .with(CorrectAgreement.class, "contractNo", agreement.contractNo())
                .with(CorrectAgreement.class, "signedOn", agreement.signedOn())
                .with(CorrectAgreement.class, "occasionCode", code(agreement.occasion()))
                .with(CorrectAgreement.class, "industryCode", code(agreement.industry()))
                .with(CorrectAgreement.class, "signedOnSite", agreement.signedOnSite())
                .with(CorrectAgreement.class, "newlyIntroduced", agreement.newlyIntroduced());
    }
}
