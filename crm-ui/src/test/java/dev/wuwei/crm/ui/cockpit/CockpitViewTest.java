package dev.wuwei.crm.ui.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import dev.wuwei.crm.ui.component.FigureStrip;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CockpitViewTest extends ViewTest {
    private final LocalDate signed = Today.date().minusDays(150);

    private String figure(String name) {
        return find(Anchor.class, find(FigureStrip.class).single())
                .withCondition(link -> words(link).startsWith("\n" + name))
                .single()
                .getElement()
                .getTextRecursively();
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
