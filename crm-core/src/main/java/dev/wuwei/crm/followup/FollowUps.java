package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Uniqueness;
import java.util.Optional;

/** Finds the one follow-up of a project, as of this very transaction. */
final class FollowUps {
    private final Uniqueness uniqueness;

    FollowUps(Uniqueness uniqueness) {
        this.uniqueness = uniqueness;
    }

    Optional<FollowUpId> of(ProjectId projectId) {
        return uniqueness
                .holder(FollowUpCourse.PROJECT, projectId.toString())
                .map(Uniqueness.Holder::owner)
                .map(FollowUpId::of);
    }
}
