package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * 横道图: each step on a line, what was first planned above what is planned now, and over that what happened or is forecast.
 * It is a picture; whoever cannot see it reads the table that stands beside it.
 */
public class Gantt extends Div {
    private static final int MOST_MONTHS = 12;

    /** A span of days. */
    public record Stretch(LocalDate from, LocalDate to) {}

    /** How the bar of what happened is drawn. */
    public enum Kind {
        DONE,
        RUNNING,
        FORECAST
    }

    /**
     * One line.
     *
     * @param baseline as first planned, {@code null} when the plan is the first
     * @param actual what happened, or is forecast
     * @param late the actual bar ends after the planned one
     * @param words at the end of the line: slack or days late
     */
    public record Line(
            String name, Stretch plan, Stretch baseline, Stretch actual, Kind kind, boolean late, String words) {}

    private final LocalDate from;
    private final long days;

    /** @param today drawn as a line */
    public Gantt(String description, List<Line> lines, LocalDate today) {
        addClassName("ww-gantt");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", description);
        YearMonth first = YearMonth.from(dates(lines).reduce(today, (a, b) -> a.isBefore(b) ? a : b));
        YearMonth last = YearMonth.from(dates(lines).reduce(today, (a, b) -> a.isAfter(b) ? a : b));
        from = first.atDay(1);
        days = ChronoUnit.DAYS.between(from, last.plusMonths(1).atDay(1));
        add(axis(first, last, today));
        lines.forEach(line -> add(line(line, today)));
        add(legend(lines.stream().anyMatch(line -> line.baseline() != null)));
    }

    private static Stream<LocalDate> dates(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.plan(), line.baseline(), line.actual()))
                .filter(stretch -> stretch != null)
                .flatMap(stretch -> Stream.of(stretch.from(), stretch.to()));
    }

    private Div axis(YearMonth first, YearMonth last, LocalDate today) {
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        long each = (months + MOST_MONTHS - 1) / MOST_MONTHS;
        Div lane = lane();
        lane.addClassName("ww-gantt-months");
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(each)) {
            Span tick = new Span(month.toString());
            lane.add(Along.at(at(month.atDay(1)), tick));
        }
        Span now = new Span(t("gantt.today"));
        now.addClassName("ww-gantt-now");
        lane.add(Along.at(at(today), now));
        Div row = new Div(new Span(), lane, new Span());
        row.addClassNames("ww-gantt-line", "ww-gantt-axis");
        return row;
    }

    private Div line(Line line, LocalDate today) {
        Div lane = lane();
        if (line.baseline() != null) {
            lane.add(bar(line.baseline(), "ww-gantt-baseline"));
        }
        lane.add(bar(line.plan(), "ww-gantt-plan"));
        Span actual = bar(line.actual(), "ww-gantt-" + line.kind().name().toLowerCase(Locale.ROOT));
        actual.setClassName("ww-gantt-late", line.late());
        Span now = new Span();
        now.addClassName("ww-gantt-today");
        lane.add(actual, Along.at(at(today), now));
        Span words = new Span(line.words());
        words.addClassName("ww-gantt-words");
        words.setClassName("ww-late-words", line.late());
        Span name = new Span(line.name());
        name.addClassName("ww-gantt-name");
        Div row = new Div(name, lane, words);
        row.addClassName("ww-gantt-line");
        return row;
    }

    private static Div lane() {
        Div lane = new Div();
        lane.addClassName("ww-gantt-lane");
        return lane;
    }

    private Span bar(Stretch stretch, String kind) {
        Span bar = new Span();
        bar.addClassNames("ww-gantt-bar", kind);
        return Along.between(at(stretch.from()), at(stretch.to()), bar);
    }

    private double at(LocalDate day) {
        return 100.0 * ChronoUnit.DAYS.between(from, day) / days;
    }

    private static Div legend(boolean baseline) {
        Div legend = new Div();
        legend.addClassName("ww-gantt-legend");
        if (baseline) {
            legend.add(sign("baseline"));
        }
        Stream.of("plan", "done", "running", "forecast", "late").forEach(kind -> legend.add(sign(kind)));
        return legend;
    }

    private static Span sign(String kind) {
        Span sign = new Span();
        sign.addClassNames("ww-gantt-bar", "ww-gantt-" + kind);
        if (kind.equals("late")) {
            sign.addClassName("ww-gantt-running");
        }
        return new Span(sign, new Span(t("gantt." + kind)));
    }
}
