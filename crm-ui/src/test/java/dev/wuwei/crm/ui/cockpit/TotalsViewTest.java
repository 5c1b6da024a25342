package dev.wuwei.crm.ui.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsViewTest extends ViewTest {
    private static final int YEAR = Today.date().getYear();

    @Test
    void shows_a_measure_by_class_with_share_and_the_same_period_last_year() {
        signIn("lingdao");
        open("totals?year=all");

        assertThat(page()).contains("统计", "行业", "金额（亿元）", "占比", "100.0%", "合计", "口径 default@1");
        open("totals?year=" + YEAR);
        assertThat(page()).contains("上年同期个数", "金额增减");
    }

    @Test
    void holds_a_year_that_is_not_over_against_the_year_before_up_to_the_same_day() {
        signIn("lingdao");
        String untilToday = "上年同期：%d年1月1日至%s"
                .formatted(YEAR - 1, Format.longDate(Today.date().minusYears(1)));
        open("totals?year=" + YEAR);
        assertThat(page()).contains(untilToday);
        open("totals?by=park&across=industry&year=" + YEAR);
        assertThat(page()).contains(untilToday, "占比", "金额增减");
        open("totals?year=all");
        assertThat(page()).contains("占比").doesNotContain("上年同期");
    }

    @Test
    void the_same_period_last_year_adds_up_to_its_total_as_this_year_does() {
        signIn("lingdao");
        for (String classes : List.of("by=industry", "by=month", "by=owner", "by=park&across=industry")) {
            open("totals?year=" + YEAR + "&" + classes);
            List<List<Object>> lines = new ArrayList<>();
            Table table = find(TotalsView.class).single().exported();
            table.rows().accept(lines::add);
            assertThat(table.heads())
                    .contains("上年同期个数（至 %s）".formatted(Today.date().minusYears(1)));
            for (int column = 1; column < table.heads().size(); column++) {
                String head = table.heads().get(column);
                if (head.contains("项目数") || head.contains("个数") || head.contains("（亿元）")) {
                    int at = column;
                    assertThat(lines.stream()
                                    .limit(lines.size() - 1)
                                    .map(line -> new BigDecimal(line.get(at).toString()))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                            .as("%s by %s", head, classes)
                            .isEqualByComparingTo(lines.getLast().get(at).toString());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "by=mood, 不能按“mood”分",
        "across=mood, 不能按“mood”分",
        "measure=profit, 没有“profit”这个指标",
        "policy=generous@9, 没有“generous@9”这个口径",
        "year=soon, 地址里的“year=soon”不认识",
        "months=13, 地址里的“months=13”不认识",
        "bands=wide, 地址里的“bands=wide”不认识",
        "tree=oak, 地址里的“tree=oak”不认识"
    })
    void an_address_that_names_what_there_is_not_is_refused_and_no_other_figure_shown(String asked, String told) {
        signIn("lingdao");
        open("totals?" + asked);
        assertThat(page()).contains(told, "重新选择").doesNotContain("合计", "占比");
    }

    @Test
    void a_policy_may_be_named_without_its_version() {
        signIn("lingdao");
        open("totals?policy=default");
        assertThat(page()).contains("口径 default@1", "合计");
    }

    @Test
    void crosses_two_classes_and_opens_a_figure_to_its_projects() {
        signIn("lingdao");
        open("totals?by=park&across=year&year=all");

        NativeButton figure = find(NativeButton.class)
                .withCondition(button -> button.hasClassName("ww-figure-link"))
                .all()
                .getFirst();
        test(figure).click();
        roundTrip();
        assertThat(words(find(MasterDetailLayout.class).single().getDetail())).containsPattern("ZS-\\d{4}-\\d{4}");
    }

    @Test
    void tells_periods_in_words_and_holds_each_against_the_same_one_of_last_year() {
        signIn("lingdao");
        open("totals?by=half&year=all");
        assertThat(page()).containsPattern("\\d{4}年[上下]半年");
        open("totals?by=quarter&year=" + YEAR);
        String quarters = page();
        assertThat(quarters).containsPattern(YEAR + "年[一二三四]季度").doesNotContain(YEAR + "-Q");
        open("totals?by=month&year=" + YEAR);
        assertThat(page()).containsPattern(YEAR + "年\\d{1,2}月");
    }

    @Test
    void counts_each_project_in_one_size_band_when_asked_to() {
        signIn("lingdao");
        open("totals?by=sizeBand&year=all");
        assertThat(page()).contains("规模档", "≥1亿元");

        open("totals?by=sizeBand&year=all&bands=exclusive");

        assertThat(page()).contains("规模档").doesNotContain("≥1亿元");
        open("totals?year=all");
        assertThat(page()).doesNotContain("规模档");
    }

    @Test
    void speaks_of_catalogues_only_where_one_has_changed_or_todays_was_asked_for() {
        signIn("lingdao");
        open("totals?by=park&year=all");
        assertThat(page()).contains("100.0%").doesNotContain("目录");

        open("totals?by=park&year=all&tree=today");
        assertThat(page()).contains("100.0%", "目录");

        open("totals?by=park&year=all&tree=top");
        assertThat(page()).contains("100.0%", "目录");
    }

    @Test
    void an_empty_period_says_so() {
        signIn("lingdao");
        open("totals?measure=arrived&year=" + (YEAR - 5));

        assertThat(page()).contains("这个时段没有数字");
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open("totals?year=all");

        assertThat(page()).contains("Totals", "Share", "policy default@1");
    }
}
