package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.testing.SmallPark.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.wuwei.crm.lead.LeadCommand.RegisterLead;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.projections.ledger.PointsInTime;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.SampleLead;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is true of every page while one looks at another day than today. */
class PastTest extends ViewTest {
    @Autowired
    private PointsInTime points;

    @Autowired
    private CommandRunner commands;

    private LocalDate first() {
        return points.first().orElseThrow().day();
    }

    private static LocalDate yesterday() {
        return Today.date().minusDays(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "leads",
                "signings",
                "followups",
                "totals",
                "cockpit",
                "tickets",
                "targets",
                "audit",
                "returns"
            })
    void a_day_before_anything_happened_is_answered_in_a_sentence(String page) {
        signIn("lingdao");
        open(page + "?asOf=1999-01-01");

        assertThat(page())
                .contains("这个看不了", "最早只能看到 " + first() + "，看不到 1999-01-01")
                .doesNotContain("可告诉管理员", "你在看");
        assertThat(findInView(Anchor.class).all())
                .extracting(Anchor::getHref)
                .containsExactly("/" + page + "?asOf=" + first(), "/" + page);
    }

    @Test
    void so_is_an_instant_before_anything_was_known_in_english() {
        signIn("shenji", I18n.ENGLISH);
        open("leads?knownAt=1999-01-01T00:00:00Z&industry=textile");

        assertThat(page()).contains("This cannot be shown", "Back to today").doesNotContain("You are looking at");
        open("leads?asOf=" + first());
        assertThat(page()).contains("You are looking at");
    }

    @Test
    void what_was_known_at_an_instant_is_for_who_judges_it() {
        String now = "leads?knownAt=" + Today.instant();
        signIn("zhuanyuan");
        open(now);
        assertThat(page()).contains("只给领导、督查和审计看").doesNotContain(LEAD, "你在看");
        signIn("guanli");
        open(now);
        assertThat(page()).contains("只给领导、督查和审计看");

        for (String judge : List.of("lingdao", "ducha", "shenji")) {
            signIn(judge);
            open(now);
            assertThat(page()).as(judge).contains("你在看", LEAD);
        }
    }

    private List<RadioButtonGroup> openPicker(String username) {
        signIn(username);
        open("leads");
        find(Popover.class).withClassName("ww-asof-popover").single().setOpened(true);
        roundTrip();
        return find(RadioButtonGroup.class).all().stream()
                .filter(Component::isVisible)
                .toList();
    }

    @Test
    void the_picker_offers_the_days_and_the_knowledge_that_there_are() {
        assertThat(openPicker("lingdao")).hasSize(1);
        assertThat(openPicker("zhuanyuan")).isEmpty();

        DatePicker day = find(DatePicker.class)
                .withCondition(each -> "看哪一天".equals(each.getLabel()))
                .single();
        assertThat(day.getMin()).isEqualTo(first());
        day.setValue(first().minusDays(1));
        press("查看");
        assertThat(day.isInvalid()).isTrue();
        assertThat(day.getErrorMessage()).contains("最早只能看到 " + first());
        assertThat(page()).doesNotContain("你在看");
    }

    @Test
    void the_way_home_and_to_the_inbox_keeps_the_day() {
        signIn("zhuanyuan");
        open("leads?asOf=" + yesterday());
        assertThat(find(Anchor.class).withClassName("ww-brand").single().getHref())
                .isEqualTo("/?asOf=" + yesterday());

        find(Button.class).withClassName("ww-bell").single().click();
        roundTrip();
        assertThat(page()).contains("这一页只有今天的", "你选的是");
    }

    @Test
    void nothing_is_sent_from_a_page_of_the_past() {
        signIn("zhuanyuan");
        open("leads?asOf=" + yesterday());
        long before = events();

        assertThatThrownBy(() -> commands.send(new RegisterLead(
                        LeadId.next(),
                        ProjectId.next(),
                        SampleLead.details("昨天登记的"),
                        "liangchan",
                        null,
                        null,
                        null,
                        Today.date())))
                .hasMessage("past.read-only");

        assertThat(events()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"leads", "negotiations", "signings", "inbox", "returns", "tickets", "publications", "targets"})
    void no_button_of_a_past_page_changes_anything(String page) {
        signIn("fuzeren");
        long before = events();
        String address = page + "?asOf=" + yesterday();
        open(address);
        int buttons = pressable().size();
        for (int i = 0; i < buttons; i++) {
            open(address);
            List<Button> now = pressable();
            if (i < now.size()) {
                now.get(i).click();
                roundTrip();
            }
        }
        assertThat(events()).isEqualTo(before);
    }

    private List<Button> pressable() {
        return findInView(Button.class).all().stream().filter(Button::isEnabled).toList();
    }
}
