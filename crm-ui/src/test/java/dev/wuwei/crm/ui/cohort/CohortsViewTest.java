package dev.wuwei.crm.ui.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.SmallPark;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The one project that is signed in {@link SmallPark}: signed 150 days ago, started 60 days later. */
class CohortsViewTest extends ViewTest {
    private static final LocalDate SIGNED = Today.date().minusDays(150);

    /** @return cells of the first row of the table with that place on the page */
    private List<String> row(int table) {
        NativeTableRow row = findInView(NativeTable.class).all().get(table).getBody().getRows().stream()
                .filter(each -> words(each).contains(String.valueOf(SIGNED.getYear())))
                .findFirst()
                .orElseThrow();
        return row.getAllCells().stream()
                .map(cell -> words((NativeTableCell) cell).strip())
                .toList();
    }

    @Test
    void shows_how_far_the_signings_of_a_year_have_come() {
        signIn("lingdao");
        open("cohorts");

        assertThat(page()).contains("落地转化", "至今走到", "签约后逐月", "各状态停留", "反复");
        assertThat(row(0))
                .containsExactly(
                        SIGNED.getYear() + "年",
                        "1 个",
                        "1 个　100.0%",
                        "0 个　0.0%",
                        "0 个　0.0%",
                        "0 个　0.0%",
                        "0 个　0.0%",
                        "0 个　0.0%");
        open("cohorts?by=amount");
        assertThat(row(0)).startsWith(SIGNED.getYear() + "年", "5.00", "5.00　100.0%", "0.00　0.0%");
    }

    @Test
    void a_month_that_the_batch_has_not_lived_has_no_column() {
        signIn("lingdao");
        open("cohorts");

        assertThat(row(1)).containsExactly(SIGNED.getYear() + "年", "1 个　100.0%");
        assertThat(page()).contains("3 个月").doesNotContain("6 个月");
        open("cohorts?milestone=completion");
        assertThat(row(1)).containsExactly(SIGNED.getYear() + "年", "0 个　0.0%");
    }

    @Test
    void days_in_a_state_tell_what_passed_from_what_lasts_and_a_figure_opens_to_its_projects() {
        signIn("lingdao");
        open("cohorts");

        assertThat(row(2)).containsExactly(SIGNED.getYear() + "年", "已走过", "60 天（1 个）", "—", "—", "—", "—");
        assertThat(page()).contains("90 天（1 个）");
        test(find(NativeButton.class)
                        .withCondition(button -> button.getText().equals("60 天（1 个）"))
                        .single())
                .click();
        roundTrip();
        assertThat(words(find(MasterDetailLayout.class).single().getDetail()))
                .contains(
                        SmallPark.BUILDING,
                        park().number(SmallPark.BUILDING),
                        SIGNED.toString(),
                        SIGNED.plusDays(60).toString());
    }

    @Test
    void on_an_earlier_day_nothing_had_started_and_before_the_signing_there_is_no_batch() {
        signIn("lingdao");
        open("cohorts?asOf=" + SIGNED.plusDays(30));

        assertThat(row(0)).startsWith(SIGNED.getYear() + "年", "1 个", "0 个　0.0%");
        assertThat(page()).contains("各批签约都还不满 3 个月");
        open("cohorts?asOf=" + SIGNED.minusDays(1));
        assertThat(page()).contains("还没有签订正式协议的项目");
    }

    @Test
    void somebody_of_another_park_sees_nothing_of_it() {
        signIn("wuxi");
        open("cohorts");

        assertThat(page()).contains("还没有签订正式协议的项目").doesNotContain(SmallPark.BUILDING);
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open("cohorts");

        assertThat(page()).contains("Follow-through", "Construction start", "60 days (1)", "Fell below scale");
    }
}
