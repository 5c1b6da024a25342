package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.shared.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cube by an independent way: every project recounted from its raw events. */
final class Recounted {
    private final List<List<Recount.Entry>> projects;

    Recounted(List<History.Entry> history) {
        Map<ProjectId, List<Recount.Entry>> byProject = new LinkedHashMap<>();
        for (History.Entry entry : history) {
            ProjectId project = Recount.projectOf(entry.event());
            if (project != null) {
                byProject
                        .computeIfAbsent(project, key -> new ArrayList<>())
                        .add(new Recount.Entry(entry.event(), entry.meta().recordedAt()));
            }
        }
        projects = List.copyOf(byProject.values());
    }

    /** @param knownAt only what was recorded by then is counted */
    Map<Measure, Figure> totals(Recount.Question question, Instant knownAt) {
        Map<Measure, Figure> totals = new EnumMap<>(Measure.class);
        projects.forEach(project -> answer(project, question, knownAt)
                .figures()
                .forEach((measure, figure) -> totals.merge(measure, figure, Figure::plus)));
        return totals;
    }

    /** @return by code; none that is nothing */
    Map<String, Figure> cells(Recount.Question question, Instant knownAt, Measure measure, Dimension dimension) {
        Map<String, Figure> cells = new HashMap<>();
        projects.forEach(project -> {
            Recount.Answer answer = answer(project, question, knownAt);
            Figure figure = answer.figures().get(measure);
            if (figure != null) {
                cells.merge(String.valueOf(answer.classes().get(dimension)), figure, Figure::plus);
            }
        });
        cells.values().removeIf(Figure::isNothing);
        return cells;
    }

    private static Recount.Answer answer(List<Recount.Entry> project, Recount.Question question, Instant knownAt) {
        Recount recount = new Recount();
        project.stream().filter(entry -> !entry.recordedAt().isAfter(knownAt)).forEach(recount::take);
        return recount.answer(question);
    }
}
