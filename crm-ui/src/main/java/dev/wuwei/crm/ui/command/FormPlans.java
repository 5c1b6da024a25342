package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.command.FormPlan.lines;
import static dev.wuwei.crm.ui.command.FormPlan.panel;
import static dev.wuwei.crm.ui.command.FormPlan.section;

import dev.wuwei.crm.counting.CountingCommand;
import dev.wuwei.crm.followup.FollowUpCommand;
import dev.wuwei.crm.followup.ResolutionDraft;
import dev.wuwei.crm.lookback.LookBackCommand;
import dev.wuwei.crm.negotiation.NegotiationCommand;
import dev.wuwei.crm.negotiation.OpinionRequest;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Party;
import dev.wuwei.crm.signing.SigningCommand;
import dev.wuwei.crm.signing.YearAmount;
import dev.wuwei.crm.target.ScoreItem;
import dev.wuwei.crm.target.ScorecardCommand;
import dev.wuwei.crm.target.TargetCommand;
import java.util.Map;

/** How the large forms, and the rows in them, are laid out. */
final class FormPlans {
    private static final FormPlan.Section AMOUNTS = section(
            "command.section.amounts",
            "terms.totalInvestment terms.fixedAssetInvestment",
            "terms.foreignCapital terms.land");
    private static final FormPlan.Section PHASES = section("command.section.phases", "terms.phases");
    private static final FormPlan.Section YEARS = section("command.section.years", "terms.annualPlan");
    private static final FormPlan.Section COMPANY = section("command.section.company", "terms.companyCommitments");
    private static final FormPlan.Section GOVERNMENT =
            section("command.section.government", "terms.governmentCommitments");

    private static final FormPlan.Section COUNTED = section(
            "command.section.counted",
            "rules.kinds rules.upgrade",
            "rules.amountChange rules.ending",
            "rules.lateAfterDays rules.bands",
            "rules.creditFollowsOwner");
    private static final FormPlan.Section EXCLUSIONS = section("command.section.exclusions", "rules.exclusions");

    private static final Map<Class<?>, FormPlan> PLANS = Map.ofEntries(
            Map.entry(
                    SigningCommand.SignAgreement.class,
                    panel(
                            section(
                                    "command.section.basics",
                                    "kind",
                                    "contractNo occurredOn",
                                    "occasionCode industryCode",
                                    "signedOnSite newlyIntroduced",
                                    "parties"),
                            AMOUNTS,
                            YEARS,
                            PHASES,
                            COMPANY,
                            GOVERNMENT)),
            Map.entry(
                    SigningCommand.UpgradeAgreement.class,
                    panel(
                            section(
                                    "command.section.basics",
                                    "kind",
                                    "contractNo occurredOn",
                                    "signedOnSite",
                                    "parties"),
                            AMOUNTS,
                            YEARS,
                            PHASES,
                            COMPANY,
                            GOVERNMENT)),
            Map.entry(
                    SigningCommand.AmendAgreement.class,
                    panel(
                            section("command.section.basics", "contractNo occurredOn", "reason"),
                            AMOUNTS,
                            YEARS,
                            PHASES,
                            COMPANY,
                            GOVERNMENT)),
            Map.entry(
                    NegotiationCommand.ReviseTerms.class,
                    panel(
                            section("command.section.basics", "occurredOn", "note"),
                            section("command.section.amounts", "terms.totalInvestment", "terms.fixedAssetInvestment"),
                            section(
                                    "command.section.land",
                                    "terms.land",
                                    "terms.factory",
                                    "terms.plotRatio",
                                    "terms.intensity",
                                    "terms.outputPerMu",
                                    "terms.taxPerMu",
                                    "terms.jobs"),
                            section(
                                    "command.section.days",
                                    "terms.startOn",
                                    "terms.completeOn",
                                    "terms.produceOn",
                                    "terms.scaleUpOn",
                                    "terms.fullCapacityOn"),
                            section("command.section.incentives", "terms.incentives"))),
            Map.entry(NegotiationCommand.LogRound.class, round()),
            Map.entry(NegotiationCommand.CorrectRound.class, round()),
            Map.entry(
                    NegotiationCommand.GiveOpinion.class,
                    lines("topic", "verdict", "text", "conditions", "occurredOn")),
            Map.entry(
                    NegotiationCommand.CorrectOpinion.class, lines("topic", "verdict", "text", "conditions", "reason")),
            Map.entry(
                    FollowUpCommand.HoldMeeting.class,
                    panel(
                            section(
                                    "command.section.meeting",
                                    "kind occurredOn",
                                    "place chair",
                                    "ourPeople",
                                    "units ticketId",
                                    "agenda"),
                            section("command.section.resolutions", "resolutions"),
                            section("command.section.minutes", "attachments"))),
            Map.entry(
                    FollowUpCommand.DeliverElement.class,
                    lines("element occurredOn", "land disposalMethodCode", "evidence", "attachments")),
            Map.entry(LookBackCommand.ChangeReviewers.class, lines("reviewers", "occurredOn", "reason")),
            Map.entry(
                    TargetCommand.SetTarget.class,
                    lines(
                            "measure period",
                            "scope.kind scope.parkCode scope.teamId scope.staffId",
                            "value.count value.amount value.land occurredOn",
                            "basis")),
            Map.entry(
                    TargetCommand.ReviseTarget.class,
                    lines("value.count value.amount value.land occurredOn", "basis", "reason")),
            Map.entry(
                    ScorecardCommand.DefineScorecard.class,
                    panel(
                            section("command.section.basics", "name", "year over", "occurredOn"),
                            section("command.section.items", "items"))),
            Map.entry(
                    ScorecardCommand.ReviseScorecard.class,
                    panel(
                            section("command.section.basics", "name", "occurredOn", "reason"),
                            section("command.section.items", "items"))),
            Map.entry(ScoreItem.class, lines("basis measure", "formula points limit")),
            Map.entry(
                    CountingCommand.DefineCountingPolicy.class,
                    panel(section("command.section.basics", "name code", "occurredOn"), COUNTED, EXCLUSIONS)),
            Map.entry(
                    CountingCommand.ReviseCountingPolicy.class,
                    panel(section("command.section.basics", "name occurredOn", "reason"), COUNTED, EXCLUSIONS)),
            Map.entry(
                    CountingCommand.Exclusion.class,
                    lines("name code", "projectKinds industryCodes methodCodes", "regionCodes parkCodes below")),
            Map.entry(ResolutionDraft.class, lines("text", "responsible staffId dueOn")),
            Map.entry(Party.class, lines("role name creditCode")),
            Map.entry(YearAmount.class, lines("year amount")),
            Map.entry(
                    AgreedPhase.class,
                    lines("name investment land", "startBy completeBy produceBy", "scaleUpBy fullCapacityBy")),
            Map.entry(
                    CompanyCommitment.class,
                    lines("clause metric phase", "operator value unit", "due evidence", "consequence")),
            Map.entry(
                    GovernmentCommitment.class, lines("clause kind responsible", "promise", "amount condition", "due")),
            Map.entry(TopicPosition.class, lines("topic open", "theirs ours", "agreed")),
            Map.entry(OpinionRequest.class, lines("topic bodyCode dueOn")),
            Map.entry(Terms.Incentive.class, lines("clause preferential")));

    private FormPlans() {}

    private static FormPlan round() {
        return panel(
                section(
                        "command.section.round",
                        "round.occurredOn round.place",
                        "round.ourPeople round.theirPeople",
                        "round.summary"),
                section("command.section.positions", "round.positions"),
                section("command.section.next", "round.nextStep round.nextRoundOn"));
    }

    static FormPlan of(Class<?> type) {
        return PLANS.getOrDefault(type, FormPlan.NONE);
    }
}
