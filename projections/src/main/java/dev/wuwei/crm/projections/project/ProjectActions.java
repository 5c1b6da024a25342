package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.followup.FollowUpAction;
import dev.wuwei.crm.followup.FollowUpActions;
import dev.wuwei.crm.lead.LeadActions;
import dev.wuwei.crm.negotiation.NegotiationActions;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.signing.SigningAction;
import dev.wuwei.crm.signing.SigningActions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What may be done with a project as it stands: asked of the functions that the aggregates themselves decide by. */
public final class ProjectActions {
    private ProjectActions() {}

    /** @return logical names of commands, less what these roles may not send */
    static List<String> of(ProjectState state, Set<Role> roles, LocalDate today) {
        Set<String> actions = new LinkedHashSet<>();
        if (state.lead != null) {
            actions.addAll(LeadActions.of(
                    state.lead.state, state.lead.assessment, state.lead.arbitration, state.lead.claims, roles));
        }
        if (state.negotiation != null) {
            actions.addAll(NegotiationActions.of(situation(state.negotiation, today), roles));
        }
        if (state.signing != null) {
            Set<SigningAction> possible =
                    SigningActions.of(state.signing.state, state.signing.kind, state.signing.foreign != null);
            for (SigningAction action : possible) {
                add(actions, "signing.", action.command(), roles);
            }
        }
        if (state.followUp != null) {
            Set<FollowUpAction> possible = EnumSet.noneOf(FollowUpAction.class);
            state.followUp.phases.values().forEach(phase -> possible.addAll(FollowUpActions.of(phase.progress)));
            actions.addAll(of(possible, roles));
        }
        return List.copyOf(actions);
    }

    /** @return logical names of the commands behind these actions, less what these roles may not send */
    public static List<String> of(Set<FollowUpAction> possible, Set<Role> roles) {
        List<String> names = new ArrayList<>();
        for (FollowUpAction action : possible) {
            add(names, "followup.", action.command(), roles);
        }
        return names;
    }

    private static NegotiationActions.Situation situation(ProjectState.Negotiation talks, LocalDate today) {
        boolean approved = talks.outcome != null
                && talks.outcome.isApproval()
                && !talks.expired
                && talks.decidedTerms == talks.termsVersion
                && (talks.expiresOn == null || !talks.expiresOn.isBefore(today));
        return new NegotiationActions.Situation(
                talks.status, talks.stage, talks.termsVersion, talks.preferential, approved, talks.agreementInForce);
    }

    private static void add(java.util.Collection<String> names, String capability, Class<?> command, Set<Role> roles) {
        boolean may = roles.contains(Role.SYSTEM)
                || Arrays.stream(command.getAnnotation(Allowed.class).value()).anyMatch(roles::contains);
        if (may) {
            names.add(capability + command.getSimpleName());
        }
    }
}
