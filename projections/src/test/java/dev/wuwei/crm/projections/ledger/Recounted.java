package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.CountingEvent.CountingPolicyAdopted;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyDefined;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyRetired;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyRevised;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.testing.TestCountingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cube by an independent way: every project recounted from its raw events, by the policies that the events tell of. */
final class Recounted {
    private static final String SHIPPED = "default@1";

    private final List<History.Entry> history;
    private final Map<ProjectId, List<Recount.Entry>> projects = new LinkedHashMap<>();

    Recounted(List<History.Entry> history) {
        this.history = List.copyOf(history);
        for (History.Entry entry : history) {
            ProjectId project = Recount.projectOf(entry.event());
            if (project != null) {
                projects.computeIfAbsent(project, key -> new ArrayList<>())
                        .add(new Recount.Entry(entry.event(), entry.meta().recordedAt()));
            }
        }
    }

    /** @return the policies that were defined by then, by {@code code@version} */
    Map<String, CountingRules> policies(Instant knownAt) {
        Map<String, CountingRules> policies = new LinkedHashMap<>();
        policies.put(SHIPPED, TestCountingRules.standard());
        for (History.Entry entry : known(knownAt)) {
            switch (entry.event()) {
                case CountingPolicyDefined e -> policies.put(e.code() + "@" + e.version(), e.rules());
                case CountingPolicyRevised e -> policies.put(e.code() + "@" + e.version(), e.rules());
                default -> {}
            }
        }
        return policies;
    }

    /** @return what counts on that day where nobody names a policy, as decided by then */
    String inForce(LocalDate day, Instant knownAt) {
        String policy = SHIPPED;
        LocalDate since = LocalDate.MIN;
        for (History.Entry entry : known(knownAt)) {
            LocalDate from = switch (entry.event()) {
                case CountingPolicyAdopted e -> e.from();
                case CountingPolicyRetired e -> e.from();
                default -> null;
            };
            if (from != null && !from.isAfter(day) && !from.isBefore(since)) {
                since = from;
                policy = entry.event() instanceof CountingPolicyAdopted e ? e.code() + "@" + e.version() : SHIPPED;
            }
        }
        return policy;
    }

    private List<History.Entry> known(Instant knownAt) {
        return history.stream()
                .filter(entry -> !entry.meta().recordedAt().isAfter(knownAt))
                .toList();
    }

    /** @param knownAt only what was recorded by then is counted */
    Map<Measure, Figure> totals(Recount.Question question, Instant knownAt) {
        Map<Measure, Figure> totals = new EnumMap<>(Measure.class);
        projects.values()
                .forEach(project -> recount(project, knownAt)
                        .answer(question)
                        .figures()
                        .forEach((measure, figure) -> totals.merge(measure, figure, Figure::plus)));
        return totals;
    }

    /** @return by the codes of the classes; none that is nothing; size bands by their index */
    Map<List<String>, Figure> cells(Recount.Question question, Instant knownAt, Measure measure, List<Dimension> by) {
        Map<List<String>, Figure> cells = new HashMap<>();
        byProject(question, knownAt, measure, by)
                .values()
                .forEach(its -> its.forEach((codes, figure) -> cells.merge(codes, figure, Figure::plus)));
        cells.values().removeIf(Figure::isNothing);
        return cells;
    }

    /** The same of each project for itself. */
    Map<ProjectId, Map<List<String>, Figure>> byProject(
            Recount.Question question, Instant knownAt, Measure measure, List<Dimension> by) {
        boolean periods = by.stream().anyMatch(Dimension::isPeriod);
        Map<ProjectId, Map<List<String>, Figure>> byProject = new LinkedHashMap<>();
        projects.forEach((id, entries) -> {
            Recount recount = recount(entries, knownAt);
            Map<Dimension, String> classes = recount.answer(question).classes();
            Map<List<String>, Figure> cells = new HashMap<>();
            if (periods) {
                recount.months(question)
                        .forEach((month, figures) -> add(cells, codes(by, classes, month), figures.get(measure)));
            } else {
                add(
                        cells,
                        codes(by, classes, null),
                        recount.answer(question).figures().get(measure));
            }
            cells.values().removeIf(Figure::isNothing);
            byProject.put(id, cells);
        });
        return byProject;
    }

    private static void add(Map<List<String>, Figure> cells, List<String> codes, Figure figure) {
        if (figure != null) {
            cells.merge(codes, figure, Figure::plus);
        }
    }

    private static List<String> codes(List<Dimension> by, Map<Dimension, String> classes, YearMonth month) {
        List<String> codes = new ArrayList<>();
        by.forEach(dimension -> codes.add(dimension.isPeriod() ? code(dimension, month) : classes.get(dimension)));
        return codes;
    }

    /** @return {@code 2023}, {@code 2023-H1}, {@code 2023-Q3}, {@code 2023-08} */
    static String code(Dimension period, YearMonth month) {
        return switch (period) {
            case YEAR -> String.valueOf(month.getYear());
            case HALF -> month.getYear() + (month.getMonthValue() <= 6 ? "-H1" : "-H2");
            case QUARTER -> month.getYear() + "-Q" + (month.getMonthValue() + 2) / 3;
            default -> month.toString();
        };
    }

    private static Recount recount(Collection<Recount.Entry> project, Instant knownAt) {
        Recount recount = new Recount();
        project.stream().filter(entry -> !entry.recordedAt().isAfter(knownAt)).forEach(recount::take);
        return recount;
    }
}
