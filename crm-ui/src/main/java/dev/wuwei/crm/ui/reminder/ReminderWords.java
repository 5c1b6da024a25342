package dev.wuwei.crm.ui.reminder;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.negotiation.ReviewTopic;
import dev.wuwei.crm.projections.reminder.ReminderView;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.sentence.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a reminder says, in a language of one's choice. */
public final class ReminderWords {
    private ReminderWords() {}

    /** {@code 约定节点　一期 开工}. */
    public static String what(ReminderView reminder, Locale locale) {
        String item = item(reminder, locale);
        String kind = Words.text(reminder.kind(), locale);
        return item.isEmpty() ? kind : kind + "　" + item;
    }

    private static String item(ReminderView reminder, Locale locale) {
        return switch (reminder.kind()) {
            case MILESTONE -> {
                String[] parts = reminder.item().split("\\|", 2);
                yield parts[0] + " " + Words.text(Milestone.valueOf(parts[1]), locale);
            }
            case OPINION -> Words.text(ReviewTopic.valueOf(reminder.item()), locale);
            case COMMITMENT -> I18n.text(locale, "reminder.clause", reminder.item());
            default -> reminder.item();
        };
    }

    /** {@code 2023-11-01 到期，已过 21 天}. */
    public static String when(ReminderView reminder, LocalDate today, Locale locale) {
        long days = ChronoUnit.DAYS.between(today, reminder.dueOn());
        if (days == 0) {
            return I18n.text(locale, "reminder.due-today");
        }
        return days > 0
                ? I18n.text(locale, "reminder.due-in", reminder.dueOn(), days)
                : I18n.text(locale, "reminder.due-past", reminder.dueOn(), -days);
    }
}
