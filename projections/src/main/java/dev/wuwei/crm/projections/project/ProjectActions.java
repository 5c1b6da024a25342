package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.followup.FollowUpAction;
import dev.wuwei.crm.followup.FollowUpActions;
import dev.wuwei.crm.lead.LeadActions;
import dev.wuwei.crm.negotiation.NegotiationActions;
import dev.wuwei.crm.platform.axon.CommandNames;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.signing.SigningActions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What may be done with a project as it stands: asked of the functions that the aggregates themselves decide by. */
public final class ProjectActions {
    private static final Map<String, Role[]> ALLOWED = new ConcurrentHashMap<>();

    /** Found when first asked for: it takes a look at every class. */
    private static final class Commands {
        static final CommandNames NAMES = new CommandNames();
    }

    private ProjectActions() {}

    /** @return logical names of the commands that its state allows, whoever sends them */
    static List<String> of(ProjectState state) {
        Set<Role> anybody = Set.of(Role.SYSTEM);
        Set<String> actions = new LinkedHashSet<>();
        if (state.lead != null) {
            actions.addAll(LeadActions.of(
                    state.lead.state, state.lead.assessment, state.lead.arbitration, state.lead.claims, anybody));
        }
        if (state.negotiation != null) {
            actions.addAll(NegotiationActions.of(situation(state.negotiation), anybody));
        }
        if (state.signing != null) {
            SigningActions.of(state.signing.state, state.signing.kind, state.signing.foreign != null)
                    .forEach(action -> actions.add("signing." + action.command().getSimpleName()));
        }
        if (state.followUp != null) {
            Set<FollowUpAction> possible = EnumSet.noneOf(FollowUpAction.class);
            state.followUp.phases.values().forEach(phase -> possible.addAll(FollowUpActions.of(phase.progress)));
            actions.addAll(of(possible, anybody));
        }
        return List.copyOf(actions);
    }

    /** @return those that one of these roles may send */
    static List<String> sendable(String[] names, Set<Role> roles) {
        return Arrays.stream(names)
                .filter(name -> roles.contains(Role.SYSTEM)
                        || Arrays.stream(ALLOWED.computeIfAbsent(name, ProjectActions::allowed))
                                .anyMatch(roles::contains))
                .toList();
    }

    private static Role[] allowed(String name) {
        return Commands.NAMES
                .find(name)
                .map(command -> command.getAnnotation(Allowed.class).value())
                .orElse(new Role[0]);
    }

    /** @return logical names of the commands behind these actions, less what these roles may not send */
    public static List<String> of(Set<FollowUpAction> possible, Set<Role> roles) {
        List<String> names = new ArrayList<>();
        for (FollowUpAction action : possible) {
            add(names, "followup.", action.command(), roles);
        }
        return names;
    }

    /** An approval that has run out is told by an event of its own, the day after. */
    private static NegotiationActions.Situation situation(ProjectState.Negotiation talks) {
        boolean approved = talks.outcome != null
                && talks.outcome.isApproval()
                && !talks.expired
                && talks.decidedTerms == talks.termsVersion;
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
