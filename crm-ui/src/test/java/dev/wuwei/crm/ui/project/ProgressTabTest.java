package dev.wuwei.crm.ui.project;

import static dev.wuwei.crm.ui.testing.SmallPark.BUILDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 推进 of a project that is being built: permits, meetings, the schedule counted back, and why it is late. */
class ProgressTabTest extends ViewTest {
    private final LocalDate today = Today.date();

    @BeforeEach
    void signIn() {
        signIn("fuzeren");
        show();
    }

    private void show() {
        open("projects/" + park().number(BUILDING) + "?tab=progress");
    }

    @Test
    void permits_stand_step_by_step_with_the_days_that_the_law_gives_and_that_were_promised() {
        press("选定许可清单");
        choose("项目类型", "新建用地");
        press("选定许可清单");
        show();
        assertThat(page()).contains("已取得 0／9 项", "第 1 步　2 项并联", "项目备案", "未受理", "承诺 1 个工作日，法定 5 个");

        long before = events();
        press("登记许可受理");
        choose("许可", "项目备案");
        fill("发生日期", today.plusDays(1));
        press("登记许可受理");
        assertThat(errors()).containsKey("发生日期");
        assertThat(events()).isEqualTo(before);
        fill("发生日期", today.minusDays(60));
        press("登记许可受理");
        show();
        assertThat(page()).contains("受理 " + today.minusDays(60), "超期在办", "超期 1 项");

        choose("容缺受理");
        fill("所缺材料", "节能承诺书");
        fill("承诺人", "企业");
        fill("承诺补正日期", today.minusDays(61));
        fill("发生日期", today.minusDays(60));
        press("容缺受理");
        assertThat(errors()).containsKey("承诺补正日期");
        fill("承诺补正日期", today.minusDays(30));
        press("容缺受理");
        show();
        assertThat(page()).contains("容缺：节能承诺书　企业承诺 " + today.minusDays(30) + " 前补正　晚 30 天");

        press("取得许可");
        choose("许可", "项目备案");
        fill("发生日期", today.minusDays(50));
        press("取得许可");
        show();
        assertThat(page()).contains("已取得 1／9 项", "取得 " + today.minusDays(50)).doesNotContain("超期 1 项");

        signIn("fuzeren", I18n.ENGLISH);
        show();
        assertThat(page())
                .contains("New land", "Project filing", "Construction permit")
                .doesNotContain("项目备案", "建筑工程施工许可证", "新建用地");
    }

    @Test
    void what_a_meeting_resolved_is_a_task_with_a_day() {
        press("登记会议");
        choose("类别", "现场会");
        choose("主持人", "测试负责人");
        fill("议题", "用电增容");
        press("添加 议定事项");
        fill("议定内容", "完成 10kV 线路迁改");
        fill("办理单位", "供电公司");
        fill("完成期限", today.minusDays(1));
        fill("发生日期", today);
        long before = events();
        press("登记会议");
        assertThat(errors()).as("no task before its meeting").containsKey("完成期限");
        assertThat(events()).isEqualTo(before);

        fill("发生日期", today.minusDays(20));
        fill("完成期限", today.minusDays(5));
        press("登记会议");
        show();
        assertThat(page()).contains("1 次会议", "待办 1 项", "超期 1 项", "1. 完成 10kV 线路迁改", "供电公司", "晚 5 天");

        choose("延期");
        fill("延期至", today.plusDays(10));
        fill("原因", "物资未到");
        press("延期");
        show();
        assertThat(page())
                .as("the day before stays visible")
                .contains(today.plusDays(10).toString(), today.minusDays(5).toString())
                .doesNotContain("晚 5 天");

        choose("办结议定事项");
        fill("办理结果", "线路已迁改并送电");
        press("办结议定事项");
        show();
        assertThat(page()).contains("待办 0 项", "已办结", "线路已迁改并送电");
    }

    @Test
    void another_production_date_keeps_the_first_plan_beside_the_new_one() {
        choose("编制倒排工期");
        choose("项目类型", "技术改造");
        fill("投产日期", today.plusMonths(10));
        press("编制倒排工期");
        show();
        assertThat(page()).contains(today.plusMonths(10) + " 前投产", "基准计划", "产线改造", "基准完成");

        choose("调整倒排工期");
        fill("投产日期", today.plusMonths(12));
        press("调整倒排工期");
        assertThat(errors()).containsKey("原因");
        fill("原因", "设备交期推迟");
        press("调整倒排工期");
        show();
        assertThat(page())
                .contains(today.plusMonths(12) + " 前投产", "第 2 版，基准计划保留", "设备交期推迟")
                .contains(today.plusMonths(10).toString());

        signIn("fuzeren", I18n.ENGLISH);
        show();
        assertThat(page())
                .contains("Technical renovation", "Line conversion", "Trial production")
                .doesNotContain("产线改造", "试生产", "技术改造");
    }

    @Test
    void why_a_phase_is_late_says_whose_side_it_is_on_and_who_does_what_until_when() {
        assertThat(page()).contains("滞后原因");
        long before = events();
        choose("登记滞后原因");
        press("登记滞后原因");
        assertThat(errors()).containsKeys("原因", "情况说明", "责任人", "下一步措施", "完成时限");
        assertThat(events()).isEqualTo(before);

        choose("原因", "市场");
        fill("情况说明", "钢材价格上涨，总包停工谈价");
        choose("责任人", "测试专员");
        fill("下一步措施", "约谈总包，重签补充合同");
        fill("完成时限", today.plusDays(15));
        press("登记滞后原因");
        show();
        assertThat(page()).contains("钢材价格上涨，总包停工谈价", "测试专员", "约谈总包，重签补充合同", Format.shortDate(today.plusDays(15)));
    }
}
