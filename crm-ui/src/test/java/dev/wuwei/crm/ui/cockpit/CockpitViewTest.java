package dev.wuwei.crm.ui.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.FigureStrip;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.SmallPark;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CockpitViewTest extends ViewTest {
    private final LocalDate signed = Today.date().minusDays(150);

    private Component part(String name) {
        return find(FigureStrip.class)
                .single()
                .getChildren()
                .filter(part -> words(part).strip().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private String figure(String name) {
        return part(name).getElement().getTextRecursively();
    }

    /** What the figure opens in the drawer. */
    private String opened(String name) {
        test((NativeButton) part(name)).click();
        roundTrip();
        return words(find(MasterDetailLayout.class).single().getDetail());
    }

    @Test
    void sums_open_to_the_entries_that_make_them() {
        signIn("lingdao");
        open("cockpit?year=" + signed.getYear());

        for (String name : List.of("签约项目", "签约投资额")) {
            assertThat(opened(name))
                    .contains(SmallPark.BUILDING, "1 个项目", "5.00")
                    .doesNotContain(SmallPark.TALKS);
        }
        assertThat(opened("到位资金")).contains("到位资金 " + signed.getYear() + "年");
        assertThat(opened("在谈项目")).contains(SmallPark.TALKS, "1 个项目", "3.00");
    }

    @Test
    void sums_of_a_past_day_open_to_the_entries_of_that_day() {
        signIn("lingdao");
        open("cockpit?year=" + signed.getYear() + "&asOf=" + signed.minusDays(1));

        assertThat(opened("签约项目"))
                .contains("0 个项目", "截至 " + signed.minusDays(1))
                .doesNotContain("5.00");
        open("cockpit?year=" + signed.getYear() + "&asOf=" + signed);
        assertThat(opened("签约项目")).contains(SmallPark.BUILDING, "1 个项目", "截至 " + signed);
    }

    @Test
    void what_is_overdue_is_a_link_to_as_many_projects() {
        signIn("lingdao");
        open("cockpit?year=" + signed.getYear());
        String overdue = part("五未逾期")
                .getChildren()
                .toList()
                .get(1)
                .getChildren()
                .findFirst()
                .orElseThrow()
                .getElement()
                .getText();

        open(((Anchor) part("五未逾期")).getHref());
        assertThat(rows()).hasSize(Integer.parseInt(overdue));
    }

    @Test
    void tickets_are_a_link_to_all_that_were_raised() {
        signIn("lingdao");
        open("cockpit?year=" + signed.getYear() + "&asOf=" + signed);

        assertThat(((Anchor) part("问题督办")).getHref()).isEqualTo("tickets?asOf=" + signed + "&which=all");
    }

    @Test
    void says_which_policy_counts_on_the_day() {
        signIn("lingdao");
        open("cockpit?year=" + signed.getYear() + "&asOf=" + signed);

        assertThat(figure("签约投资额")).contains("口径 默认口径").doesNotContain("正式协议");
        assertThat(figure("签约项目")).contains("≥5亿元 1 个、≥10亿元 0 个");
    }

    @Test
    void sizes_are_those_of_the_policy() {
        signIn("lingdao");
        List<TotalsQuery.Row> rows = List.of(size("ge1", 9), size("ge3", 4), size("ge20", 2));
        assertThat(HeadlineStrip.sizes(bounds("1", "3", "20"), rows)).isEqualTo("≥3亿元 4 个、≥20亿元 2 个");
        assertThat(HeadlineStrip.sizes(bounds("3", "20"), rows)).isEqualTo("≥3亿元 4 个、≥20亿元 2 个");
        assertThat(HeadlineStrip.sizes(bounds("1"), rows)).isEqualTo("≥1亿元 9 个");
    }

    private static List<BigDecimal> bounds(String... yi) {
        return Stream.of(yi).map(BigDecimal::new).toList();
    }

    private static TotalsQuery.Row size(String band, long count) {
        return new TotalsQuery.Row(Map.of(Dimension.SIZE_BAND, band), Map.of(), new Figure(count, List.of()));
    }

    @Test
    void dollars_in_talks_stand_beside_the_yuan() {
        signIn("lingdao");
        Figure dollars = new Figure(2, List.of(Money.wanUsd("3000")));
        assertThat(HeadlineStrip.sums(dollars)).contains("3,000").doesNotContain("亿");
        assertThat(HeadlineStrip.sums(dollars.plus(new Figure(1, List.of(Money.yi("3"))))))
                .contains("3.00", "3,000");
    }

    @Test
    void shows_count_and_sum_of_what_was_signed_and_is_in_talks() {
        signIn("lingdao");
        open("cockpit?year=" + signed.getYear());

        assertThat(figure("签约项目")).contains("1");
        assertThat(figure("签约投资额")).contains("5.00");
        assertThat(figure("在谈项目")).contains("1", "3.00");
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open("cockpit?year=" + signed.getYear());

        assertThat(page()).contains("Cockpit", "5.00").doesNotContain("签约项目");
    }

    @Test
    void another_year_has_none() {
        signIn("lingdao");
        open("cockpit?year=1999");

        assertThat(figure("签约投资额")).doesNotContain("5.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "twelve", "99999"})
    void a_year_that_is_none_shows_a_cockpit_all_the_same(String year) {
        signIn("lingdao");
        open("cockpit?year=" + year);

        assertThat(page()).contains("驾驶舱", "签约投资额");
    }

    @Test
    void nobody_sums_what_is_in_another_park() {
        signIn("wuxi");
        open("cockpit?year=" + signed.getYear());

        assertThat(figure("签约投资额")).doesNotContain("5.00");
        assertThat(figure("在谈项目")).doesNotContain("3.00");
    }

    @Test
    void as_of_a_day_before_the_signature_there_is_none() {
        signIn("lingdao");
        open("cockpit?year=" + signed.getYear() + "&asOf=" + signed.minusDays(1));

        assertThat(page()).contains("你在看");
        assertThat(figure("签约投资额")).doesNotContain("5.00");
    }
}
