package dev.wuwei.crm.ui.command;

import dev.wuwei.crm.followup.FollowUpCommand.RecogniseMilestone;
import dev.wuwei.crm.followup.FollowUpCommand.VerifyMilestone;
import dev.wuwei.crm.followup.FollowUpRule;
import dev.wuwei.crm.lead.LeadCommand.AdoptLead;
import dev.wuwei.crm.lead.LeadRule;
import dev.wuwei.crm.negotiation.NegotiationCommand.DecideAdmission;
import dev.wuwei.crm.negotiation.NegotiationCommand.RequestAdmissionReview;
import dev.wuwei.crm.negotiation.NegotiationRule;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Rule;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What must be so before a project moves on, step by step as the aggregates ask. */
final class Preconditions {
    /**
     * One thing that must be so.
     *
     * @param key of its text
     * @param step those of one step are asked together, and only when the steps before are passed
     * @param brokenBy rules that say it is not so
     * @param mend the command that mends it, or {@code null}
     */
    record Condition(String key, int step, Set<Rule> brokenBy, String mend) {
        boolean isBrokenBy(Violation violation) {
            return brokenBy.contains(violation.rule());
        }
    }

    enum Stand {
        MET,
        BROKEN,
        /** Not asked yet, since something before it is broken. */
        OPEN
    }

    /** @param violation what broke it, or {@code null} */
    record Checked(Condition condition, Stand stand, Violation violation) {}

    private static final List<Condition> SIGNING = List.of(
            condition("nothing-in-force", 0, null, NegotiationRule.ALREADY_SIGNED, NegotiationRule.UNKNOWN_AGREEMENT),
            condition("talks-active", 1, "negotiation.ResumeNegotiation", NegotiationRule.NOT_ACTIVE),
            condition("review-closed", 2, "negotiation.DecideAdmission", NegotiationRule.REVIEW_ALREADY_OPEN),
            condition(
                    "approved",
                    2,
                    "negotiation.RequestAdmissionReview",
                    NegotiationRule.NO_VALID_APPROVAL,
                    NegotiationRule.APPROVAL_EXPIRED,
                    NegotiationRule.TERMS_CHANGED_SINCE_APPROVAL),
            condition(
                    "fair-competition",
                    2,
                    "negotiation.RecordFairCompetitionReview",
                    NegotiationRule.FAIR_COMPETITION_MISSING,
                    NegotiationRule.FAIR_COMPETITION_FAILED));

    private static final Map<Class<? extends Command>, List<Condition>> OF_COMMANDS = Map.of(
            AdoptLead.class,
            List.of(
                    condition("judged", 0, "lead.JudgeLead", LeadRule.NOT_POSSIBLE_IN_STATE, LeadRule.ALREADY_ADOPTED),
                    condition("suitable", 1, "lead.JudgeLead", LeadRule.JUDGED_UNSUITABLE),
                    condition("investor", 2, "lead.ReviseLead", LeadRule.INVESTOR_MISSING),
                    condition("contact", 2, "lead.ReviseLead", LeadRule.CONTACT_MISSING),
                    condition("industry", 2, "lead.ReviseLead", LeadRule.INDUSTRY_MISSING),
                    condition("amount", 2, "lead.ReviseLead", LeadRule.AMOUNT_MISSING),
                    condition("owner", 2, "lead.AssignLead", LeadRule.OWNER_MISSING)),
            RequestAdmissionReview.class,
            List.of(
                    condition("talks-active", 0, "negotiation.ResumeNegotiation", NegotiationRule.NOT_ACTIVE),
                    condition("terms", 1, "negotiation.ReviseTerms", NegotiationRule.TERMS_MISSING),
                    condition("review-closed", 1, "negotiation.DecideAdmission", NegotiationRule.REVIEW_ALREADY_OPEN),
                    condition("not-approved-yet", 1, null, NegotiationRule.STILL_APPROVED)),
            DecideAdmission.class,
            List.of(
                    condition("talks-active", 0, "negotiation.ResumeNegotiation", NegotiationRule.NOT_ACTIVE),
                    condition("off-negative-list", 1, null, NegotiationRule.ON_NEGATIVE_LIST),
                    condition("opinions-in", 1, "negotiation.GiveOpinion", NegotiationRule.OPINIONS_MISSING),
                    condition("no-veto", 1, "negotiation.OverruleVeto", NegotiationRule.VETO_STANDS),
                    condition("gates", 1, "negotiation.ReturnToStage", NegotiationRule.GATE_NOT_PASSED),
                    condition("conditions", 1, null, NegotiationRule.CONDITIONS_OF_OPINIONS)),
            SignAgreement.class,
            SIGNING,
            UpgradeAgreement.class,
            SIGNING,
            VerifyMilestone.class,
            List.of(condition("reported", 0, "followup.ReportMilestone", FollowUpRule.NOT_REPORTED)),
            RecogniseMilestone.class,
            List.of(
                    condition("reported", 0, "followup.ReportMilestone", FollowUpRule.NOT_REPORTED),
                    condition("verified", 1, "followup.VerifyMilestone", FollowUpRule.NOT_VERIFIED),
                    condition("site-runs", 2, "followup.ResumePhase", FollowUpRule.SUSPENDED),
                    condition("production-runs", 2, "followup.RestartProduction", FollowUpRule.PRODUCTION_STOPPED),
                    condition("after-signing", 2, null, FollowUpRule.BEFORE_SIGNING),
                    condition("in-order", 2, null, FollowUpRule.OUT_OF_ORDER),
                    condition("revenue", 2, null, FollowUpRule.REVENUE_MISSING, FollowUpRule.REVENUE_BELOW_SCALE)));

    private Preconditions() {}

    private static Condition condition(String key, int step, String mend, Rule... brokenBy) {
        return new Condition("condition." + key, step, Set.copyOf(Arrays.asList(brokenBy)), mend);
    }

    static Map<Class<? extends Command>, List<Condition>> all() {
        return OF_COMMANDS;
    }

    /** @return how each condition of the command stands by this refusal; empty when the refusal is about something else */
    static List<Checked> check(Class<? extends Command> command, RuleViolated violated) {
        List<Condition> conditions = OF_COMMANDS.getOrDefault(command, List.of());
        OptionalInt step = conditions.stream()
                .filter(condition -> violated.violations().stream().anyMatch(condition::isBrokenBy))
                .mapToInt(Condition::step)
                .min();
        if (step.isEmpty()) {
            return List.of();
        }
        return conditions.stream()
                .map(condition -> checked(condition, step.getAsInt(), violated))
                .toList();
    }

    private static Checked checked(Condition condition, int step, RuleViolated violated) {
        return violated.violations().stream()
                .filter(condition::isBrokenBy)
                .findFirst()
                .map(violation -> new Checked(condition, Stand.BROKEN, violation))
                .orElseGet(() -> new Checked(condition, condition.step() > step ? Stand.OPEN : Stand.MET, null));
    }
}
