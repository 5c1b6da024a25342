package dev.wuwei.crm.projections.project;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is due on a project. */
public enum TaskKind {
    /** A lead waits for its first response; working days. */
    RESPOND,
    /** A lead waits to be judged; working days. */
    JUDGE,
    /** The source of a lead waits to be told; working days. */
    FEEDBACK,
    /** Progress is due every so many days ({@code Thresholds.progressEveryDays}); counted from the last. */
    PROGRESS,
    /** An admission opinion is due; working days. The item is the {@code ReviewTopic}. */
    OPINION,
    /** An admission approval ends and nothing is signed yet. */
    APPROVAL_EXPIRY,
    /** A shelved negotiation is to be looked at again. */
    LOOK_AGAIN,
    /** The next contact or round that the last one agreed on. */
    NEXT_CONTACT,
    /** An agreed milestone; the item is phase and {@code Milestone}, joined by a bar. */
    MILESTONE,
    /** A permit was applied for and is promised by that day; the item is its name. */
    PERMIT,
    /** Papers that were missing at a 容缺受理 are to be handed in; the item is the permit's name, the note what is missing. */
    MISSING_PAPERS,
    /** What a meeting resolved is to be done by that day; the item is what, after its number within the project. */
    RESOLUTION;

    /** What has a day by which it is to be done. Progress is due all the time, and milestones have a screen of their own. */
    public static final Set<TaskKind> DEADLINES = Collections.unmodifiableSet(EnumSet.of(
            RESPOND, JUDGE, FEEDBACK, OPINION, APPROVAL_EXPIRY, LOOK_AGAIN, PERMIT, MISSING_PAPERS, RESOLUTION));

    /** @return time left is counted in working days */
    public boolean countsWorkingDays() {
        return this == RESPOND || this == JUDGE || this == FEEDBACK || this == OPINION;
    }
}
