package dev.wuwei.crm.ui.reminder;

import static dev.wuwei.crm.ui.testing.SmallPark.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.projections.reminder.DueThing;
import dev.wuwei.crm.projections.reminder.ReminderQuery;
import dev.wuwei.crm.reminder.ReminderCommand.RaiseReminder;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InboxViewTest extends ViewTest {
    @Autowired
    private ReminderQuery reminders;

    @Autowired
    private CommandDispatcher dispatcher;

    @Autowired
    private Processors processors;

    /** What the job of the morning does. */
    @BeforeEach
    void responsesAreDue() {
        for (DueThing due : reminders.tasks(
                Map.of(ReminderKind.RESPOND, 1), Today.date(), Today.date().minusYears(1))) {
            dispatcher.send(
                    RaiseReminder.about(
                            due.recipient(),
                            due.kind(),
                            due.projectId(),
                            due.projectNo(),
                            due.projectName(),
                            due.parkCode(),
                            due.item(),
                            due.dueOn(),
                            Today.date()),
                    Caller.system());
        }
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
    }

    @Test
    void says_what_waits_until_it_is_read() {
        signIn("zhuanyuan");
        open("inbox");
        assertThat(words(view())).contains("提醒", "已经过期", LEAD, "线索待响应", "只在这里提醒，不发邮件");

        press("知道了");
        assertThat(words(view())).doesNotContain(LEAD).contains("没有未读的提醒");
    }

    @Test
    void its_links_keep_the_day_that_one_looks_at() {
        signIn("zhuanyuan");
        String day = "asOf=" + Today.date().minusDays(1);
        open("inbox?" + day);
        assertThat($(Anchor.class).all())
                .filteredOn(link -> link.getText().equals(LEAD))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.getHref()).endsWith(day));
    }

    @Test
    void is_each_persons_own_and_speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open("inbox");
        assertThat(words(view()))
                .contains("No unread reminders", "How to be reminded")
                .doesNotContain(LEAD)
                .doesNotContain("提醒");
    }

    @Test
    void an_address_that_is_none_is_refused_at_its_field() {
        signIn("fuzeren");
        open("inbox");
        long before = events();
        press("设置提醒邮箱");
        fill("邮箱", "li.park");
        press("设置提醒邮箱");
        assertThat(errors()).containsEntry("邮箱", "邮箱地址不对，例如 li@park.gov.cn。");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void nothing_is_put_off_or_silenced_from_the_past() {
        signIn("zhuanyuan");
        open("inbox");
        assertThat(menu()).extracting(entry -> entry.getText()).anyMatch(text -> text.contains("不再提醒"));

        open("inbox?asOf=" + Today.date().minusDays(1));
        assertThat(words(view())).contains(LEAD);
        assertThat(menu()).isEmpty();
    }
}
