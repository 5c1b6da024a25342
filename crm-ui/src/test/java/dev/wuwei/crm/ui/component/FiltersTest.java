package dev.wuwei.crm.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.AccountState;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FiltersTest {
    private static Filters of(String query) {
        return Filters.of(QueryParameters.fromString(query));
    }

    @Test
    void reads_choices_ranges_and_words() {
        Filters filters = of("q=pv&stage=terms&stage=in-depth&amount=5..10&signed=2023-01-01..&mine=true");

        assertThat(filters.text("q")).contains("pv");
        assertThat(filters.codes("stage")).containsExactlyInAnyOrder("terms", "in-depth");
        assertThat(filters.numbers("amount")).isEqualTo(new Filters.Range<>(new BigDecimal("5"), new BigDecimal("10")));
        assertThat(filters.dates("signed")).isEqualTo(new Filters.Range<>(LocalDate.of(2023, 1, 1), null));
        assertThat(filters.is("mine")).isTrue();
    }

    @Test
    void what_cannot_be_read_narrows_nothing() {
        assertThat(of("amount=much..more").numbers("amount").isOpen()).isTrue();
        assertThat(of("amount=5").numbers("amount").isOpen()).isTrue();
        assertThat(of("signed=2023-13-01..").dates("signed").isOpen()).isTrue();
        assertThat(of("q=%20").text("q")).isEmpty();
        assertThat(of("by=nobody").id("by", StaffId::of)).isEmpty();
        assertThat(of("state=LOCKED&state=GONE").constants("state", AccountState.class))
                .containsExactly(AccountState.LOCKED);
    }

    @Test
    void the_day_is_not_a_filter() {
        assertThat(of("asOf=2023-08-31&knownAt=2023-08-31").values()).isEmpty();
    }
}
