package dev.wuwei.crm.ui.reminder;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.negotiation.ReviewTopic;
import dev.wuwei.crm.projections.reminder.ReminderView;
import dev.wuwei.crm.reminder.Digest;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.sentence.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a reminder says, in a language of one's choice. */
public final class ReminderWords {
    private ReminderWords() {}

    /** @return what it is about: the project's name, the campaign's, or what kind it is */
    public static String subject(ReminderView reminder, Locale locale) {
        return switch (reminder.kind()) {
            case DIGEST, TOTALS_CHECK -> Words.text(reminder.kind(), locale);
            case CAMPAIGN -> campaign(reminder)[1];
            default -> reminder.projectName();
        };
    }

    /** @return id and name */
    static String[] campaign(ReminderView reminder) {
        return reminder.item().split("\\|", 2);
    }

    /** {@code 新线索 3、走访 12、超期阶段 2}. */
    private static String figures(Digest digest, Locale locale) {
        return digest.figures().entrySet().stream()
                .map(figure -> Words.text(figure.getKey(), locale) + " " + figure.getValue())
                .collect(Collectors.joining(I18n.text(locale, "sentence.list-comma")));
    }

    /** {@code 约定节点　一期 开工}. */
    public static String what(ReminderView reminder, Locale locale) {
        if (reminder.kind() == ReminderKind.DIGEST) {
            return figures(Digest.of(reminder.item()), locale);
        }
        if (reminder.kind() == ReminderKind.TOTALS_CHECK) {
            return I18n.text(locale, "reminder.totals-check", reminder.item());
        }
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
            case LIGHT -> {
                String[] parts = reminder.item().split("\\|", 2);
                yield parts[0] + " " + I18n.text(locale, "component.light." + parts[1].toLowerCase(Locale.ROOT));
            }
            case OPINION -> Words.text(ReviewTopic.valueOf(reminder.item()), locale);
            case CAMPAIGN -> "";
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
