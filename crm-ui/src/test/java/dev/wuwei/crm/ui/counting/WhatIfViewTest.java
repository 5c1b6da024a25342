package dev.wuwei.crm.ui.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.calendar.CalendarCommand.AdoptCalendar;
import dev.wuwei.crm.calendar.CalendarCommand.WithdrawCalendar;
import dev.wuwei.crm.lead.LeadCommand.ReckonClock;
import dev.wuwei.crm.lead.LeadCommand.RegisterLead;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.standard.StandardCommand.AdoptStandard;
import dev.wuwei.crm.standard.StandardCommand.WithdrawStandard;
import dev.wuwei.crm.standard.StandardsId;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.SampleLead;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WhatIfViewTest extends ViewTest {
    @Autowired
    private CommandDispatcher dispatcher;

    @Autowired
    private Processors processors;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private ProjectQuery projects;

    private void adopt(Standard standard, String limit, LocalDate from) {
        dispatcher.send(
                new AdoptStandard(StandardsId.ALL, standard, new BigDecimal(limit), from, Today.date(), "对标全省"),
                Caller.system());
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
    }

    private LocalDate dueOn(LeadId lead) {
        return projects.findByAggregate(lead.value(), Viewer.everything(), Today.date())
                .orElseThrow()
                .clock()
                .dueOn();
    }

    private void withdraw(Standard standard) {
        dispatcher.send(new WithdrawStandard(StandardsId.ALL, standard, Today.date(), "推迟"), Caller.system());
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
    }

    @Test
    void begins_with_tax_over_the_land_and_says_what_holds_and_what_it_needs() {
        signIn("lingdao");
        open("what-if?standard=tax-per-mu");

        assertThat(page()).contains("推演", "现行", "3 万元/亩·年", "一直如此", "企业实绩报满十二个月");
    }

    @Test
    void red_lights_are_tried_at_another_number_of_days_in_words_of_their_own() {
        signIn("lingdao");
        open("what-if?standard=late-red&tried=1");

        assertThat(page()).contains("没有期次亮这种灯");
    }

    @Test
    void a_limit_that_is_none_is_refused_at_its_field() {
        signIn("lingdao");
        open("what-if");
        fill("改为", new BigDecimal("-1"));
        assertThat(errors()).containsEntry("改为", "填大于 0、不超过 1,000,000 的数，最多两位小数。");

        fill("改为", new BigDecimal("5.125"));
        assertThat(errors()).containsKey("改为");

        fill("改为", new BigDecimal("6"));
        assertThat(errors()).isEmpty();

        open("what-if?standard=start-red");
        fill("改为", new BigDecimal("2.5"));
        assertThat(errors()).containsEntry("改为", "填 1 到 1,000 的整数。");
    }

    @Test
    void a_leader_adopts_what_was_tried_from_a_day_on_and_is_refused_at_the_field() {
        LocalDate next = Today.date().plusYears(1);
        signIn("lingdao");
        open("what-if?standard=output-per-mu&tried=260");
        long before = events();
        press("采用标准");
        fill("限值", new BigDecimal("200"));
        fill("原因", "对标全省");
        press("采用标准");
        assertThat(errors()).containsEntry("限值", "那一天执行的就是这个限值。");
        fill("限值", new BigDecimal("260"));
        fill("起用日期", LocalDate.of(1979, 1, 1));
        press("采用标准");
        assertThat(errors()).containsOnlyKeys("起用日期");
        assertThat(events()).isEqualTo(before);

        fill("起用日期", next);
        press("采用标准");
        assertThat(events()).isEqualTo(before + 1);
        assertThat(page())
                .contains("200 万元/亩·年", "自 " + next + " 起 260 万元/亩·年", "标准沿革", "采用 260 万元/亩·年（原 200 万元/亩·年）", "对标全省");
        withdraw(Standard.OUTPUT_PER_MU);
    }

    @Test
    void what_was_adopted_holds_since_its_day_and_what_was_withdrawn_is_told() {
        LocalDate from = Today.date().minusDays(40);
        adopt(Standard.INVESTMENT_INTENSITY, "220", from);
        signIn("ducha");
        open("what-if?standard=investment-intensity");
        assertThat(page()).contains("220 万元/亩", from.toString(), "对标全省");
        assertThat(buttons()).doesNotContain("采用标准");
        open("what-if?standard=investment-intensity&asOf=" + from.minusDays(1));
        assertThat(page()).contains("200 万元/亩", "一直如此");

        withdraw(Standard.INVESTMENT_INTENSITY);
        open("what-if?standard=investment-intensity");
        assertThat(page()).contains("撤回 220 万元/亩，仍按 200 万元/亩", "推迟", "一直如此");
    }

    @Test
    void another_calendar_is_tried_with_days_as_typed_and_refused_where_they_are_none() {
        signIn("lingdao");
        open("what-if");
        fill("增加的休息日", "明天");
        assertThat(errors()).containsKey("增加的休息日");
        fill("增加的休息日", "1999-01-01");
        assertThat(errors()).containsKey("增加的休息日");
        fill("增加的休息日", Today.date().plusYears(2).plusDays(1).toString());
        assertThat(errors().get("增加的休息日")).startsWith("只能填");
        fill("增加的休息日", Today.date() + "至" + Today.date().plusDays(1));
        assertThat(errors()).isEmpty();

        open("what-if?free=" + Today.date());
        assertThat(page()).contains("受影响的时限");
        open("what-if?free=" + Today.date() + "&asOf=" + Today.date().minusDays(9));
        assertThat(page()).contains("时限按今天计算");
    }

    @Test
    void a_calendar_that_was_tried_is_adopted_refused_at_its_fields_and_withdrawn() {
        LocalDate monday = Today.date().plusYears(1).with(DayOfWeek.MONDAY);
        signIn("guanli");
        open("what-if?free=" + monday + ".." + monday.plusDays(1));
        long before = events();
        press("采用日历");
        fill("上班日", monday.plusDays(2).toString());
        fill("依据（如通知文号）", "国办发明电〔2026〕7 号");
        press("采用日历");
        assertThat(errors()).containsOnlyKeys("上班日");
        fill("上班日", monday.plusDays(5) + "、");
        fill("起用日期", monday.plusDays(1));
        press("采用日历");
        assertThat(errors()).containsOnlyKeys("起用日期");
        fill("休息日", "春节");
        press("采用日历");
        assertThat(errors()).containsOnlyKeys("休息日");
        assertThat(events()).isEqualTo(before);

        fill("休息日", monday + ".." + monday.plusDays(1));
        fill("起用日期", monday);
        assertThat(calendar.isWorkingDay(monday)).isTrue();
        press("采用日历");
        assertThat(events()).isEqualTo(before + 1);
        assertThat(calendar.isWorkingDay(monday)).isFalse();
        assertThat(calendar.isWorkingDay(monday.plusDays(5))).isTrue();
        assertThat(page())
                .contains("日历沿革", "休 " + monday + ".." + monday.plusDays(1), "班 " + monday.plusDays(5), "〔2026〕7 号");

        choose("撤回日历");
        fill("原因", "改期");
        press("撤回日历");
        assertThat(page()).contains("撤回：休 " + monday, "改期");
        assertThat(events()).isEqualTo(before + 2);
        assertThat(calendar.isWorkingDay(monday)).isTrue();
        signIn("shenji");
        open("audit");
        String days = "休 " + monday + ".." + monday.plusDays(1) + "，班 " + monday.plusDays(5);
        assertThat(page()).contains("采用工作日历，自 " + monday + " 起：" + days, "撤回自 " + monday + " 起采用的工作日历：" + days);
        signIn("ducha");
        open("what-if");
        assertThat(page()).contains("日历沿革");
        assertThat(buttons()).doesNotContain("采用日历");
    }

    @Test
    void a_clock_that_runs_moves_with_the_calendar_and_back_and_the_project_tells_of_it() {
        LocalDate today = Today.date();
        LeadId lead = LeadId.next();
        dispatcher.send(
                new RegisterLead(
                        lead, ProjectId.next(), SampleLead.details("癸亥日历项目"), "liangchan", null, null, null, today),
                Caller.system());
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
        LocalDate due = dueOn(lead);

        dispatcher.send(new AdoptCalendar(null, List.of(due), List.of(), due, today, "台风停工"), Caller.system());
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
        LocalDate then = calendar.plusWorkingDays(due, 1);
        assertThat(dueOn(lead)).isEqualTo(then).isAfter(due);
        long moved = events();
        dispatcher.send(new ReckonClock(lead, "台风停工"), Caller.system());
        assertThat(events()).as("a policy that begins again").isEqualTo(moved);

        dispatcher.send(new WithdrawCalendar(null, today, "未停工"), Caller.system());
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
        assertThat(dueOn(lead)).isEqualTo(due);
        signIn("shenji");
        open("audit");
        assertThat(page()).contains("响应期限由 " + due + " 改为 " + then, "响应期限由 " + then + " 改为 " + due, "台风停工");
    }

    @Test
    void the_history_tells_of_decisions_in_both_languages() {
        adopt(Standard.FULL_CAPACITY, "90", Today.date().plusDays(30));
        withdraw(Standard.FULL_CAPACITY);
        signIn("shenji");
        open("audit");
        assertThat(page()).contains("采用标准“达产（约定产值、税收的 %）”90，自", "撤回自");
        signIn("shenji", I18n.ENGLISH);
        open("audit");
        assertThat(page()).contains("adopted the standard “Full capacity (% of the output and tax agreed)” 90");
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open("what-if?standard=full-capacity");

        assertThat(page())
                .contains("What if", "Trying changes nothing", "Working calendar")
                .doesNotContain("推演");
    }

    @Test
    void is_no_page_of_an_officer() {
        signIn("zhuanyuan");
        open("what-if");

        assertThat(page()).doesNotContain("推演不改数据");
    }
}
