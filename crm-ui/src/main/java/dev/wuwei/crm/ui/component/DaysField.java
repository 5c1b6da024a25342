package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wuwei.crm.shared.DayRange;
import dev.wuwei.crm.shared.RuleViolated;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Days as one types them, or copies them from a notice: {@code 2027-02-06..2027-02-12, 2027-05-01至05-05}. Of the second day of a range
 * the year, and the month, may be left out.
 */
public class DaysField extends TextField {
    private static final int LONGEST = 1000;
    private static final long LONGEST_RANGE = 366;

    /** Between the two ends of a range people write two points, a wave, a dash, or either word for "until" (zhì, dào). */
    private static final Pattern ITEM = Pattern.compile(
            "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:\\s*(?:\\.\\.|~|\\uFF5E|\\u81F3|\\u5230|–|—)\\s*(?:(?:(\\d{4})-)?(\\d{1,2})-)?(\\d{1,2}))?");

    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]*");

    public DaysField(String label) {
        super(label);
        setMaxLength(LONGEST);
        setManualValidation(true);
        setValueChangeMode(ValueChangeMode.ON_CHANGE);
        setWidthFull();
        setPlaceholder(example());
    }

    private static String example() {
        LocalDate next = Today.date().plusMonths(1);
        return write(List.of(next, next.plusDays(1), next.plusDays(2), next.plusDays(5)));
    }

    /**
     * @return in their order, each once
     * @throws RuleViolated {@link DaysRule#UNREADABLE} when it is no list of days
     */
    public static List<LocalDate> read(String text, String path) {
        TreeSet<LocalDate> days = new TreeSet<>();
        String given = text.strip();
        Matcher item = ITEM.matcher(given);
        Matcher between = BETWEEN.matcher(given);
        for (int at = 0; at < given.length(); ) {
            if (!item.region(at, given.length()).lookingAt()) {
                throw RuleViolated.at(path, DaysRule.UNREADABLE, example());
            }
            try {
                DayRange range = range(item);
                if (range.first().plusDays(LONGEST_RANGE).isBefore(range.last())) {
                    throw RuleViolated.at(path, DaysRule.UNREADABLE, example());
                }
                range.days().forEach(days::add);
            } catch (DateTimeException e) {
                throw RuleViolated.at(path, DaysRule.UNREADABLE, example());
            }
            between.region(item.end(), given.length()).lookingAt();
            at = between.end();
        }
        return List.copyOf(days);
    }

    private static DayRange range(Matcher item) {
        LocalDate first = day(item.group(1), item.group(2), item.group(3));
        return item.group(6) == null
                ? new DayRange(first, first)
                : new DayRange(
                        first, day(or(item.group(4), item.group(1)), or(item.group(5), item.group(2)), item.group(6)));
    }

    private static String or(String given, String otherwise) {
        return given == null ? otherwise : given;
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /** @return as few words as there are gaps */
    public static String write(Collection<LocalDate> days) {
        return DayRange.of(days).stream().map(DayRange::toString).collect(Collectors.joining(", "));
    }
}
