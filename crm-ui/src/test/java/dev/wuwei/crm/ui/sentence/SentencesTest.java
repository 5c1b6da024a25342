package dev.wuwei.crm.ui.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneRecognised;
import dev.wuwei.crm.followup.FollowUpEvent.MonthlyReturnFiled;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseSuspended;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.lead.LeadEvent.VisitLogged;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.VisitDetails;
import dev.wuwei.crm.lead.VisitId;
import dev.wuwei.crm.lead.VisitKind;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OfficialLevel;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.SigningEvent.AmountCorrected;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.ui.component.I18n;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final StaffId WANG = StaffId.next();
    private static final StaffId ZHENG = StaffId.next();
    private static final Names NAMES =
            id -> Map.<TypedId, String>of(WANG, "王辛", ZHENG, "郑庚").get(id);
    private static final ProjectId PROJECT = ProjectId.next();

    @Test
    void a_visit_names_place_people_and_next_step() {
        VisitDetails visit = new VisitDetails(
                VisitKind.VISIT,
                LocalDate.of(2023, 10, 17),
                null,
                List.of(new OurPerson(ZHENG, OfficialLevel.SECTION)),
                List.of(new TheirPerson(PersonId.next(), PersonalData.ERASED_VALUE, "总经理")),
                "看了\n车间",
                "送政策清单",
                LocalDate.of(2023, 10, 31),
                List.of());
        var event = new VisitLogged(Ids.next(LeadId::new), PROJECT, VisitId.next(), visit, visit.occurredOn());

        assertThat(told("lead.VisitLogged", event, null, I18n.CHINESE))
                .isEqualTo("王辛 走访，参加人：郑庚（科级），对方：〔已删除〕（总经理）：看了 车间，下一步：送政策清单（2023-10-31 前）");
        assertThat(told("lead.VisitLogged", event, null, I18n.ENGLISH))
                .isEqualTo("王辛 logged: Visit, our people: 郑庚 (section level), theirs: [erased] (总经理). 看了 车间. Next:"
                        + " 送政策清单 (by 2023-10-31)");
    }

    @Test
    void a_full_stop_inside_a_sentence_does_not_stand_before_a_comma_or_another() {
        VisitDetails visit = new VisitDetails(
                VisitKind.VISIT,
                LocalDate.of(2023, 10, 17),
                null,
                List.of(),
                List.of(),
                "看了车间。",
                "送政策清单",
                null,
                List.of());
        var event = new VisitLogged(Ids.next(LeadId::new), PROJECT, VisitId.next(), visit, visit.occurredOn());

        assertThat(told("lead.VisitLogged", event, null, I18n.CHINESE)).isEqualTo("王辛 走访：看了车间，下一步：送政策清单");
        assertThat(told("lead.VisitLogged", event, null, I18n.ENGLISH)).contains("看了车间. Next: 送政策清单");
    }

    @Test
    void a_correction_tells_before_and_after_and_why() {
        var event = new AmountCorrected(
                SigningId.next(), PROJECT, 1, Money.yi("3.5"), Money.yi("3"), null, LocalDate.of(2023, 11, 8));

        Sentence told = Sentences.told(
                Sentences.changes(
                        "signing.AmountCorrected", List.of(new Change("计划总投资", "3.20亿元", "3.50亿元")), I18n.CHINESE),
                WANG,
                null,
                "补充协议",
                NAMES,
                I18n.CHINESE);

        assertThat(told.text()).isEqualTo("王辛 将计划总投资由 3.20亿元 更正为 3.50亿元，原因：补充协议");
        assertThat(told.actor()).isEqualTo("王辛");
        assertThat(told("signing.AmountCorrected", event, "补充协议", I18n.CHINESE))
                .isEqualTo("王辛 更正签约金额：总投资 3.50亿元，固定资产 3.00亿元，原因：补充协议");
    }

    @Test
    void milestones_and_returns_read_as_on_the_wall() {
        FollowUpId id = FollowUpId.next();
        var recognised = new MilestoneRecognised(
                id,
                PROJECT,
                "一期",
                Milestone.SCALE_UP,
                Money.yi("2.38"),
                null,
                false,
                "统计入库通知",
                List.of(),
                LocalDate.of(2023, 9, 30));
        var filed = new MonthlyReturnFiled(
                id,
                PROJECT,
                "二期",
                YearMonth.of(2023, 11),
                new MonthlyReturn(Money.wan("2180"), Money.wan("9000"), new BigDecimal("64"), null, null, List.of()),
                LocalDate.of(2023, 11, 30));
        var suspended = new PhaseSuspended(id, PROJECT, "二期", Cause.MARKET, false, LocalDate.of(2023, 11, 30));

        assertThat(told("followup.MilestoneRecognised", recognised, null, I18n.CHINESE))
                .isEqualTo("王辛 认定一期上规：年主营业务收入 2.38亿元，依据：统计入库通知");
        assertThat(told("followup.MonthlyReturnFiled", filed, null, I18n.CHINESE))
                .isEqualTo("王辛 上报二期 2023年11月 月报：形象进度 64%，本月完成投资 2,180万元，累计 9,000万元");
        assertThat(told("followup.PhaseSuspended", suspended, "停工整改", I18n.CHINESE))
                .isEqualTo("王辛 暂停二期，市场原因，期限停算，原因：停工整改");
        assertThat(told("followup.PhaseSuspended", suspended, "rework", I18n.ENGLISH))
                .isEqualTo("王辛 suspended 二期, because of the market; the clock stands still. Reason: rework");
    }

    @Test
    void an_event_of_a_later_release_is_told_as_far_as_it_is_known() {
        assertThat(Sentences.facts("later.SomethingNew", null, NAMES, I18n.CHINESE))
                .isEqualTo("记了一件事（later.SomethingNew）");
    }

    private static String told(String name, DomainEvent event, String reason, Locale locale) {
        return Sentences.told(Sentences.facts(name, event, NAMES, locale), WANG, null, reason, NAMES, locale)
                .text();
    }
}
