package dev.wuwei.crm.ui.counting;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wuwei.crm.projections.worklist.CalendarTrialQuery;
import dev.wuwei.crm.projections.worklist.CalendarTrialQuery.Moved;
import dev.wuwei.crm.projections.worklist.CalendarTrialQuery.Trial;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** 推演日历: days that would be free or worked on, as typed, and which clocks would be past then. The days are in the address. */
class CalendarTrial extends Section {
    private static final String FREE = "free";
    private static final String WORK = "work";
    private static final int MOST = 31;
    private static final int LONGEST = 400;

    private final CalendarTrialQuery query;
    private final TextField free = days("what-if.calendar.free", FREE);
    private final TextField work = days("what-if.calendar.work", WORK);
    private final Div result = new Div();

    CalendarTrial(CalendarTrialQuery query) {
        super(t("what-if.calendar"), t("what-if.calendar.note"));
        this.query = query;
        Div choices = new Div(free, work);
        choices.addClassNames("ww-policy-choices", "ww-what-if-choices");
        setBody(choices, result);
    }

    private static TextField days(String label, String parameter) {
        TextField field = Fields.text(t(label), LONGEST);
        field.setPlaceholder(Today.date() + ", " + Today.date().plusDays(1));
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addValueChangeListener(event -> {
            Set<LocalDate> days = read(event.getValue());
            field.setInvalid(days == null);
            field.setErrorMessage(days == null ? t("what-if.calendar.days", MOST, Today.date()) : null);
            if (days != null && event.isFromClient()) {
                Address.put(parameter, days.isEmpty() ? null : write(days));
            }
        });
        return field;
    }

    /** @return {@code null} when it is no list of days around today */
    private static Set<LocalDate> read(String text) {
        Set<LocalDate> days = new TreeSet<>();
        LocalDate today = Today.date();
        for (String word : text.strip().split("[\\s,，、;；]+")) {
            if (word.isEmpty()) {
                continue;
            }
            try {
                days.add(LocalDate.parse(word));
            } catch (DateTimeException e) {
                return null;
            }
        }
        boolean near =
                days.stream().allMatch(day -> day.isAfter(today.minusYears(1)) && day.isBefore(today.plusYears(1)));
        return near && days.size() <= MOST ? days : null;
    }

    private static String write(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(","));
    }

    private Set<LocalDate> asked(String parameter, TextField field) {
        String text = getUI().orElseThrow()
                .getActiveViewLocation()
                .getQueryParameters()
                .getSingleParameter(parameter)
                .orElse("");
        Set<LocalDate> days = read(text);
        if (days == null) {
            return Set.of();
        }
        field.setValue(write(days));
        return days;
    }

    /** Clocks are of today. */
    void show(AsOf day) {
        result.removeAll();
        free.setEnabled(day.isNow());
        work.setEnabled(day.isNow());
        if (day.isPast()) {
            result.add(new EmptyState(t("what-if.calendar.today"), ""));
            return;
        }
        Set<LocalDate> freeDays = asked(FREE, free);
        Set<LocalDate> workDays = asked(WORK, work);
        if (freeDays.isEmpty() && workDays.isEmpty()) {
            return;
        }
        Trial trial = query.trial(freeDays, workDays, CurrentUser.get().viewer(), Today.date());
        long overdue = trial.moved().stream().filter(Moved::overdueThen).count();
        result.add(
                new Span(t(
                        "what-if.calendar.result",
                        trial.running(),
                        overdue,
                        trial.moved().size() - overdue)),
                trial.moved().isEmpty() ? new EmptyState(t("what-if.calendar.same"), "") : table(trial));
    }

    private static Component table(Trial trial) {
        PlainTable table = new PlainTable(
                        "what-if.calendar.project",
                        "what-if.calendar.clock",
                        "counting.effect",
                        "what-if.calendar.due",
                        "what-if.calendar.then")
                .cards(1);
        trial.moved().forEach(moved -> {
            Anchor project = new Anchor(ProjectNavigation.link(moved.projectNo()), moved.projectName());
            project.addClassName("ww-strong");
            table.row(
                    project,
                    new Span(
                            moved.task() != null
                                    ? Enums.name(moved.task())
                                    : t("what-if.calendar.ticket", moved.ticketNo(), Enums.name(moved.step()))),
                    new Span(t(moved.overdueThen() ? "what-if.calendar.overdue" : "what-if.calendar.in-time")),
                    Spans.fixed(Format.date(moved.dueOn())),
                    Spans.fixed(Format.date(moved.then())));
        });
        return table.framed();
    }
}
