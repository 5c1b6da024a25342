package dev.wuwei.crm.ui.component;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The usual charts as ECharts options: no legend where a label does, grey for what is given, the accent for what moved. */
public final class Charts {
    private static final String TEXT = "var(--ww-text)";
    private static final String TEXT_2 = "var(--ww-text-2)";
    private static final String LINE = "var(--ww-line)";

    private static final List<String> SHADES =
            List.of("var(--ww-c0)", "var(--ww-c1)", "var(--ww-c2)", "var(--ww-c3)", "var(--ww-c5)");

    /** Where the bars of targets end, as those of {@link PaceBar} do. */
    private static final BigDecimal PACE_END = new BigDecimal("1.2");

    /** So many categories all have their name below them. */
    private static final int FEW = 7;

    /** Of several lines of one kind, from the strongest. */
    private static final List<String> LINE_SHADES = List.of("var(--ww-c5)", "var(--ww-c3)", "var(--ww-c2)");

    private Charts() {}

    /**
     * A step of a funnel.
     *
     * @param note below the bar: share and median days
     * @param strong the step that the page is about
     */
    public record Step(String name, long count, String note, boolean strong) {}

    /**
     * A bar of a waterfall.
     *
     * @param note below the name: {@code +13}
     * @param amount what it adds, or what it stands at for opening and closing
     * @param total opening or closing
     */
    public record Bar(String name, String note, BigDecimal amount, boolean total) {}

    /**
     * A line.
     *
     * @param values one per category; {@code null} where there is none
     * @param dashed plans
     */
    public record Line(String name, List<? extends Number> values, boolean dashed) {}

    /**
     * A target.
     *
     * @param reached share of it, {@code null} when nothing is known
     * @param pace share that should be reached by now, {@code null} for none
     */
    public record Paced(String name, BigDecimal reached, BigDecimal pace) {}

    /**
     * A tile of a map.
     *
     * @param column from the left, the first is 1
     * @param row from the top, the first is 1
     * @param shade 0 for nothing, 4 for the most
     */
    public record Tile(int column, int row, String text, int shade) {}

    /** Bars to the right, each with its count; the note of each step has a row of its own below its bar. */
    public static Map<String, ?> funnel(List<Step> steps) {
        List<Object> names = new ArrayList<>();
        List<Object> bars = new ArrayList<>();
        for (int row = 0; row < steps.size(); row++) {
            Step step = steps.get(row);
            names.add(step.name);
            bars.add(Map.of(
                    "row",
                    row,
                    "value",
                    step.count,
                    "name",
                    step.name,
                    "text",
                    Format.count(step.count),
                    "itemStyle",
                    Map.of("color", step.strong ? "var(--ww-c5)" : "var(--ww-c3)", "borderRadius", 2)));
            if (!step.note.isEmpty()) {
                names.add("");
                bars.add(Map.of(
                        "row",
                        row,
                        "value",
                        0,
                        "text",
                        step.note,
                        "label",
                        Map.of("color", "var(--ww-text-3)", "fontWeight", "normal", "fontSize", 11, "distance", 0)));
            }
        }
        return toTheRight(names, bars);
    }

    /** Bars to the right, the first on top, each with its number. */
    public static Map<String, ?> ranked(List<String> names, List<BigDecimal> values) {
        List<Object> bars = new ArrayList<>();
        for (int row = 0; row < values.size(); row++) {
            bars.add(Map.of(
                    "value",
                    values.get(row),
                    "name",
                    names.get(row),
                    "text",
                    Format.number(values.get(row), 2),
                    "itemStyle",
                    Map.of("color", "var(--ww-c5)", "borderRadius", 2)));
        }
        return toTheRight(List.copyOf(names), bars);
    }

    private static Map<String, ?> toTheRight(List<Object> names, List<Object> bars) {
        Map<String, Object> axis = new HashMap<>();
        axis.put("type", "category");
        axis.put("inverse", true);
        axis.put("data", names);
        axis.put("axisLine", Map.of("show", false));
        axis.put("axisTick", Map.of("show", false));
        axis.put("axisLabel", Map.of("color", TEXT_2, "interval", 0));
        return Map.of(
                "grid",
                Map.of("left", 8, "right", 48, "top", 0, "bottom", 0, "containLabel", true),
                "xAxis",
                Map.of("type", "value", "show", false),
                "yAxis",
                axis,
                "series",
                List.of(Map.of(
                        "type",
                        "bar",
                        "data",
                        bars,
                        "barMaxWidth",
                        20,
                        "barCategoryGap",
                        "8%",
                        "cursor",
                        "pointer",
                        "label",
                        Map.of(
                                "show",
                                true,
                                "position",
                                "right",
                                "color",
                                TEXT,
                                "fontWeight",
                                "bold",
                                "formatter",
                                "label"))));
    }

    /**
     * Opening, what moved, closing. Rises in the accent, falls dark, the sign in the label.
     *
     * @param decimals of every label
     */
    public static Map<String, ?> waterfall(List<Bar> bars, int decimals) {
        List<Object> names = new ArrayList<>();
        List<Object> base = new ArrayList<>();
        List<Object> shown = new ArrayList<>();
        BigDecimal running = BigDecimal.ZERO;
        for (Bar bar : bars) {
            names.add(bar.note.isEmpty() ? bar.name : bar.name + "\n" + bar.note);
            BigDecimal before = bar.total ? BigDecimal.ZERO : running;
            running = before.add(bar.amount);
            base.add(before.min(running));
            String colour = bar.total ? "var(--ww-cn)" : bar.amount.signum() < 0 ? TEXT : "var(--ww-c5)";
            shown.add(Map.of(
                    "value",
                    bar.amount.abs(),
                    "name",
                    bar.name,
                    "text",
                    bar.total ? Format.number(bar.amount, decimals) : Format.signed(bar.amount, decimals),
                    "itemStyle",
                    Map.of("color", colour, "borderRadius", 1)));
        }
        return Map.of(
                "grid",
                Map.of("left", 4, "right", 4, "top", 24, "bottom", 4, "containLabel", true),
                "xAxis",
                Map.of(
                        "type",
                        "category",
                        "data",
                        names,
                        "axisTick",
                        Map.of("show", false),
                        "axisLine",
                        Map.of("lineStyle", Map.of("color", LINE)),
                        "axisLabel",
                        Map.of(
                                "color",
                                TEXT_2,
                                "interval",
                                0,
                                "fontSize",
                                11,
                                "lineHeight",
                                16,
                                "width",
                                62,
                                "overflow",
                                "break")),
                "yAxis",
                Map.of("type", "value", "show", false),
                "series",
                List.of(
                        Map.of(
                                "type",
                                "bar",
                                "stack",
                                "all",
                                "silent",
                                true,
                                "data",
                                base,
                                "itemStyle",
                                Map.of("color", "transparent")),
                        Map.of(
                                "type",
                                "bar",
                                "stack",
                                "all",
                                "data",
                                shown,
                                "barCategoryGap",
                                "24%",
                                "barMinHeight",
                                2,
                                "cursor",
                                "pointer",
                                "label",
                                Map.of(
                                        "show",
                                        true,
                                        "position",
                                        "top",
                                        "color",
                                        TEXT,
                                        "fontWeight",
                                        "bold",
                                        "formatter",
                                        "label"))));
    }

    /** Upright bars, one per category; a number with decimals keeps them in its label. */
    public static Map<String, ?> bars(List<String> categories, String name, List<? extends Number> values) {
        List<Object> data = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            Number value = values.get(at);
            String text = value instanceof BigDecimal number
                    ? Format.number(number, Math.clamp(number.scale(), 0, 2))
                    : Format.count(value.longValue());
            data.add(Map.of("value", value, "name", categories.get(at), "text", text));
        }
        return Map.of(
                "grid",
                Map.of("left", 4, "right", 4, "top", 24, "bottom", 4, "containLabel", true),
                "xAxis",
                categories(categories),
                "yAxis",
                values(),
                "series",
                List.of(Map.of(
                        "type",
                        "bar",
                        "name",
                        name,
                        "data",
                        data,
                        "barMaxWidth",
                        36,
                        "cursor",
                        "pointer",
                        "itemStyle",
                        Map.of("color", "var(--ww-c5)", "borderRadius", 2),
                        "label",
                        Map.of("show", true, "position", "top", "color", TEXT, "formatter", "label"))));
    }

    /**
     * The same classes of several years, the last of them strong. Its marks stand for the first rows of the table; those of the
     * year before open what comes after them, and so on.
     */
    public static Map<String, ?> sideBySide(
            List<String> categories, List<String> names, List<? extends List<? extends Number>> values) {
        List<Object> series = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean latest = i == names.size() - 1;
            List<Object> marks = new ArrayList<>();
            for (Number value : values.get(i)) {
                Map<String, Object> mark = new HashMap<>();
                mark.put("value", value);
                mark.put("row", (names.size() - 1 - i) * categories.size() + marks.size());
                marks.add(mark);
            }
            series.add(Map.of(
                    "type",
                    "bar",
                    "name",
                    names.get(i),
                    "data",
                    marks,
                    "barMaxWidth",
                    14,
                    "barGap",
                    "10%",
                    "cursor",
                    "pointer",
                    "itemStyle",
                    Map.of("color", latest ? "var(--ww-c5)" : "var(--ww-c2)", "borderRadius", 2)));
        }
        return Map.of(
                "grid",
                Map.of("left", 4, "right", 4, "top", 32, "bottom", 4, "containLabel", true),
                "legend",
                Map.of(
                        "top",
                        0,
                        "left",
                        0,
                        "itemWidth",
                        12,
                        "itemHeight",
                        12,
                        "selectedMode",
                        false,
                        "textStyle",
                        Map.of("color", TEXT_2)),
                "tooltip",
                tooltip(),
                "xAxis",
                categories(categories),
                "yAxis",
                values(),
                "series",
                series);
    }

    /** How much of each target was reached, with a line where the time pace is. */
    public static Map<String, ?> paces(List<Paced> targets) {
        List<Object> bars = new ArrayList<>();
        List<Object> marks = new ArrayList<>();
        for (int row = 0; row < targets.size(); row++) {
            Paced target = targets.get(row);
            boolean behind = target.reached != null && target.pace != null && target.reached.compareTo(target.pace) < 0;
            bars.add(Map.of(
                    "value",
                    target.reached == null ? 0 : target.reached.min(PACE_END),
                    "text",
                    Format.percent(target.reached),
                    "itemStyle",
                    Map.of("color", behind ? "var(--ww-c5)" : "var(--ww-c3)", "borderRadius", 2)));
            if (target.pace != null) {
                marks.add(Map.of("value", List.of(target.pace, row)));
            }
        }
        Map<String, Object> names =
                new HashMap<>(categories(targets.stream().map(Paced::name).toList()));
        names.put("inverse", true);
        names.put("axisLine", Map.of("show", false));
        return Map.of(
                "grid",
                Map.of("left", 4, "right", 56, "top", 4, "bottom", 4, "containLabel", true),
                "xAxis",
                Map.of("type", "value", "show", false, "max", PACE_END),
                "yAxis",
                names,
                "series",
                List.of(
                        Map.of(
                                "type",
                                "bar",
                                "data",
                                bars,
                                "barMaxWidth",
                                12,
                                "showBackground",
                                true,
                                "backgroundStyle",
                                Map.of("color", "var(--ww-c0)"),
                                "label",
                                Map.of("show", true, "position", "right", "color", TEXT, "formatter", "label")),
                        Map.of(
                                "type",
                                "scatter",
                                "data",
                                marks,
                                "symbol",
                                "rect",
                                "symbolSize",
                                List.of(2, 20),
                                "itemStyle",
                                Map.of("color", TEXT))));
    }

    /** Equal squares, darker where there is more. */
    public static Map<String, ?> tiles(List<Tile> tiles) {
        List<Object> cells = new ArrayList<>();
        for (Tile tile : tiles) {
            cells.add(shaded(List.of(tile.column - 1, tile.row - 1, tile.shade), tile.text, tile.shade));
        }
        return Map.of(
                "grid",
                Map.of("left", 4, "right", 4, "top", 4, "bottom", 4),
                "xAxis",
                places(tiles.stream().mapToInt(Tile::column).max().orElse(0), false),
                "yAxis",
                places(tiles.stream().mapToInt(Tile::row).max().orElse(0), true),
                "series",
                List.of(heatmap(cells)));
    }

    private static Map<String, ?> places(int count, boolean inverse) {
        return Map.of(
                "type",
                "category",
                "data",
                IntStream.rangeClosed(1, count).boxed().toList(),
                "inverse",
                inverse,
                "show",
                false);
    }

    private static Map<String, ?> shaded(List<?> value, String text, int shade) {
        return Map.of(
                "value",
                value,
                "text",
                text,
                "itemStyle",
                Map.of("color", SHADES.get(shade), "borderColor", "var(--ww-surface)", "borderWidth", 3),
                "label",
                Map.of("color", shade == SHADES.size() - 1 ? "var(--ww-on-accent)" : TEXT));
    }

    private static Map<String, ?> heatmap(List<Object> cells) {
        return Map.of("type", "heatmap", "data", cells, "label", Map.of("show", true, "formatter", "label"));
    }

    /**
     * Darker where there is more.
     *
     * @param across names of the columns
     * @param down names of the rows
     * @param values by row and column; {@code null} where there is nothing
     * @param steps where the next darker shade begins, four of them
     */
    public static Map<String, ?> heat(
            List<String> across, List<String> down, List<List<BigDecimal>> values, List<Integer> steps) {
        List<Object> cells = new ArrayList<>();
        for (int row = 0; row < down.size(); row++) {
            for (int column = 0; column < across.size(); column++) {
                BigDecimal value = values.get(row).get(column);
                cells.add(shaded(
                        List.of(column, row, value == null ? 0 : value), Format.number(value, 2), shade(value, steps)));
            }
        }
        Map<String, Object> rows = new HashMap<>(categories(down));
        rows.put("inverse", true);
        rows.put("axisLine", Map.of("show", false));
        Map<String, Object> columns = new HashMap<>(categories(across));
        columns.put("position", "top");
        columns.put("axisLine", Map.of("show", false));
        return Map.of(
                "grid",
                Map.of("left", 4, "right", 4, "top", 4, "bottom", 4, "containLabel", true),
                "xAxis",
                columns,
                "yAxis",
                rows,
                "series",
                List.of(heatmap(cells)));
    }

    /** @return how many of the steps the value has reached; 0 for none */
    public static int shade(BigDecimal value, List<Integer> steps) {
        return value == null
                ? 0
                : (int) steps.stream()
                        .filter(step -> value.compareTo(BigDecimal.valueOf(step)) >= 0)
                        .count();
    }

    /** Plan dashed and grey, actual solid; the ends carry the names. */
    public static Map<String, ?> lines(List<String> categories, List<Line> lines) {
        return lines(
                categories,
                values(),
                lines.stream()
                        .map(line -> series(line, line.dashed ? "var(--ww-cn)" : "var(--ww-c5)", "{a} {c}"))
                        .toList());
    }

    /** Shares of 0 to 100, the last line the strongest. */
    public static Map<String, ?> shares(List<String> categories, List<Line> lines) {
        List<Object> series = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String shade = LINE_SHADES.get(Math.min(lines.size() - 1 - at, LINE_SHADES.size() - 1));
            series.add(series(lines.get(at), shade, "{a} {c}%"));
        }
        Map<String, Object> percent = new HashMap<>(values());
        percent.put("max", 100);
        percent.put("axisLabel", Map.of("color", TEXT_2, "formatter", "percent"));
        return lines(categories, percent, series);
    }

    private static Map<String, Object> series(Line line, String colour, String label) {
        Map<String, Object> one = new HashMap<>();
        one.put("type", "line");
        one.put("name", line.name);
        one.put("data", line.values);
        one.put("showSymbol", false);
        one.put("connectNulls", false);
        one.put(
                "endLabel",
                Map.of(
                        "show",
                        true,
                        "formatter",
                        label,
                        "color",
                        line.dashed ? TEXT_2 : TEXT,
                        "fontWeight",
                        line.dashed ? "normal" : "bold"));
        one.put(
                "lineStyle",
                Map.of("width", line.dashed ? 1.4 : 2, "type", line.dashed ? "dashed" : "solid", "color", colour));
        one.put("itemStyle", Map.of("color", colour));
        return one;
    }

    private static Map<String, ?> lines(List<String> categories, Map<String, ?> values, List<?> series) {
        return Map.of(
                "grid",
                Map.of("left", 4, "right", 84, "top", 12, "bottom", 4, "containLabel", true),
                "xAxis",
                categories(categories),
                "yAxis",
                values,
                "tooltip",
                tooltip(),
                "series",
                series);
    }

    private static Map<String, ?> categories(List<String> categories) {
        return Map.of(
                "type",
                "category",
                "data",
                categories,
                "axisTick",
                Map.of("show", false),
                "axisLine",
                Map.of("lineStyle", Map.of("color", LINE)),
                "axisLabel",
                categories.size() > FEW ? Map.of("color", TEXT_2) : Map.of("color", TEXT_2, "interval", 0));
    }

    private static Map<String, ?> tooltip() {
        return Map.of(
                "trigger",
                "axis",
                "backgroundColor",
                "var(--ww-surface)",
                "borderColor",
                LINE,
                "textStyle",
                Map.of("color", TEXT));
    }

    private static Map<String, ?> values() {
        return Map.of(
                "type",
                "value",
                "axisLabel",
                Map.of("color", TEXT_2),
                "splitLine",
                Map.of("lineStyle", Map.of("color", LINE)));
    }
}
