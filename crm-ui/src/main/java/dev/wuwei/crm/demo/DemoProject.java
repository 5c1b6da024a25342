package dev.wuwei.crm.demo;

import dev.wuwei.crm.followup.SkipCause;
import dev.wuwei.crm.followup.SubState;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** One line of {@code demo/projects.csv}; empty cells are {@code null}. Amounts in 亿元 unless the column says 万. */
final class DemoProject {
    private final Map<String, String> cells;
    private final int index;

    private DemoProject(Map<String, String> cells, int index) {
        this.cells = cells;
        this.index = index;
    }

    static List<DemoProject> all() {
        try {
            List<String> lines = new ClassPathResource("demo/projects.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> columns = List.of(lines.getFirst().split(",", -1));
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        String[] values = line.split(",", -1);
                        Map<String, String> cells = new HashMap<>();
                        for (int i = 0; i < columns.size(); i++) {
                            cells.put(columns.get(i), values[i].isEmpty() ? null : values[i]);
                        }
                        return new DemoProject(cells, lines.indexOf(line));
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the line's number; the scenario varies by it where it has no column */
    int index() {
        return index;
    }

    String text(String column) {
        return cells.get(column);
    }

    boolean has(String column) {
        return cells.get(column) != null;
    }

    LocalDate date(String column) {
        return has(column) ? LocalDate.parse(cells.get(column)) : null;
    }

    Money yi(String column) {
        return has(column) ? Money.yi(cells.get(column)) : null;
    }

    Money usdWan(String column) {
        return has(column) ? Money.wanUsd(cells.get(column)) : null;
    }

    ProjectKind kind() {
        return ProjectKind.valueOf(cells.get("kind"));
    }

    SubState subState() {
        return has("sub") ? SubState.valueOf(cells.get("sub")) : null;
    }

    /** @return why it has no start or completion of its own, {@code null} when it has */
    SkipCause skip() {
        return has("skip") ? SkipCause.valueOf(cells.get("skip")) : null;
    }

    boolean rentsItsFactory() {
        return skip() == SkipCause.RENTED_FACTORY;
    }

    String status() {
        return cells.get("status");
    }
}
