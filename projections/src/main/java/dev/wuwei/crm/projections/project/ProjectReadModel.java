package dev.wuwei.crm.projections.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wuwei.crm.followup.Deadline;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.PhaseProgress;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.projections.project.ProjectState.Talk;
import dev.wuwei.crm.projections.project.ProjectState.Task;
import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.signing.SigningEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/**
 * The projects as they are now, one row each, for lists, menu counts, search and the day's work; beside it what is due on
 * each project, and its phases.
 */
@Component
@ProcessingGroup("project")
public class ProjectReadModel extends ReadModel {
    private static final ObjectMapper MAPPER = Json.mapper();

    private static final Table<TaskId, TaskRow> TASKS = Table.<TaskId, TaskRow>keyed(
                    "project_task", row -> row.id, id -> List.of(id.project, id.kind, id.item))
            .keyColumn("project_id", "uuid", row -> row.id.project)
            .keyColumn("kind", "text", row -> row.id.kind)
            .keyColumn("item", "text", row -> row.id.item)
            .column("due_on", "date", row -> row.task.dueOn())
            .column("note", "text", row -> row.task.text())
            .column("recipient", "uuid", row -> row.task.recipient())
            .writeOnly();

    private static final Table<PhaseId, PhaseRow> PHASES = Table.<PhaseId, PhaseRow>keyed(
                    "project_phase", row -> row.id, id -> List.of(id.project, id.name))
            .keyColumn("project_id", "uuid", row -> row.id.project)
            .keyColumn("phase", "text", row -> row.id.name)
            .column("ordinal", "integer", row -> row.ordinal)
            .column("state", "text", row -> row.progress.state())
            .column("milestone", "text", row -> row.deadline.milestone())
            .column("due_on", "date", row -> row.deadline.dueOn())
            .column("quiet", "boolean", row -> row.deadline.quiet())
            .column("active", "boolean", row -> row.progress.isActive())
            .column("suspended", "boolean", row -> row.progress.isSuspended())
            .column("stopped", "boolean", row -> row.progress.isStopped())
            .column("sub_state", "text", row -> row.progress.subState())
            .column("cause", "text", row -> row.phase.cause)
            .column("investment", "numeric", row -> amount(row.progress.agreed().investment()))
            .column("land_mu", "numeric", row -> mu(row.progress.agreed().land()))
            .column("progress_percent", "numeric", row -> of(row.phase.latestReturn(), ProjectState.Return::percent))
            .column("invested", "numeric", row -> amount(of(row.phase.latestReturn(), ProjectState.Return::toDate)))
            .column("problems", "text", row -> of(row.phase.latestReturn(), ProjectState.Return::problems))
            .column("returned_for", "text", row -> row.phase.lastReturn)
            .writeOnly();

    /** What is known of each project; the rows of the lists are made from it. */
    private static final Table<ProjectId, ProjectState> FOLDS = Table.<ProjectId, ProjectState>keyed(
                    "project_fold", "project_id", "uuid", state -> state.projectId)
            .column("state", "text", ProjectReadModel::json)
            .readBy(row -> state(row.getString("state")));

    private static final Table<TalkId, TalkRow> TALKS = Table.<TalkId, TalkRow>keyed(
                    "project_talk", row -> row.id, id -> List.of(id.aggregate, id.talk))
            .keyColumn("aggregate_id", "uuid", row -> row.id.aggregate)
            .keyColumn("talk_id", "text", row -> row.id.talk)
            .column("held_on", "date", row -> row.talk.on())
            .column("position", "bigint", row -> row.talk.position())
            .column("place", "text", row -> row.talk.place())
            .column("ours", "uuid[]", row -> row.talk.ours())
            .column("next_step", "text", row -> row.talk.nextStep())
            .column("next_on", "date", row -> row.talk.nextOn())
            .column("open", "integer", row -> row.talk.open())
            .writeOnly();

    private static final Table<ProjectId, ProjectState> SEARCH = Table.<ProjectId, ProjectState>keyed(
                    "project_search", "project_id", "uuid", state -> state.projectId)
            .column("search", "text", state -> state.search)
            .column("pieces", "text[]", state -> SearchText.pieces(state.search))
            .writeOnly();

    private static final Table<ProjectId, ProjectState> PROJECTS = projects();

    private final Thresholds thresholds;

    private record TaskId(ProjectId project, TaskKind kind, String item) {}

    private record TaskRow(TaskId id, Task task) {}

    private record TalkId(UUID aggregate, String talk) {}

    private record TalkRow(TalkId id, Talk talk) {}

    private record PhaseId(ProjectId project, String name) {}

    private record PhaseRow(
            PhaseId id, int ordinal, ProjectState.Phase phase, PhaseProgress progress, Deadline deadline) {}

    /** @param thresholds say when a milestone that nobody agreed on is due; a rebuild takes over changed ones */
    public ProjectReadModel(DataSource dataSource, Thresholds thresholds) {
        super(dataSource, PROJECTS, FOLDS, TALKS, SEARCH, TASKS, PHASES);
        this.thresholds = thresholds;
    }

    private static Table<ProjectId, ProjectState> projects() {
        return Table.<ProjectId, ProjectState>keyed("project", "project_id", "uuid", state -> state.projectId)
                .column("project_no", "text", made(ProjectColumns::projectNo))
                .column("name", "text", made(ProjectColumns::name))
                .column("park_code", "text", code(ProjectColumns::park))
                .column("park_name", "text", name(ProjectColumns::park))
                .column("circulating_to", "text", made(ProjectColumns::circulatingTo))
                .column("kind", "text", made(ProjectColumns::kind))
                .column("industry_code", "text", code(ProjectColumns::industry))
                .column("industry_name", "text", name(ProjectColumns::industry))
                .column("chain_code", "text", code(columns -> columns.profile(p -> p.chain())))
                .column("chain_name", "text", name(columns -> columns.profile(p -> p.chain())))
                .column("region_code", "text", code(columns -> columns.profile(p -> p.region())))
                .column("region_name", "text", name(columns -> columns.profile(p -> p.region())))
                .column("method_code", "text", code(columns -> columns.profile(p -> p.method())))
                .column("method_name", "text", name(columns -> columns.profile(p -> p.method())))
                .column("source_code", "text", code(columns -> columns.profile(p -> p.source())))
                .column("source_name", "text", name(columns -> columns.profile(p -> p.source())))
                .column("investor_id", "uuid", made(columns -> columns.profile(p -> p.investorId())))
                .column("land_mu", "numeric", made(columns -> mu(columns.land())))
                .column("lead_id", "uuid", state -> of(state.lead, part -> part.id))
                .column("negotiation_id", "uuid", state -> of(state.negotiation, part -> part.id))
                .column("signing_id", "uuid", state -> of(state.signing, part -> part.id))
                .column("follow_up_id", "uuid", state -> of(state.followUp, part -> part.id))
                .column("stage", "text", made(ProjectColumns::stage))
                .column("stage_since", "date", made(ProjectColumns::stageSince))
                .column("is_lead", "boolean", made(ProjectColumns::isLead))
                .column("is_negotiation", "boolean", made(ProjectColumns::isNegotiation))
                .column("is_signing", "boolean", made(ProjectColumns::isSigning))
                .column("is_follow_up", "boolean", made(ProjectColumns::isFollowUp))
                .column("is_open", "boolean", made(ProjectColumns::isOpen))
                .column("lead_state", "text", state -> of(state.lead, part -> part.state))
                .column("arbitration", "boolean", state -> state.lead != null && state.lead.arbitration)
                .column("negotiation_status", "text", state -> of(state.negotiation, part -> part.status))
                .column("negotiation_stage", "text", state -> of(state.negotiation, part -> part.stage))
                .column("admission", "text", made(ProjectColumns::admission))
                .column("agreement_kind", "text", state -> of(state.signing, part -> part.kind))
                .column("agreement_state", "text", state -> of(state.signing, part -> part.state))
                .column("agreement_version", "integer", state -> of(state.signing, part -> part.version))
                .column("contract_no", "text", state -> of(state.signing, part -> part.contractNo))
                .column("signed_on_site", "boolean", state -> of(state.signing, part -> part.signedOnSite))
                .column("newly_introduced", "boolean", state -> of(state.signing, part -> part.newlyIntroduced))
                .column("five_gap", "text", made(ProjectColumns::fiveGap))
                .column("intended", "numeric", made(columns -> amount(columns.intended())))
                .column("intended_currency", "text", made(columns -> currency(columns.intended())))
                .column("in_talks", "numeric", made(columns -> amount(columns.inTalks())))
                .column("in_talks_currency", "text", made(columns -> currency(columns.inTalks())))
                .column("signed", "numeric", state -> amount(of(state.signing, part -> part.total)))
                .column("fixed_assets", "numeric", state -> amount(of(state.signing, part -> part.fixedAssets)))
                .column("foreign_capital", "numeric", state -> amount(of(state.signing, part -> part.foreign)))
                .column("arrived", "numeric", made(ProjectColumns::arrived))
                .column("foreign_used", "numeric", made(ProjectColumns::foreignUsed))
                .column("owner", "uuid", made(ProjectColumns::owner))
                .column("leader", "uuid", made(ProjectColumns::leader))
                .column("liaison", "uuid", made(ProjectColumns::liaison))
                .column("team_id", "uuid", made(ProjectColumns::teamId))
                .column("team_name", "text", made(ProjectColumns::teamName))
                .column(
                        "people",
                        "uuid[]",
                        made(columns ->
                                columns.people().stream().map(Object::toString).toList()))
                .column("registered_on", "date", state -> of(state.lead, part -> part.registeredOn))
                .column("signed_on", "date", state -> of(state.signing, part -> part.signedOn))
                .column("progress_on", "date", made(ProjectColumns::progressOn))
                .column("rounds", "integer", state -> state.negotiation == null ? 0 : state.negotiation.roundCount)
                .column("next_step", "text", made(columns -> of(columns.talkAhead(), ProjectState.Talk::nextStep)))
                .column("next_on", "date", made(columns -> of(columns.talkAhead(), ProjectState.Talk::nextOn)))
                .column("progress_clock", "boolean", state -> milestoneOf(state, TaskKind.PROGRESS) != null)
                .column("due_item", "text", state -> of(milestoneOf(state, TaskKind.MILESTONE), Task::item))
                .column("due_on", "date", state -> of(milestoneOf(state, TaskKind.MILESTONE), Task::dueOn))
                .column("last_event_at", "timestamptz", state -> state.lastEventAt)
                .column("last_position", "bigint", state -> state.lastPosition)
                .column("clock_kind", "text", state -> of(state.clock, Task::kind))
                .column("clock_item", "text", state -> of(state.clock, Task::item))
                .column("clock_on", "date", state -> of(state.clock, Task::dueOn))
                .column("talk_place", "text", made(columns -> of(columns.lastTalk(), ProjectState.Talk::place)))
                .column("talk_ours", "uuid[]", made(ProjectColumns::talkOurs))
                .column("talk_open", "integer", made(ProjectColumns::openPoints))
                .column("actions", "text[]", ProjectActions::of)
                .writeOnly();
    }

    @Override
    protected void prefetch(Collection<DomainEvent> events, Batch batch) {
        batch.rows(FOLDS)
                .prefetch(events.stream()
                        .map(ProjectReadModel::projectOf)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        ProjectId project = projectOf(event);
        if (project == null) {
            return;
        }
        ProjectState state = batch.rows(FOLDS).edit(project, () -> {
            ProjectState fresh = new ProjectState();
            fresh.projectId = project;
            return fresh;
        });
        if (state.evolve(event, meta, new StoredTalks(batch))) {
            batch.attachment(Moved.class, Moved::new).projects.add(project);
        }
    }

    /** Projects of which something was learnt since their rows were made. */
    private static final class Moved {
        final Set<ProjectId> projects = new LinkedHashSet<>();
    }

    @Override
    protected void derive(Batch batch) {
        Set<ProjectId> moved = batch.attachment(Moved.class, Moved::new).projects;
        for (ProjectId project : moved) {
            ProjectState state = batch.rows(FOLDS).edit(project).orElseThrow();
            tasks(project, state, batch);
            batch.rows(PROJECTS).put(state);
            String search = SearchText.join(state.columns().searchable());
            if (!search.equals(state.search)) {
                state.search = search;
                batch.rows(SEARCH).put(state);
            }
            if (state.followUp != null) {
                phases(project, state.followUp, batch);
            }
        }
        moved.clear();
    }

    private record StoredTalks(Batch batch) implements ProjectState.Talks {
        @Override
        public void put(UUID aggregate, String talkId, Talk talk) {
            batch.rows(TALKS).put(new TalkRow(new TalkId(aggregate, talkId), talk));
        }

        @Override
        public void remove(UUID aggregate, String talkId) {
            batch.rows(TALKS).remove(new TalkId(aggregate, talkId));
        }

        @Override
        public ProjectState.LastTalk last(UUID aggregate) {
            batch.rows(TALKS).flush();
            return batch.jdbc()
                    .sql(
                            "select * from project_talk where aggregate_id = ? order by held_on desc, position desc limit 1")
                    .param(aggregate)
                    .query((row, number) -> new ProjectState.LastTalk(
                            row.getString("talk_id"),
                            new Talk(
                                    row.getObject("held_on", LocalDate.class),
                                    row.getLong("position"),
                                    row.getString("place"),
                                    Arrays.stream((UUID[]) row.getArray("ours").getArray())
                                            .map(StaffId::new)
                                            .toList(),
                                    row.getString("next_step"),
                                    row.getObject("next_on", LocalDate.class),
                                    row.getInt("open"))))
                    .optional()
                    .orElse(null);
        }
    }

    private void tasks(ProjectId project, ProjectState state, Batch batch) {
        Map<String, Task> before = new HashMap<>();
        state.tasks.forEach(task -> before.put(task.key(), task));
        state.tasks = new ArrayList<>(state.columns().tasks(thresholds));
        for (Task task : state.tasks) {
            if (!task.equals(before.remove(task.key()))) {
                batch.rows(TASKS).put(new TaskRow(new TaskId(project, task.kind(), task.item()), task));
            }
        }
        state.clock = ProjectColumns.clock(state.tasks, thresholds);
        before.values().forEach(gone -> batch.rows(TASKS).remove(new TaskId(project, gone.kind(), gone.item())));
    }

    private void phases(ProjectId project, ProjectState.FollowUp followUp, Batch batch) {
        for (String name : followUp.order) {
            ProjectState.Phase phase = followUp.phases.get(name);
            batch.rows(PHASES)
                    .put(new PhaseRow(
                            new PhaseId(project, name),
                            followUp.order.indexOf(name),
                            phase,
                            phase.progress,
                            ProjectColumns.deadline(phase, thresholds)));
        }
    }

    private static ProjectId projectOf(DomainEvent event) {
        return switch (event) {
            case LeadEvent e -> e.projectId();
            case NegotiationEvent e -> e.projectId();
            case SigningEvent e -> e.projectId();
            case FollowUpEvent e -> e.projectId();
            default -> null;
        };
    }

    private static Task milestoneOf(ProjectState state, TaskKind kind) {
        return ProjectColumns.earliest(state.tasks, kind);
    }

    private static Function<ProjectState, ?> made(Function<ProjectColumns, ?> column) {
        return state -> column.apply(state.columns());
    }

    private static Function<ProjectState, ?> code(Function<ProjectColumns, Coded> column) {
        return state -> of(column.apply(state.columns()), Coded::code);
    }

    private static Function<ProjectState, ?> name(Function<ProjectColumns, Coded> column) {
        return state -> of(column.apply(state.columns()), Coded::name);
    }

    private static <T, R> R of(T value, Function<T, R> part) {
        return value == null ? null : part.apply(value);
    }

    private static Object amount(Money money) {
        return of(money, Money::amount);
    }

    private static Object currency(Money money) {
        return of(money, Money::currency);
    }

    private static Object mu(Area area) {
        return of(area, Area::inMu);
    }

    private static String json(ProjectState state) {
        try {
            return MAPPER.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ProjectState state(String json) {
        try {
            return MAPPER.readValue(json, ProjectState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
