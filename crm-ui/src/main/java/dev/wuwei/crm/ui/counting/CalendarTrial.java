package dev.wuwei.crm.ui.counting;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.calendar.AdoptedDays;
import dev.wuwei.crm.calendar.CalendarBook;
import dev.wuwei.crm.calendar.CalendarBook.Decision;
import dev.wuwei.crm.calendar.CalendarCommand.AdoptCalendar;
import dev.wuwei.crm.calendar.CalendarEvent;
import dev.wuwei.crm.calendar.CalendarEvent.CalendarAdopted;
import dev.wuwei.crm.calendar.CalendarEvent.CalendarWithdrawn;
import dev.wuwei.crm.calendar.CalendarId;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.worklist.CalendarTrialQuery;
import dev.wuwei.crm.projections.worklist.CalendarTrialQuery.Moved;
import dev.wuwei.crm.projections.worklist.CalendarTrialQuery.Trial;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.DaysField;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * 推演日历: days that would be free or worked on, as typed, and which clocks would be past then. The days are in the address. What was
 * tried can be adopted; below stands what was.
 */
class CalendarTrial extends Section {
    private static final String FREE = "free";
    private static final String WORK = "work";

    private final CalendarTrialQuery query;
    private final CalendarBook book;
    private final StaffQuery staff;
    private final CommandDialogs dialogs;
    private final DaysField free = days("what-if.calendar.free", FREE);
    private final DaysField work = days("what-if.calendar.work", WORK);
    private final Div result = new Div();
    private AsOf shown = AsOf.NOW;

    CalendarTrial(CalendarTrialQuery query, CalendarBook book, StaffQuery staff, CommandDialogs dialogs) {
        super(t("what-if.calendar"), t("what-if.calendar.note"));
        this.query = query;
        this.book = book;
        this.staff = staff;
        this.dialogs = dialogs;
        Div choices = new Div(free, work);
        choices.addClassNames("ww-policy-choices", "ww-what-if-choices");
        result.addClassName("ww-policies");
        setBody(choices, result);
        aside(dialogs.button("calendar.AdoptCalendar", Icon.CHECK, this::adoption, done -> show(shown)));
    }

    private static DaysField days(String label, String parameter) {
        DaysField field = new DaysField(t(label));
        field.addValueChangeListener(event -> {
            try {
                List<LocalDate> days = read(event.getValue(), parameter);
                field.setInvalid(false);
                if (event.isFromClient()) {
                    Address.put(parameter, days.isEmpty() ? null : DaysField.write(days));
                }
            } catch (RuleViolated refused) {
                field.setInvalid(true);
                field.setErrorMessage(ErrorTexts.of(refused));
            }
        });
        return field;
    }

    /** What can be tried is what can be adopted. */
    private static List<LocalDate> read(String text, String parameter) {
        return AdoptCalendar.checked(DaysField.read(text, parameter), parameter, Today.date());
    }

    private List<LocalDate> asked(String parameter, DaysField field) {
        String text = getUI().orElseThrow()
                .getActiveViewLocation()
                .getQueryParameters()
                .getSingleParameter(parameter)
                .orElse("");
        try {
            List<LocalDate> days = read(text, parameter);
            field.setValue(DaysField.write(days));
            return days;
        } catch (RuleViolated refused) {
            return List.of();
        }
    }

    private CommandContext adoption() {
        List<LocalDate> freeDays = asked(FREE, free);
        List<LocalDate> workDays = asked(WORK, work);
        return context()
                .with("free", freeDays)
                .with("work", workDays)
                .with("holdsFrom", AdoptedDays.first(freeDays, workDays).orElse(Today.date()));
    }

    private static CommandContext context() {
        return CommandContext.empty().about(t("what-if.calendar.subject")).with("calendarId", CalendarId.ALL);
    }

    /** Clocks are of today. */
    void show(AsOf day) {
        shown = day;
        result.removeAll();
        free.setEnabled(day.isNow());
        work.setEnabled(day.isNow());
        if (day.isPast()) {
            result.add(new EmptyState(t("what-if.calendar.today"), ""));
        } else {
            Set<LocalDate> freeDays = Set.copyOf(asked(FREE, free));
            Set<LocalDate> workDays = Set.copyOf(asked(WORK, work));
            if (!freeDays.isEmpty() || !workDays.isEmpty()) {
                tried(query.trial(freeDays, workDays, CurrentUser.get().viewer(), Today.date()));
            }
        }
        List<Decision> decisions = decisions(day);
        if (!decisions.isEmpty()) {
            result.add(history(decisions));
        }
    }

    private void tried(Trial trial) {
        long overdue = trial.moved().stream().filter(Moved::overdueThen).count();
        Section moved = new Section(
                t(
                        "what-if.calendar.result",
                        trial.running(),
                        overdue,
                        trial.moved().size() - overdue),
                "",
                trial.moved().isEmpty() ? new EmptyState(t("what-if.calendar.same"), "") : table(trial));
        result.add(
                trial.moved().isEmpty()
                        ? moved
                        : moved.aside(new ExportButton(t("component.list.export"), () -> export(trial))));
    }

    private List<Decision> decisions(AsOf day) {
        Instant knownAt = day.query().knownAt();
        return knownAt == null ? book.decisions() : book.decisionsKnownAt(knownAt);
    }

    /** @param decisions in the order in which they were recorded */
    private Component history(List<Decision> decisions) {
        Deque<Decision> standing = new ArrayDeque<>();
        for (Decision decision : decisions) {
            switch (decision.event()) {
                case CalendarAdopted adopted -> standing.push(decision);
                case CalendarWithdrawn withdrawn -> standing.pop();
            }
        }
        DecisionTable table = new DecisionTable(
                DecisionTable.people(decisions.stream().map(Decision::decidedBy).toList(), staff));
        decisions
                .reversed()
                .forEach(decision -> table.row(
                        decision.event().from(),
                        words(decision.event()),
                        decision.event().occurredOn(),
                        decision.decidedBy(),
                        decision.reason(),
                        decision.equals(standing.peek())
                                ? dialogs.menu(
                                        List.of("calendar.WithdrawCalendar"),
                                        CalendarTrial::context,
                                        done -> show(shown))
                                : null));
        return new Section(t("what-if.calendar.history"), t("what-if.calendar.history.note"), table.framed());
    }

    private static String words(CalendarEvent event) {
        String days = Format.joined(
                days("what-if.calendar.days-off", event.free()), days("what-if.calendar.days-worked", event.work()));
        return event instanceof CalendarWithdrawn ? t("what-if.calendar.withdrawn", days) : days;
    }

    private static String days(String key, List<LocalDate> days) {
        return days.isEmpty() ? null : t(key, DaysField.write(days));
    }

    private static Component table(Trial trial) {
        PlainTable table = PlainTable.headed(heads()).cards(1);
        trial.moved().forEach(moved -> {
            Anchor project = new Anchor(ProjectNavigation.link(moved.projectNo()), moved.projectName());
            project.addClassName("ww-strong");
            table.row(
                    project,
                    new Span(clock(moved)),
                    new Span(effect(moved)),
                    Spans.fixed(Format.date(moved.dueOn())),
                    Spans.fixed(Format.date(moved.then())));
        });
        return table.framed();
    }

    private static List<String> heads() {
        return List.of(
                t("what-if.calendar.project"),
                t("what-if.calendar.clock"),
                t("counting.effect"),
                t("what-if.calendar.due"),
                t("what-if.calendar.then"));
    }

    private static String clock(Moved moved) {
        return moved.task() != null
                ? Enums.name(moved.task())
                : t("what-if.calendar.ticket", moved.ticketNo(), Enums.name(moved.step()));
    }

    private static String effect(Moved moved) {
        return t(moved.overdueThen() ? "what-if.calendar.overdue" : "what-if.calendar.in-time");
    }

    private static Table export(Trial trial) {
        return Table.of(
                "what-if-calendar",
                heads(),
                trial.moved().stream()
                        .map(moved -> List.<Object>of(
                                moved.projectName(), clock(moved), effect(moved), moved.dueOn(), moved.then()))
                        .toList());
    }
}
