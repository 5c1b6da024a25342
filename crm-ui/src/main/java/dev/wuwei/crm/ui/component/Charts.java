package dev.wuwei.crm.ui.component;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The usual charts as ECharts options: no legend where a label does, grey for what is given, the accent for what moved. */
public final class Charts {
    private static final String TEXT = "var(--ww-text)";
    private static final String TEXT_2 = "var(--ww-text-2)";
    private static final String LINE = "var(--ww-line)";

    /** So many categories all have their name below them. */
    private static final int FEW = 7;

    /** Of several lines of one kind, from the strongest. */
    private static final List<String> SHADES = List.of("var(--ww-c5)", "var(--ww-c3)", "var(--ww-c2)");

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

    /** Bars to the right, each with its count; the note of each step has a row of its own below its bar. */
    public static Map<String, ?> funnel(List<Step> steps) {
        List<Object> names = new ArrayList<>();
        List<Object> bars = new ArrayList<>();
        for (Step step : steps) {
            names.add(step.name);
            bars.add(Map.of(
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
                        "value",
                        0,
                        "text",
                        step.note,
                        "label",
                        Map.of("color", "var(--ww-text-3)", "fontWeight", "normal", "fontSize", 11, "distance", 0)));
            }
        }
        Map<String, Object> axis = new HashMap<>();
        axis.put("type", "category");
        axis.put("inverse", true);
        axis.put("data", names);
        axis.put("axisLine", Map.of("show", false));
        axis.put("axisTick", Map.of("show", false));
        axis.put("axisLabel", Map.of("color", TEXT_2, "interval", 0));
        return Map.of(
                "grid",
                Map.of("left", 0, "right", 48, "top", 0, "bottom", 0, "containLabel", true),
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

    /** Opening, what moved, closing. Rises in the accent, falls dark, the sign in the label. */
    public static Map<String, ?> waterfall(List<Bar> bars) {
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
                    bar.total ? Format.number(bar.amount, 2) : Format.signed(bar.amount, 2),
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
                        Map.of("color", TEXT_2, "interval", 0, "lineHeight", 16)),
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
            String shade = SHADES.get(Math.min(lines.size() - 1 - at, SHADES.size() - 1));
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
                Map.of(
                        "trigger",
                        "axis",
                        "backgroundColor",
                        "var(--ww-surface)",
                        "borderColor",
                        LINE,
                        "textStyle",
                        Map.of("color", TEXT)),
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
