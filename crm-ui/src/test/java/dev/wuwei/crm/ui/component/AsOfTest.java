package dev.wuwei.crm.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@At("2023-11-30T01:12:08Z")
class AsOfTest {
    @Test
    void the_address_says_the_day() {
        AsOf asOf = AsOf.of(QueryParameters.fromString("asOf=2023-08-31&stage=terms"));

        assertThat(asOf).isEqualTo(AsOf.asKnownNow(LocalDate.of(2023, 8, 31)));
        assertThat(asOf.isPast()).isTrue();
        assertThat(asOf.isAsKnownThen()).isFalse();
    }

    @Test
    void as_known_then_is_the_end_of_that_day_in_china() {
        AsOf asOf = AsOf.asKnownThen(LocalDate.of(2023, 8, 31));

        assertThat(asOf.knownAt()).isEqualTo(Instant.parse("2023-08-31T16:00:00Z"));
        assertThat(AsOf.of(asOf.parameters())).isEqualTo(asOf);
        assertThat(AsOf.of(QueryParameters.fromString("asOf=2023-08-31&knownAt=2023-08-31")))
                .isEqualTo(asOf);
    }

    @Test
    void nonsense_today_and_the_future_mean_now() {
        assertThat(AsOf.of(QueryParameters.fromString("asOf=yesterday"))).isEqualTo(AsOf.NOW);
        assertThat(AsOf.of(QueryParameters.fromString("asOf=2023-02-30"))).isEqualTo(AsOf.NOW);
        assertThat(AsOf.of(QueryParameters.fromString("asOf=2023-11-30"))).isEqualTo(AsOf.NOW);
        assertThat(AsOf.of(QueryParameters.fromString("asOf=2099-01-01&knownAt=2099-01-01T00:00:00Z")))
                .isEqualTo(AsOf.NOW);
    }

    @Test
    void links_carry_the_day_and_going_back_drops_it() {
        AsOf asOf = AsOf.asKnownNow(LocalDate.of(2023, 8, 31));

        assertThat(asOf.link("/leads")).isEqualTo("/leads?asOf=2023-08-31");
        assertThat(asOf.link("/leads?q=x")).isEqualTo("/leads?q=x&asOf=2023-08-31");
        assertThat(AsOf.NOW.link("/leads")).isEqualTo("/leads");
        assertThat(AsOf.NOW
                        .within(QueryParameters.fromString("asOf=2023-08-31&q=x"))
                        .getQueryString())
                .isEqualTo("q=x");
    }

    @Test
    void known_at_an_instant_is_of_the_day_of_that_instant_in_china() {
        assertThat(AsOf.of(QueryParameters.fromString("knownAt=2023-08-31T16:30:00Z"))
                        .query())
                .isEqualTo(new dev.wuwei.crm.projections.support.AsOf(
                        LocalDate.of(2023, 9, 1), Instant.parse("2023-08-31T16:30:00Z")));
        assertThat(AsOf.of(QueryParameters.fromString("asOf=2023-11-30&knownAt=2023-08-31T16:30:00Z"))
                        .query()
                        .asOf())
                .as("named, though it is today")
                .isEqualTo(LocalDate.of(2023, 11, 30));
    }
}
