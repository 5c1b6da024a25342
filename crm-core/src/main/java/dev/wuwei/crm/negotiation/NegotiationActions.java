package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.negotiation.NegotiationCommand.AdoptPlan;
import dev.wuwei.crm.negotiation.NegotiationCommand.AdvanceStage;
import dev.wuwei.crm.negotiation.NegotiationCommand.Appoint;
import dev.wuwei.crm.negotiation.NegotiationCommand.CorrectOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.CorrectRound;
import dev.wuwei.crm.negotiation.NegotiationCommand.DecideAdmission;
import dev.wuwei.crm.negotiation.NegotiationCommand.Dismiss;
import dev.wuwei.crm.negotiation.NegotiationCommand.GiveOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.LogRound;
import dev.wuwei.crm.negotiation.NegotiationCommand.OverruleVeto;
import dev.wuwei.crm.negotiation.NegotiationCommand.RecordFairCompetitionReview;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReopenNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.RequestAdmissionReview;
import dev.wuwei.crm.negotiation.NegotiationCommand.ResumeNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReturnToStage;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReviseTerms;
import dev.wuwei.crm.negotiation.NegotiationCommand.ShelveNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.TerminateNegotiation;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which commands a negotiation answers, for the buttons of the screens. What is not listed here is refused by the aggregate; what
 * is listed may still be refused for what it says.
 */
public final class NegotiationActions {
    /**
     * What the answer depends on.
     *
     * @param termsVersion 0 while there are no terms
     * @param preferentialClause whether the terms hold a preferential clause
     * @param approved whether an approval of the terms on the table is valid today
     * @param agreementInForce whether an agreement of any kind stands
     */
    public record Situation(
            NegotiationStatus status,
            NegotiationStage stage,
            int termsVersion,
            boolean preferentialClause,
            boolean approved,
            boolean agreementInForce) {

        private boolean active() {
            return status == NegotiationStatus.ACTIVE;
        }

        private boolean inReview() {
            return active() && stage == NegotiationStage.IN_REVIEW;
        }

        private boolean over() {
            return status == NegotiationStatus.TERMINATED || (status == NegotiationStatus.SIGNED && !agreementInForce);
        }
    }

    private static final Map<Class<? extends Command>, Predicate<Situation>> POSSIBLE = table();

    private NegotiationActions() {}

    private static Map<Class<? extends Command>, Predicate<Situation>> table() {
        Predicate<Situation> project = now -> now.status() != NegotiationStatus.TERMINATED;
        Map<Class<? extends Command>, Predicate<Situation>> possible = new LinkedHashMap<>();
        possible.put(LogRound.class, now -> true);
        possible.put(AdvanceStage.class, now -> !stagesAhead(now).isEmpty());
        possible.put(ReviseTerms.class, now -> now.active() && !now.inReview());
        possible.put(
                RequestAdmissionReview.class,
                now -> now.active() && now.termsVersion() > 0 && !now.inReview() && !readyToSign(now));
        possible.put(GiveOpinion.class, Situation::inReview);
        possible.put(OverruleVeto.class, Situation::inReview);
        possible.put(DecideAdmission.class, Situation::inReview);
        possible.put(RecordFairCompetitionReview.class, now -> now.active() && now.preferentialClause());
        possible.put(SignAgreement.class, now -> now.active() && !now.agreementInForce());
        possible.put(ResumeNegotiation.class, now -> now.status() == NegotiationStatus.SHELVED);
        possible.put(ReopenNegotiation.class, Situation::over);
        possible.put(Appoint.class, project);
        possible.put(Dismiss.class, project);
        possible.put(AdoptPlan.class, Situation::active);
        possible.put(ReturnToStage.class, now -> !stagesBehind(now).isEmpty());
        possible.put(ShelveNegotiation.class, Situation::active);
        possible.put(TerminateNegotiation.class, now -> now.active() || now.status() == NegotiationStatus.SHELVED);
        possible.put(CorrectRound.class, now -> true);
        possible.put(CorrectOpinion.class, Situation::inReview);
        return possible;
    }

    private static boolean readyToSign(Situation now) {
        return now.stage() == NegotiationStage.READY_TO_SIGN && now.approved();
    }

    /** @return logical names such as {@code negotiation.LogRound}, in the order in which they are offered */
    public static List<String> of(Situation now) {
        return of(now, EnumSet.of(Role.SYSTEM));
    }

    /** As {@link #of(Situation)}, less what these roles may not send. */
    public static List<String> of(Situation now, Set<Role> roles) {
        return POSSIBLE.entrySet().stream()
                .filter(entry -> entry.getValue().test(now) && maySend(entry.getKey(), roles))
                .map(entry -> entry.getKey().getPackageName().replaceFirst(".*\\.", "") + "."
                        + entry.getKey().getSimpleName())
                .toList();
    }

    /** @return the stages that the negotiation may be moved forward to by hand */
    public static List<NegotiationStage> stagesAhead(Situation now) {
        return stages(stage -> now.active()
                && stage.compareTo(now.stage()) > 0
                && (stage.compareTo(NegotiationStage.TERMS) <= 0
                        || (stage == NegotiationStage.READY_TO_SIGN && now.approved() && !now.inReview())));
    }

    /** @return the stages that the negotiation may be taken back to by hand, with a reason */
    public static List<NegotiationStage> stagesBehind(Situation now) {
        return stages(stage ->
                now.active() && stage.compareTo(now.stage()) < 0 && stage.compareTo(NegotiationStage.TERMS) <= 0);
    }

    private static List<NegotiationStage> stages(Predicate<NegotiationStage> which) {
        return Arrays.stream(NegotiationStage.values()).filter(which).toList();
    }

    private static boolean maySend(Class<?> command, Set<Role> roles) {
        return roles.contains(Role.SYSTEM)
                || Arrays.stream(command.getAnnotation(Allowed.class).value()).anyMatch(roles::contains);
    }
}
