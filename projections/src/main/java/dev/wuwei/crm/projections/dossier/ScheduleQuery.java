package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.projections.dossier.DossierView.Schedule;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.timeline.ProjectHistory;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The schedules (倒排工期) of several projects at once. */
@Component
public class ScheduleQuery {
    private final ValueReader reader;
    private final WorkingCalendar calendar;

    public ScheduleQuery(ProjectHistory history, WorkingCalendar calendar) {
        reader = new ValueReader(history);
        this.calendar = calendar;
    }

    /**
     * @param projects as the viewer was given them
     * @param today the day that slack is reckoned by when no other day is asked for
     * @return by project, one for each phase that has a plan
     */
    public Map<ProjectId, List<Schedule>> of(Collection<ProjectRow> projects, AsOf asOf, LocalDate today) {
        LocalDate day = asOf.asOf() == null ? today : asOf.asOf();
        Map<ProjectId, List<Schedule>> schedules = new HashMap<>();
        reader.read(projects.stream().map(ProjectRow::projectId).toList(), asOf)
                .forEach((project, values) -> schedules.put(project, new PhaseSchedules(values, day, calendar).all()));
        return schedules;
    }
}
