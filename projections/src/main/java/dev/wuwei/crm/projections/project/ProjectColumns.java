package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.followup.Deadline;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.followup.ProjectProgress;
import dev.wuwei.crm.followup.ServiceRole;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.NegotiationStatus;
import dev.wuwei.crm.projections.project.ProjectState.Phase;
import dev.wuwei.crm.projections.project.ProjectState.Talk;
import dev.wuwei.crm.projections.project.ProjectState.Task;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.staff.TeamId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the lists show of a project, made from its four parts. */
final class ProjectColumns {
    /** More words than a list or a reminder has room for. */
    private static final int TASK_WORDS = 60;

    private final ProjectState.Lead lead;
    private final ProjectState.Negotiation negotiation;
    private final ProjectState.Signing signing;
    private final ProjectState.FollowUp followUp;

    ProjectColumns(ProjectState state) {
        this.lead = state.lead;
        this.negotiation = state.negotiation;
        this.signing = state.signing;
        this.followUp = state.followUp;
    }

    String projectNo() {
        return Stream.of(lead, negotiation, signing, followUp)
                .filter(Objects::nonNull)
                .map(part -> part.projectNo)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    String name() {
        return lead != null && lead.profile != null
                ? lead.profile.name()
                : negotiation == null ? null : negotiation.name;
    }

    /** @return a part of the lead's profile, {@code null} while no lead is known */
    <T> T profile(Function<LeadProfile, T> part) {
        return lead == null || lead.profile == null ? null : part.apply(lead.profile);
    }

    /** Whose team works on it: the team that a signing is credited to, otherwise that of the lead. */
    TeamId teamId() {
        return first(signing == null ? null : signing.teamId, lead == null ? null : lead.teamId);
    }

    String teamName() {
        return first(signing == null ? null : signing.teamName, lead == null ? null : lead.teamName);
    }

    Coded park() {
        return first(
                lead == null ? null : lead.park,
                negotiation == null ? null : negotiation.park,
                signing == null ? null : signing.park,
                followUp == null ? null : followUp.park);
    }

    String circulatingTo() {
        return lead == null || lead.circulatingTo == null ? null : lead.circulatingTo.code();
    }

    Coded industry() {
        return first(
                signing == null ? null : signing.industry,
                lead == null || lead.profile == null ? null : lead.profile.industry(),
                negotiation == null ? null : negotiation.industry);
    }

    ProjectKind kind() {
        return lead != null && lead.profile != null
                ? lead.profile.kind()
                : negotiation == null ? null : negotiation.kind;
    }

    boolean isLead() {
        return lead != null && negotiation == null;
    }

    boolean isNegotiation() {
        return negotiation != null && negotiation.status != NegotiationStatus.SIGNED;
    }

    boolean isSigning() {
        return signing != null;
    }

    boolean isFollowUp() {
        return followUp != null;
    }

    ProjectStage stage() {
        if (isNegotiation()) {
            return ProjectStage.NEGOTIATION;
        }
        if (followUp != null) {
            return ProjectStage.FOLLOW_UP;
        }
        return signing != null ? ProjectStage.SIGNING : ProjectStage.LEAD;
    }

    /** Somebody still has to move it in the stage that it is in. */
    boolean isOpen() {
        return switch (stage()) {
            case LEAD -> lead != null && (lead.state.isActive() || lead.state == LeadState.CIRCULATING);
            case NEGOTIATION -> negotiation.status == NegotiationStatus.ACTIVE;
            case SIGNING -> signing.state.inForce();
            case FOLLOW_UP ->
                (signing == null || signing.state.inForce())
                        && followUp.phases.values().stream()
                                .map(phase -> phase.progress)
                                .anyMatch(phase -> phase.isActive() && phase.state() != PhaseState.FULL_CAPACITY);
        };
    }

    LocalDate stageSince() {
        return switch (stage()) {
            case LEAD -> lead == null ? null : lead.stateSince;
            case NEGOTIATION -> negotiation.stageSince;
            case SIGNING -> signing.stateSince;
            case FOLLOW_UP -> signing == null ? null : signing.signedOn;
        };
    }

    Money intended() {
        return lead == null || lead.profile == null ? null : lead.profile.intendedInvestment();
    }

    Money inTalks() {
        return negotiation == null ? null : first(negotiation.termsTotal, negotiation.estimated);
    }

    Money amount() {
        return switch (stage()) {
            case LEAD -> intended();
            case NEGOTIATION -> inTalks();
            default -> signing == null ? inTalks() : signing.total;
        };
    }

    Area land() {
        return first(
                signing == null ? null : signing.land,
                negotiation == null ? null : first(negotiation.termsLand, negotiation.landNeed),
                lead == null || lead.profile == null ? null : lead.profile.landNeed());
    }

    StaffId owner() {
        StaffId leadOwner = lead == null ? null : lead.owner;
        StaffId officer = negotiation == null ? null : negotiation.officer;
        return switch (stage()) {
            case LEAD -> leadOwner;
            case NEGOTIATION -> first(officer, leadOwner);
            case SIGNING -> first(signing.owner, officer, leadOwner);
            case FOLLOW_UP -> first(liaison(), signing == null ? null : signing.owner, officer, leadOwner);
        };
    }

    StaffId leader() {
        return first(
                followUp == null ? null : followUp.service.get(ServiceRole.LIAISON_LEADER),
                negotiation == null ? null : negotiation.leader);
    }

    StaffId liaison() {
        return followUp == null ? null : followUp.service.get(ServiceRole.RESIDENT_LIAISON);
    }

    /** Everybody who works on it, in the order in which they came. */
    Set<StaffId> people() {
        Set<StaffId> people = new LinkedHashSet<>();
        if (lead != null) {
            people.add(lead.firstReporter);
            people.add(lead.owner);
        }
        if (negotiation != null) {
            people.add(negotiation.officer);
            people.add(negotiation.leader);
            people.addAll(negotiation.members);
        }
        if (signing != null) {
            people.add(signing.owner);
        }
        if (followUp != null) {
            people.addAll(followUp.service.values());
            followUp.resolutions.values().stream()
                    .filter(one -> !one.ended())
                    .forEach(one -> people.add(one.staffId()));
        }
        people.remove(null);
        return people;
    }

    /** The least advanced active phase says where the project stands. */
    PhaseState fiveGap() {
        return followUp == null
                ? null
                : ProjectProgress.of(followUp.phases.values().stream()
                                .map(phase -> phase.progress)
                                .toList())
                        .state()
                        .orElse(null);
    }

    LocalDate progressOn() {
        LocalDate progress = null;
        for (ProjectState.Part part : parts()) {
            progress = ProjectState.latest(progress, part.progressOn);
        }
        Talk last = lastTalk();
        return last == null ? progress : ProjectState.latest(progress, last.on());
    }

    /** The latest visit or round has the last word about what comes next. */
    Talk lastTalk() {
        Talk last = null;
        for (ProjectState.Part part : parts()) {
            if (part.lastTalk != null && (last == null || part.lastTalk.talk().isAfter(last))) {
                last = part.lastTalk.talk();
            }
        }
        return last;
    }

    List<String> talkOurs() {
        Talk last = lastTalk();
        return last == null
                ? List.of()
                : last.ours().stream().map(Object::toString).toList();
    }

    int openPoints() {
        Talk last = lastTalk();
        return last == null ? 0 : last.open();
    }

    private List<ProjectState.Part> parts() {
        return Stream.of(lead, negotiation, signing, followUp)
                .filter(Objects::nonNull)
                .toList();
    }

    String admission() {
        if (negotiation == null || negotiation.reviewId == null) {
            return null;
        }
        return negotiation.expired ? "EXPIRED" : negotiation.outcome == null ? "REQUESTED" : negotiation.outcome.name();
    }

    BigDecimal arrived() {
        return signing == null ? null : sum(signing.arrived);
    }

    BigDecimal foreignUsed() {
        return signing == null ? null : sum(signing.foreignUsed);
    }

    private static BigDecimal sum(Map<String, BigDecimal> entries) {
        return entries.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Texts that the project is found by; the names of its investor are kept with the investor. */
    List<String> searchable() {
        List<String> texts = new ArrayList<>();
        texts.add(name());
        texts.add(projectNo());
        if (negotiation != null) {
            texts.add(negotiation.name);
        }
        if (signing != null) {
            texts.add(signing.contractNo);
            texts.addAll(signing.otherNos);
        }
        return texts;
    }

    /** @param thresholds for the milestone that is due without having been agreed */
    List<Task> tasks(Thresholds thresholds) {
        List<Task> tasks = new ArrayList<>();
        if (isLead()) {
            leadTasks(tasks);
        }
        if (isNegotiation()) {
            negotiationTasks(tasks);
        }
        if (followUp != null && (signing == null || signing.state.inForce())) {
            followUp.order.forEach(name -> {
                Deadline deadline = deadline(followUp.phases.get(name), thresholds);
                if (!deadline.quiet()) {
                    add(tasks, TaskKind.MILESTONE, name + "|" + deadline.milestone(), deadline.dueOn());
                }
            });
            followUpTasks(tasks);
        }
        Talk ahead = talkAhead();
        if (ahead != null && ahead.nextOn() != null && isAlive()) {
            tasks.add(new Task(TaskKind.NEXT_CONTACT, "", ahead.nextOn(), ahead.nextStep()));
        }
        return tasks;
    }

    private void followUpTasks(List<Task> tasks) {
        followUp.permits.forEach((code, permit) -> {
            if (!followUp.granted.contains(code) && permit.dueOn() != null) {
                tasks.add(new Task(TaskKind.PERMIT, permit.name(), permit.dueOn(), null));
            }
        });
        followUp.missingPapers
                .values()
                .forEach(papers ->
                        tasks.add(new Task(TaskKind.MISSING_PAPERS, papers.name(), papers.dueOn(), papers.note())));
        followUp.resolutions.values().stream().filter(one -> !one.ended()).forEach(one -> {
            String text = one.text().length() > TASK_WORDS ? one.text().substring(0, TASK_WORDS) + "…" : one.text();
            tasks.add(new Task(TaskKind.RESOLUTION, one.ordinal() + ". " + text, one.dueOn(), null, one.staffId()));
        });
    }

    /** The last talk, unless a signature since has settled what was agreed on for the next time. */
    Talk talkAhead() {
        Talk last = lastTalk();
        boolean signedSince =
                last != null && signing != null && signing.signedOn != null && signing.signedOn.isAfter(last.on());
        return signedSince ? null : last;
    }

    /** Lists of what is due name a milestone; of a fall below full capacity the ledger tells. */
    private static final Deadline NOTHING_DUE = new Deadline(null, null, true);

    /** The day asked about matters only while a clock stands still, and then nothing is due. */
    static Deadline deadline(Phase phase, Thresholds thresholds) {
        return phase.progress.isBelowCapacity()
                ? NOTHING_DUE
                : Deadline.of(phase.progress, LocalDate.EPOCH, thresholds);
    }

    private boolean isAlive() {
        return isOpen() || stage() == ProjectStage.NEGOTIATION && negotiation.status == NegotiationStatus.SHELVED;
    }

    private void leadTasks(List<Task> tasks) {
        switch (lead.state) {
            case REGISTERED -> add(tasks, TaskKind.RESPOND, "", lead.respondBy);
            case RESPONDED -> add(tasks, TaskKind.JUDGE, "", lead.judgeBy);
            case JUDGED -> add(tasks, TaskKind.FEEDBACK, "", lead.feedbackBy);
            default -> {}
        }
        if (lead.state.isActive()) {
            add(tasks, TaskKind.PROGRESS, "", progressOn());
        }
    }

    private void negotiationTasks(List<Task> tasks) {
        switch (negotiation.status) {
            case ACTIVE -> {
                negotiation.missingOpinions.forEach((topic, due) -> add(tasks, TaskKind.OPINION, topic, due));
                if (!negotiation.expired && negotiation.outcome != null && negotiation.outcome.isApproval()) {
                    add(tasks, TaskKind.APPROVAL_EXPIRY, "", negotiation.expiresOn);
                }
                add(tasks, TaskKind.PROGRESS, "", progressOn());
            }
            case SHELVED -> add(tasks, TaskKind.LOOK_AGAIN, "", negotiation.lookAgainOn);
            default -> {}
        }
    }

    private static void add(List<Task> tasks, TaskKind kind, String item, LocalDate dueOn) {
        if (dueOn != null) {
            tasks.add(new Task(kind, item, dueOn, null));
        }
    }

    /** The clock that runs out first; progress is due so many days after the last. */
    static Task clock(List<Task> tasks, Thresholds thresholds) {
        return tasks.stream()
                .filter(task -> task.kind() != TaskKind.NEXT_CONTACT && task.kind() != TaskKind.MILESTONE)
                .map(task -> task.kind() == TaskKind.PROGRESS
                        ? new Task(
                                task.kind(), task.item(), task.dueOn().plusDays(thresholds.progressEveryDays()), null)
                        : task)
                .min(Comparator.comparing(Task::dueOn).thenComparing(Task::key))
                .orElse(null);
    }

    /** The earliest task of a kind. */
    static Task earliest(List<Task> tasks, TaskKind kind) {
        return tasks.stream()
                .filter(task -> task.kind() == kind)
                .min(Comparator.comparing(Task::dueOn).thenComparing(Task::key))
                .orElse(null);
    }

    @SafeVarargs
    private static <T> T first(T... candidates) {
        for (T candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }
}
