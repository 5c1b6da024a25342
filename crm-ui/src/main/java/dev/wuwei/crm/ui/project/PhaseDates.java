package dev.wuwei.crm.ui.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.projections.timeline.HistoryFilter;
import dev.wuwei.crm.projections.timeline.HistoryOrder;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dates of each milestone of each phase, as agreed, reported and recognised up to the day that one looks at. */
final class PhaseDates {
    private static final int ALL = 1000;
    private static final Map<Milestone, String> AGREED = Map.of(
            Milestone.CONSTRUCTION_START, "startBy",
            Milestone.COMPLETION, "completeBy",
            Milestone.PRODUCTION_START, "produceBy",
            Milestone.SCALE_UP, "scaleUpBy",
            Milestone.FULL_CAPACITY, "fullCapacityBy");

    record Dates(LocalDate agreed, LocalDate reported, LocalDate recognised) {
        static final Dates NONE = new Dates(null, null, null);
    }

    private record Key(String phase, Milestone milestone) {}

    private final Map<Key, Dates> dates = new HashMap<>();

    static PhaseDates of(ProjectId project, TimelineQuery timeline) {
        PhaseDates found = new PhaseDates();
        List<TimelineEntry> events = timeline.history(
                project,
                HistoryFilter.of(project)
                        .withNames(Set.of(
                                "followup.FollowUpOpened",
                                "followup.AgreedDatesRevised",
                                "followup.MilestoneReported",
                                "followup.MilestoneRecognised",
                                "followup.MilestoneWithdrawn")),
                HistoryOrder.RECORDED,
                null,
                ALL,
                CurrentUser.get().viewer(),
                AsOf.current().query());
        events.reversed().forEach(found::take);
        return found;
    }

    Dates of(String phase, Milestone milestone) {
        return dates.getOrDefault(new Key(phase, milestone), Dates.NONE);
    }

    private void take(TimelineEntry event) {
        JsonNode phases = event.facts().path("phases");
        if (phases.isArray()) {
            phases.forEach(phase -> AGREED.forEach((milestone, field) -> {
                Key key = new Key(phase.path("name").asText(), milestone);
                Dates before = dates.getOrDefault(key, Dates.NONE);
                dates.put(key, new Dates(date(phase.path(field)), before.reported, before.recognised));
            }));
            return;
        }
        Key key = new Key(event.fact("phase"), Milestone.valueOf(event.fact("milestone")));
        Dates before = dates.getOrDefault(key, Dates.NONE);
        dates.put(
                key,
                switch (event.name()) {
                    case "followup.MilestoneReported" ->
                        new Dates(before.agreed, event.occurredOn(), before.recognised);
                    case "followup.MilestoneRecognised" ->
                        new Dates(before.agreed, before.reported, event.occurredOn());
                    default -> new Dates(before.agreed, null, null);
                });
    }

    private static LocalDate date(JsonNode node) {
        return node.isTextual() ? LocalDate.parse(node.asText()) : null;
    }
}
