package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A working deadline: a clock and words ({@code 剩 2 天}, {@code 今天到期}, {@code 超 2 天}), never a light. */
public class Deadline extends Span {
    /** Nearer than this it is yellow. */
    public static final int SOON_DAYS = 3;

    private Deadline(Words words) {
        if (words.urgent() || words.over()) {
            addClassName("ww-due");
            setClassName("ww-due-over", words.over());
            add(Icon.CLOCK.create());
        } else {
            addClassName("ww-2");
        }
        add(new Span(words.text()));
    }

    /** What is shown, for cells that are drawn from a template. */
    public record Words(String text, boolean urgent, boolean over) {
        public static final Words NONE = new Words(Format.NOTHING, false, false);

        /** @param days left; negative when it is over */
        public static Words ofDays(long days) {
            if (days == 0) {
                return new Words(t("format.due-today"), true, false);
            }
            return days > 0
                    ? new Words(t("format.left", Format.count(days)), days <= SOON_DAYS, false)
                    : new Words(t("format.over", Format.count(-days)), false, true);
        }

        /** @param days working days left; negative when it is over */
        public static Words ofWorkingDays(long days) {
            if (days == 0) {
                return new Words(t("format.due-today"), true, false);
            }
            return days > 0
                    ? new Words(t("format.left-working", Format.count(days)), days <= SOON_DAYS, false)
                    : new Words(t("format.over-working", Format.count(-days)), false, true);
        }
    }

    public static Deadline of(Words words) {
        return new Deadline(words);
    }

    public static Deadline on(LocalDate due) {
        return new Deadline(
                due == null
                        ? Words.NONE
                        : Words.ofDays(ChronoUnit.DAYS.between(AsOf.current().dayOrToday(), due)));
    }
}
