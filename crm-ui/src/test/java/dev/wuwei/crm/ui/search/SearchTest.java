package dev.wuwei.crm.ui.search;

import static dev.wuwei.crm.ui.testing.SmallPark.BUILDING;
import static dev.wuwei.crm.ui.testing.SmallPark.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search in the header of every page. */
class SearchTest extends ViewTest {
    private String search(String words) {
        TextField box =
                find(TextField.class).withPlaceholder(I18n.t("shell.search")).single();
        box.setValue(words);
        roundTrip();
        List<Anchor> hits = find(Anchor.class).withClassName("ww-hit").all();
        return hits.isEmpty()
                ? page()
                : String.join("\n", hits.stream().map(this::words).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"丙寅装备制造", "寅装备", "丙寅装备有限公司"})
    void finds_a_project_by_name_part_of_it_or_company(String words) {
        signIn("lingdao");
        open("leads");

        assertThat(search(words)).contains(BUILDING, park().number(BUILDING)).doesNotContain(LEAD);
    }

    @Test
    void finds_by_number_and_speaks_english() {
        signIn("lingdao", I18n.ENGLISH);
        open("leads");

        assertThat(search(park().number(BUILDING))).contains(BUILDING, "Five gaps");
    }

    @Test
    void says_so_when_there_is_none() {
        signIn("lingdao");
        open("leads");

        assertThat(search("庚辰没有")).contains("没有找到“庚辰没有”");
    }

    @Test
    void what_is_in_another_park_is_not_found() {
        signIn("wuxi");
        open("leads");

        assertThat(search("丙寅装备")).doesNotContain(BUILDING).contains("没有找到");
        assertThat(search(park().number(LEAD))).doesNotContain(LEAD);
    }

    @Test
    void wildcards_and_markup_are_letters() {
        signIn("lingdao");
        open("leads");

        assertThat(search("%_<b>'")).contains("没有找到“%_<b>'”");
    }

    @Test
    void of_a_past_day_it_finds_what_there_was_then() {
        signIn("lingdao");
        open("leads?asOf=" + Today.date().minusDays(199));

        assertThat(search("丙寅装备")).contains(BUILDING, "线索").doesNotContain("五未");
        assertThat(search(LEAD)).contains("没有找到");
    }
}
