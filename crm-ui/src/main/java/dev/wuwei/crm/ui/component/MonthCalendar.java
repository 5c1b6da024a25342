package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** A month, Monday first, with the holidays of the official calendar; on a phone a list of the days that hold something. */
public class MonthCalendar extends Composite<Div> {
    /** What a colour stands for. */
    public enum Tone {
        CONTACT,
        DEADLINE,
        FACT
    }

    /**
     * @param text what is seen
     * @param note what it is, for pointer and screen reader
     * @param link where it leads
     */
    public record Entry(Tone tone, String text, String note, String link) {}

    /** @param more entries that are not shown */
    public record Day(List<Entry> entries, long more) {}

    private final WorkingCalendar calendar;
    private final Span title = new Span();
    private final Div days = new Div();
    private YearMonth month;

    /** @param turn to another month */
    public MonthCalendar(WorkingCalendar calendar, SerializableConsumer<YearMonth> turn) {
        this.calendar = calendar;
        Button before = arrow(Icon.CHEVRON_LEFT, t("component.month.before"), () -> turn.accept(month.minusMonths(1)));
        Button after = arrow(Icon.CHEVRON_RIGHT, t("component.month.after"), () -> turn.accept(month.plusMonths(1)));
        Button now = new Button(t("component.month.now"), event -> turn.accept(YearMonth.from(Today.date())));
        now.addThemeVariants(ButtonVariant.SMALL);
        title.addClassName("ww-strong");
        title.getElement().setAttribute("aria-live", "polite");
        Div head = new Div(before, title, after, now);
        head.addClassName("ww-month-head");
        days.addClassName("ww-month-days");
        getContent().addClassName("ww-month");
        getContent().add(head, days);
    }

    private static Button arrow(Icon icon, String label, Runnable turn) {
        Button button = new Button(icon.create(), event -> turn.run());
        button.setAriaLabel(label);
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    /** The weeks that a month touches, whole. */
    public static LocalDate firstShown(YearMonth month) {
        return month.atDay(1).with(DayOfWeek.MONDAY);
    }

    public static LocalDate lastShown(YearMonth month) {
        return month.atEndOfMonth().with(DayOfWeek.SUNDAY);
    }

    public void show(YearMonth shown, Map<LocalDate, Day> held) {
        month = shown;
        title.setText(t("component.month.title", String.valueOf(shown.getYear()), shown.getMonthValue()));
        days.removeAll();
        for (DayOfWeek day : DayOfWeek.values()) {
            Span head = new Span(t("component.month.weekday." + day.getValue()));
            head.addClassName("ww-month-weekday");
            days.add(head);
        }
        for (LocalDate day = firstShown(shown); !day.isAfter(lastShown(shown)); day = day.plusDays(1)) {
            days.add(cell(day, held.getOrDefault(day, new Day(List.of(), 0))));
        }
    }

    private Div cell(LocalDate day, Day held) {
        Span number = new Span(String.valueOf(day.getDayOfMonth()));
        number.addClassName("ww-month-number");
        number.getElement().setAttribute("aria-label", Format.dayAndWeekday(day));
        Div head = new Div(number, mark(day));
        head.addClassName("ww-month-day-head");
        Div cell = new Div(head);
        cell.addClassName("ww-month-day");
        cell.setClassName("ww-month-outside", !YearMonth.from(day).equals(month));
        cell.setClassName("ww-month-off", !calendar.isWorkingDay(day));
        cell.setClassName("ww-month-today", day.equals(Today.date()));
        cell.setClassName("ww-month-empty", held.entries().isEmpty());
        held.entries().forEach(entry -> cell.add(link(entry)));
        if (held.more() > 0) {
            Span more = new Span(t("component.month.more", held.more()));
            more.addClassName("ww-note");
            cell.add(more);
        }
        return cell;
    }

    /** 休 for a holiday in the week, 班 for a weekend that is worked. */
    private Span mark(LocalDate day) {
        boolean weekend = day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
        boolean worked = calendar.isWorkingDay(day);
        Span mark = new Span(weekend == worked ? t(worked ? "component.month.worked" : "component.month.holiday") : "");
        mark.addClassName("ww-note");
        return mark;
    }

    private static Anchor link(Entry entry) {
        Anchor link = new Anchor(entry.link(), entry.text());
        link.addClassNames("ww-month-entry", "ww-month-" + Address.word(entry.tone()));
        link.setTitle(entry.note());
        link.getElement().setAttribute("aria-label", entry.text() + " " + entry.note());
        return link;
    }
}
