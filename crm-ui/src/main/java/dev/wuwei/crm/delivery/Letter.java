package dev.wuwei.crm.delivery;

import dev.wuwei.crm.projections.reminder.ReminderView;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.reminder.ReminderNavigation;
import dev.wuwei.crm.ui.reminder.ReminderWords;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a mail or a robot says: Chinese, what is past first, no names of people. */
final class Letter {
    private static final int MOST = 30;

    private final List<ReminderView> reminders;
    private final LocalDate today;
    private final String address;

    Letter(List<ReminderView> reminders, LocalDate today, String address) {
        this.reminders = reminders;
        this.today = today;
        this.address = address;
    }

    String subject() {
        return text("delivery.subject", reminders.size(), count(true));
    }

    private long count(boolean past) {
        return due(past).size();
    }

    private List<ReminderView> due(boolean past) {
        return reminders.stream()
                .filter(each -> each.kind() != ReminderKind.DIGEST && each.past() == past)
                .toList();
    }

    private String digest() {
        return reminders.stream()
                .filter(each -> each.kind() == ReminderKind.DIGEST)
                .map(each -> ReminderWords.subject(each, I18n.CHINESE) + "：" + ReminderWords.what(each, I18n.CHINESE)
                        + "\n\n")
                .collect(Collectors.joining());
    }

    String plain() {
        return digest()
                + section("delivery.past", true, this::plainLine)
                + section("delivery.near", false, this::plainLine)
                + rest()
                + text("delivery.foot");
    }

    String markdown() {
        return "**" + subject() + "**\n" + digest() + section("delivery.past", true, this::markdownLine)
                + section("delivery.near", false, this::markdownLine) + rest();
    }

    private String section(String head, boolean past, Function<ReminderView, String> line) {
        return count(past) == 0
                ? ""
                : text(head) + "\n"
                        + due(past).stream().limit(MOST).map(line).collect(Collectors.joining("\n", "", "\n\n"));
    }

    private String rest() {
        long left = Math.max(0, count(true) - MOST) + Math.max(0, count(false) - MOST);
        return left == 0 ? "" : text("delivery.rest", left) + "\n\n";
    }

    private String plainLine(ReminderView reminder) {
        String link = link(reminder);
        return "· " + (reminder.projectNo() == null ? "" : reminder.projectNo() + " ") + name(reminder) + "　"
                + what(reminder)
                + (link == null ? "" : "\n  " + link);
    }

    private String markdownLine(ReminderView reminder) {
        String link = link(reminder);
        String name = link == null ? name(reminder) : "[" + name(reminder) + "](" + link + ")";
        return "- " + name + "　" + what(reminder);
    }

    private String what(ReminderView reminder) {
        return ReminderWords.what(reminder, I18n.CHINESE) + "，" + ReminderWords.when(reminder, today, I18n.CHINESE);
    }

    private String link(ReminderView reminder) {
        return address == null || address.isBlank()
                ? null
                : address.replaceAll("/+$", "") + "/" + ReminderNavigation.path(reminder);
    }

    private static String name(ReminderView reminder) {
        return ReminderWords.subject(reminder, I18n.CHINESE);
    }

    private static String text(String key, Object... params) {
        return I18n.text(I18n.CHINESE, key, params);
    }
}
