package dev.wuwei.crm.ui.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.SmallPark;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What each card says of {@link SmallPark}, and what its figures open to. */
class CockpitCardsTest extends ViewTest {
    private final LocalDate signed = Today.date().minusDays(150);
    private final String cockpit = "cockpit?year=" + signed.getYear();

    private Component card(String name) {
        return find(Section.class)
                .withCondition(section -> section.hasClassName("ww-cockpit-" + name))
                .single();
    }

    private String drawer() {
        roundTrip();
        return words(find(MasterDetailLayout.class).single().getDetail());
    }

    private NativeButton figure(String name, String text) {
        return find(NativeButton.class, card(name))
                .withCondition(
                        button -> button.getElement().getTextRecursively().equals(text))
                .single();
    }

    private void openFigure(String name, String text) {
        test(figure(name, text)).click();
    }

    private void showTable(String name) {
        test(find(Button.class, card(name))
                        .withCondition(
                                button -> button.getAriaLabel().orElse("").startsWith("看表格"))
                        .single())
                .click();
        roundTrip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"funnel", "why", "targets", "heat", "origin", "trend", "bands", "parks", "own", "movers"})
    void every_card_has_its_table_both_files_and_its_picture(String name) {
        signIn(name.equals("own") ? "zhuanyuan" : "lingdao");
        open(cockpit);
        showTable(name);

        assertThat(find(Anchor.class, card(name)).all())
                .extracting(Anchor::getText)
                .contains("表格（xlsx）", "文本（csv）");
        assertThat(find(Button.class, card(name)).withText("图片（png）").all()).hasSize(1);
        assertThat(find(NativeTable.class, card(name)).all()).isNotEmpty();
    }

    @Test
    void the_steps_of_the_funnel_open_to_the_projects_that_came_so_far() {
        signIn("lingdao");
        open("cockpit?year=" + Today.date().minusDays(200).getYear());
        showTable("funnel");

        openFigure("funnel", "正式签约");
        assertThat(drawer()).contains(SmallPark.BUILDING).doesNotContain(SmallPark.LEAD);
    }

    @Test
    void a_bar_of_the_waterfall_opens_to_what_moved_the_figure() {
        signIn("lingdao");
        open(cockpit);
        showTable("why");

        openFigure("why", "新签约");
        assertThat(drawer()).contains(SmallPark.BUILDING, signed.toString(), "+5.00");
    }

    @Test
    void the_waterfall_leads_to_its_page_with_the_same_ends() {
        signIn("lingdao");
        open(cockpit);

        String way = find(Anchor.class, card("why"))
                .withAttribute("aria-label", "换两个日子、指标或类别来看")
                .single()
                .getHref();
        open(way);
        assertThat(page()).contains("增减变化", "至 " + Today.date());
    }

    @Test
    void a_bar_of_last_year_opens_to_what_was_signed_last_year() {
        signIn("lingdao");
        open("cockpit?year=" + (signed.getYear() + 1));
        Element chart = find(Component.class, card("trend"))
                .withCondition(part -> !part.getElement().isTextNode()
                        && part.getElement().getTag().equals("ww-chart"))
                .single()
                .getElement();
        JsonNode bar = ((JsonNode) chart.getPropertyRaw("option"))
                .path("series")
                .get(0)
                .path("data")
                .get(signed.getMonthValue() - 1);
        assertThat(bar.path("value").decimalValue()).isEqualByComparingTo("5");

        chart.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(
                        chart,
                        "ww-chart-click",
                        new ObjectMapper()
                                .createObjectNode()
                                .put("event.detail.row", bar.path("row").asInt())));
        assertThat(drawer()).contains(SmallPark.BUILDING, signed.toString().substring(0, 7));
    }

    @Test
    void a_tile_says_how_many_came_from_a_province_and_opens_to_them() {
        signIn("lingdao");
        open(cockpit);

        NativeButton tile = figure("origin", "粤1");
        assertThat(tile.getElement().getAttribute("aria-label")).contains("广东 1 个项目，5.00 亿元");
        test(tile).click();
        assertThat(drawer()).contains("签约 广东", SmallPark.BUILDING);
    }

    @Test
    void a_month_stands_beside_the_same_one_of_last_year() {
        signIn("lingdao");
        open(cockpit);
        showTable("trend");

        assertThat(words(card("trend"))).contains("上年同期金额");
        openFigure("trend", signed.toString().substring(0, 7));
        assertThat(drawer()).contains(SmallPark.BUILDING);
        open(cockpit + "&trend=count");
        assertThat(words(card("trend"))).contains("签约项目数");
    }

    @Test
    void a_class_opens_to_its_entries_from_the_table_too() {
        signIn("lingdao");
        open(cockpit);
        showTable("parks");

        openFigure("parks", "梁产城新区");
        assertThat(drawer()).contains("签约 梁产城新区", SmallPark.BUILDING);
    }

    @Test
    void the_same_sum_stands_by_park_by_leader_and_by_team_as_the_address_asks() {
        signIn("lingdao");
        open(cockpit + "&by=leader");
        showTable("parks");
        assertThat(words(card("parks"))).contains("按园区", "按领导", "按科室", "5.00").doesNotContain("梁产城新区");

        openFigure("parks", "其他");
        assertThat(drawer()).contains("签约 其他", SmallPark.BUILDING);
        open(cockpit + "&by=team");
        assertThat(words(card("parks"))).contains("5.00").doesNotContain("梁产城新区");
        open(cockpit + "&by=industry");
        assertThat(words(card("parks"))).contains("梁产城新区");
    }

    @Test
    void a_year_without_targets_says_so() {
        signIn("lingdao");
        open("cockpit?year=1999");

        assertThat(words(card("targets"))).contains("1999年还没有下达全年目标。");
        assertThat(words(card("origin"))).contains("这一年还没有签约。");
    }

    @Test
    void movers_are_those_of_the_days_asked_for_with_the_way_to_their_history() {
        signIn("lingdao");
        open(cockpit + "&moved=year");

        assertThat(words(card("movers"))).contains(SmallPark.BUILDING, "签约 +5.00亿元", SmallPark.TALKS);
        assertThat(words(card("movers"))).doesNotContain(SmallPark.LEAD);
        assertThat(find(Anchor.class, card("movers")).all())
                .extracting(Anchor::getHref)
                .contains("projects/" + park().number(SmallPark.BUILDING) + "?tab=history");
        open(cockpit + "&moved=week");
        assertThat(words(card("movers"))).doesNotContain(SmallPark.BUILDING);
    }

    @Test
    void whoever_leads_or_owns_projects_sees_them_with_light_and_next_step() {
        signIn("zhuanyuan");
        open(cockpit);

        assertThat(words(card("own"))).contains(SmallPark.BUILDING, "5.00亿元", SmallPark.TALKS, "提供电力方案");
    }

    @Test
    void a_row_of_the_table_of_movers_opens_the_file_of_its_project() {
        signIn("lingdao");
        open(cockpit + "&moved=year");
        showTable("movers");

        openFigure("movers", park().number(SmallPark.BUILDING));
        assertThat(UI.getCurrent().getActiveViewLocation().getPath())
                .isEqualTo("projects/" + park().number(SmallPark.BUILDING));
    }

    @Test
    void whoever_has_none_has_no_such_card() {
        signIn("shenji");
        open(cockpit);

        assertThat(page()).contains("变动最大").doesNotContain("我的项目");
    }

    @Test
    void nobody_sees_what_belongs_to_another_park() {
        signIn("wuxi");
        open(cockpit + "&moved=year");

        assertThat(page()).doesNotContain(SmallPark.BUILDING).doesNotContain(SmallPark.TALKS);
        assertThat(words(card("origin"))).contains("这一年还没有签约。");
    }

    @Test
    void as_of_a_day_before_the_signature_no_card_knows_of_it() {
        signIn("lingdao");
        open(cockpit + "&moved=year&asOf=" + signed.minusDays(1));

        assertThat(words(card("movers"))).contains(SmallPark.BUILDING).doesNotContain("签约 +5.00亿元");
        assertThat(words(card("origin"))).contains("这一年还没有签约。");
    }

    @Test
    void speaks_english_too() {
        signIn("zhuanyuan", I18n.ENGLISH);
        open(cockpit + "&moved=year");

        assertThat(page())
                .contains("Top movers", "signed +5.00 (100m CNY)", "My projects", "Month by month", "Guangdong")
                .doesNotContain("变动最大")
                .doesNotContain("广东");
    }
}
