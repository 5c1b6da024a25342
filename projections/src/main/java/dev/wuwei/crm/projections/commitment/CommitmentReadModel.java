package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Thresholds;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/**
 * Keeps what concerns commitments, and how each of them stands on every day, as known at every instant. The rows of a project are
 * told anew from its facts whenever one more comes, so that they are the same in whatever order facts of its aggregates come.
 */
@Component
@ProcessingGroup("commitment")
public class CommitmentReadModel extends ReadModel {
    private static final Table<?, CommitmentFact> FACTS = CommitmentFact.table();
    private static final Table<?, CommitmentRow> ROWS = CommitmentRow.table();
    private static final int CHUNK = 500;

    private final Thresholds thresholds;

    public CommitmentReadModel(DataSource dataSource, Thresholds thresholds) {
        super(dataSource, FACTS, ROWS);
        this.thresholds = thresholds;
    }

    private static final class Touched {
        final Set<ProjectId> projects = new LinkedHashSet<>();
        final Set<ProjectId> written = new HashSet<>();
    }

    private static Touched touched(Batch batch) {
        return batch.attachment(Touched.class, Touched::new);
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        ProjectId project = CommitmentFact.concerned(event);
        if (project != null) {
            touched(batch).projects.add(project);
            batch.rows(FACTS)
                    .put(new CommitmentFact(
                            project, meta.position(), meta.recordedAt().truncatedTo(ChronoUnit.MICROS), event));
        }
    }

    @Override
    protected void derive(Batch batch) {
        Touched touched = touched(batch);
        List<ProjectId> projects = new ArrayList<>(touched.projects);
        touched.projects.clear();
        batch.rows(FACTS).flush();
        for (int from = 0; from < projects.size(); from += CHUNK) {
            List<ProjectId> chunk = projects.subList(from, Math.min(projects.size(), from + CHUNK));
            List<ProjectId> before = batch.startsEmpty()
                    ? chunk.stream().filter(touched.written::contains).toList()
                    : chunk;
            if (!before.isEmpty()) {
                batch.jdbc()
                        .sql("delete from commitment where project_id = any(?)")
                        .param(ids(before))
                        .update();
            }
            facts(chunk, batch)
                    .forEach((project, facts) -> CommitmentFile.rows(project, facts, thresholds.partlyMetFromPercent())
                            .forEach(batch.rows(ROWS)::put));
            batch.rows(ROWS).flush();
            touched.written.addAll(chunk);
        }
    }

    private static Map<ProjectId, List<CommitmentFact>> facts(List<ProjectId> projects, Batch batch) {
        Map<ProjectId, List<CommitmentFact>> facts = new LinkedHashMap<>();
        batch.jdbc()
                .sql("""
                        select project_id, position, recorded_at, name, payload from commitment_fact
                        where project_id = any(?) order by project_id, position""")
                .param(ids(projects))
                .query((row, n) -> CommitmentFact.read(row))
                .list()
                .forEach(fact -> facts.computeIfAbsent(fact.projectId(), project -> new ArrayList<>())
                        .add(fact));
        return facts;
    }

    private static UUID[] ids(List<ProjectId> projects) {
        return projects.stream().map(ProjectId::value).toArray(UUID[]::new);
    }
}
