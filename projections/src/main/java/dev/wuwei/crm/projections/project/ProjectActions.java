package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.followup.FollowUpAction;
import dev.wuwei.crm.followup.FollowUpActions;
import dev.wuwei.crm.lead.LeadActions;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What may be done with a project as it stands: asked of the functions that the aggregates themselves decide by. */
final class ProjectActions {
    private ProjectActions() {}

    /** @return logical names of commands, less what these roles may not send */
    static List<String> of(ProjectState state, Set<Role> roles) {
        List<String> actions = new ArrayList<>();
        if (state.lead != null) {
            actions.addAll(LeadActions.of(
                    state.lead.state, state.lead.assessment, state.lead.arbitration, state.lead.claims, roles));
        }
        if (state.followUp != null) {
            Set<FollowUpAction> possible = EnumSet.noneOf(FollowUpAction.class);
            state.followUp.phases.values().forEach(phase -> possible.addAll(FollowUpActions.of(phase.progress)));
            possible.stream()
                    .filter(action -> maySend(action, roles))
                    .map(ProjectActions::name)
                    .forEach(actions::add);
        }
        return actions;
    }

    private static String name(FollowUpAction action) {
        return "followup." + action.command().getSimpleName();
    }

    private static boolean maySend(FollowUpAction action, Set<Role> roles) {
        return roles.contains(Role.SYSTEM)
                || Arrays.stream(action.command().getAnnotation(Allowed.class).value())
                        .anyMatch(roles::contains);
    }
}
