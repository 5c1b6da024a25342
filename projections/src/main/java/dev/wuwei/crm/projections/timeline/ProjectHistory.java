package dev.wuwei.crm.projections.timeline;

import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.platform.axon.RecordedEvents;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a few projects, as events, up to where the timeline is: for what is made of it when it is asked for. */
@Component
public class ProjectHistory {
    private final JdbcClient jdbc;
    private final RecordedEvents events;
    private final EventNames names;

    public ProjectHistory(JdbcClient jdbc, RecordedEvents events, EventNames names) {
        this.jdbc = jdbc;
        this.events = events;
        this.names = names;
    }

    /** @return by project, in the order in which it was recorded; projects of which there is nothing are missing */
    public Map<ProjectId, List<Recorded>> of(Collection<ProjectId> projects) {
        return read(projects, null);
    }

    /** The same, of events of these kinds alone. */
    public Map<ProjectId, List<Recorded>> of(Collection<ProjectId> projects, Set<Class<? extends DomainEvent>> kinds) {
        return read(projects, kinds.stream().map(names::nameOf).toArray(String[]::new));
    }

    private Map<ProjectId, List<Recorded>> read(Collection<ProjectId> projects, String[] kinds) {
        Map<Long, ProjectId> positions = new HashMap<>();
        jdbc.sql("""
                        select position, project_id from timeline
                        where project_id = any(:projects) and (cast(:kinds as text[]) is null or name = any(:kinds))""")
                .param("projects", projects.stream().map(ProjectId::value).toArray(UUID[]::new))
                .param("kinds", kinds)
                .query(row -> {
                    positions.put(row.getLong(1), new ProjectId(row.getObject(2, UUID.class)));
                });
        Map<ProjectId, List<Recorded>> histories = new HashMap<>();
        events.at(positions.keySet()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(event -> histories
                        .computeIfAbsent(positions.get(event.getKey()), project -> new ArrayList<>())
                        .add(event.getValue()));
        return histories;
    }
}
