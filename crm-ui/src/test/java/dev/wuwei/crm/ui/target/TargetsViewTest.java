package dev.wuwei.crm.ui.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.target.ScorecardQuery;
import dev.wuwei.crm.projections.target.TargetQuery;
import dev.wuwei.crm.projections.target.TargetView;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.target.TargetPeriod;
import dev.wuwei.crm.target.TargetValue;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.SmallPark;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The targets of the year in which {@link SmallPark#BUILDING} was signed, set and revised by a leader. */
class TargetsViewTest extends ViewTest {
    @Autowired
    private TargetQuery query;

    @Autowired
    private ScorecardQuery scorecards;

    private int year;

    /** Set through the screen, once for all tests. */
    @BeforeEach
    void aTarget() throws InterruptedException {
        year = Today.date().minusDays(150).getYear();
        signIn("lingdao");
        if (targets().isEmpty()) {
            open("targets?year=" + year);
            press("下达目标");
            choose("指标", "签约投资额");
            fill("目标金额", Money.yi("50"));
            press("下达目标");
            until(() -> !targets().isEmpty());
        }
    }

    private List<TargetView> targets() {
        return query.targets(year, AsOf.NOW, Viewer.everything()).stream()
                .filter(target -> target.measure() == TargetMeasure.SIGNED_AMOUNT
                        && target.scope().kind() == ScopeKind.WHOLE)
                .toList();
    }

    private void until(BooleanSupplier seen) throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                System.nanoTime() < end && !seen.getAsBoolean(); ) {
            Thread.sleep(100);
        }
        assertThat(seen.getAsBoolean()).isTrue();
    }

    private String drawer() {
        roundTrip();
        return words(find(MasterDetailLayout.class).single().getDetail());
    }

    private void openNumber(String text) {
        test(find(NativeButton.class)
                        .withCondition(button -> button.getText().equals(text))
                        .last())
                .click();
    }

    @Test
    void a_target_stands_beside_what_was_reached_of_it() {
        assertThat(targets()).singleElement().satisfies(target -> {
            assertThat(target.period()).isEqualTo(TargetPeriod.year(year));
            assertThat(target.steps().getFirst().value()).isEqualTo(TargetValue.of(Money.yi("50")));
        });
        open("targets?year=" + year);

        assertThat(page()).contains("签约投资额", "5.00", "按天数", "走势");
        openNumber("5.00");
        assertThat(drawer()).contains(SmallPark.BUILDING, park().number(SmallPark.BUILDING));
    }

    @Test
    void the_cockpit_shows_the_same_figure_with_the_time_pace_and_opens_the_same_rows() {
        open("cockpit?year=" + year);

        Section card = find(Section.class)
                .withCondition(section -> section.hasClassName("ww-cockpit-targets"))
                .single();
        assertThat(words(card)).contains("目标", "竖线为序时", "签约投资额", "5.00");
        test(find(NativeButton.class, card)
                        .withCondition(button -> button.getText().equals("5.00"))
                        .single())
                .click();
        assertThat(drawer()).contains(SmallPark.BUILDING, park().number(SmallPark.BUILDING));
    }

    @Test
    void a_revision_keeps_what_it_was_before_and_why() throws InterruptedException {
        open("targets?year=" + year);
        choose("调整目标");
        fill("目标金额", Money.yi("60"));
        long before = events();
        press("调整目标");
        assertThat(errors()).containsKey("原因");
        assertThat(events()).isEqualTo(before);

        fill("原因", "年中上调");
        press("调整目标");
        assertThat(errors()).isEmpty();
        until(() -> targets().getFirst().revisions() == 1);
        open("targets?year=" + year);
        openNumber("调整 1 次");

        assertThat(drawer()).contains("50.00 亿元", "60.00 亿元", "年中上调", "测试领导");
    }

    @Test
    void the_same_target_is_not_set_twice_and_dollars_are_no_yuan() {
        open("targets?year=" + year);
        long before = events();
        press("下达目标");
        choose("指标", "签约投资额");
        fill("目标金额", Money.wanUsd("100"));
        press("下达目标");
        assertThat(errors()).containsKey("目标金额");

        fill("目标金额", Money.yi("70"));
        press("下达目标");
        assertThat(errors().get("指标")).contains("要改，请调整它");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void a_scorecard_ranks_the_parks_and_explains_every_point() throws InterruptedException {
        open("targets?year=" + year + "&scope=park");
        press("下达目标");
        choose("指标", "签约投资额");
        choose("园区", "梁产");
        fill("目标金额", Money.yi("10"));
        press("下达目标");
        until(() -> query.targets(year, AsOf.NOW, Viewer.everything()).stream()
                .anyMatch(target -> target.scope().kind() == ScopeKind.PARK));
        open("targets?year=" + year + "&view=scorecard");
        press("制定考核办法");
        press("添加 考核项");
        choose("看什么", "完成率");
        choose("指标", "签约投资额");
        choose("计分办法", "按完成率封顶");
        fill("分值", new BigDecimal("40"));
        press("制定考核办法");
        until(() -> !scorecards.scorecards(year, AsOf.NOW, Viewer.everything()).isEmpty());
        open("targets?year=" + year + "&view=scorecard");

        assertThat(page()).contains("第 1 版", "梁产", "20.00");
        openNumber("20.00");
        assertThat(drawer()).contains("5.00 / 10.00 亿元 = 50.0%", "40 × 50.0%，最多 40 = 20.00", "第 1 名");
    }

    @Test
    void who_may_not_set_reads_and_another_park_does_not() {
        signIn("zhuanyuan");
        open("targets?year=" + year);
        assertThat(page()).contains("签约投资额");
        assertThat(buttons()).doesNotContain("下达目标");

        signIn("wuxi");
        open("targets?year=" + year);
        assertThat(page()).contains("还没有下达园区的目标").doesNotContain("全园区\n园区\n", "5.00");
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open("targets?year=" + year);

        assertThat(page())
                .contains("Signed investment", "by days", "Reached / target")
                .doesNotContain("签约");
    }
}
