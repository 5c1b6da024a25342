package dev.wuwei.crm.standard;

import static dev.wuwei.crm.testing.TestStandardBook.adopted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.standard.StandardEvent.StandardAdopted;
import dev.wuwei.crm.standard.StandardEvent.StandardWithdrawn;
import dev.wuwei.crm.testing.TestThresholds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardsTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private static Standards after(StandardEvent... events) {
        return Standards.of(new TestThresholds(), List.of(events));
    }

    private static StandardWithdrawn withdrawn(StandardAdopted adopted) {
        return new StandardWithdrawn(
                StandardsId.ALL, adopted.standard(), adopted.limit(), adopted.formerly(), adopted.from(), JULY);
    }

    @Test
    void what_was_adopted_holds_from_its_day_on_and_before_it_what_held_then() {
        Standards standards = after(adopted(Standard.TAX_PER_MU, "5", MAY), adopted(Standard.TAX_PER_MU, "4", JULY));
        assertThat(standards.limit(Standard.TAX_PER_MU, MAY.minusDays(1))).isEqualTo("3");
        assertThat(standards.limit(Standard.TAX_PER_MU, MAY)).isEqualTo("5");
        assertThat(standards.limit(Standard.TAX_PER_MU, JULY.minusDays(1))).isEqualTo("5");
        assertThat(standards.limit(Standard.TAX_PER_MU, JULY)).isEqualTo("4");
        assertThat(standards.limit(Standard.OUTPUT_PER_MU, JULY)).isEqualTo("200");
    }

    @Test
    void what_was_withdrawn_never_held_and_may_be_adopted_again() {
        StandardAdopted may = adopted(Standard.LATE_RED, "60", MAY);
        assertThat(after(may, withdrawn(may)).lights(JULY).lateRedDays()).isEqualTo(90);
        assertThat(after(may, withdrawn(may)).lightsChangeOn()).isEmpty();
        assertThat(after(may, withdrawn(may), may).lights(JULY).lateRedDays()).isEqualTo(60);
    }

    @Test
    void every_light_has_the_limits_of_its_day() {
        Standards standards = after(
                adopted(Standard.START_RED, "5", MAY),
                adopted(Standard.TAX_PER_MU, "5", MAY.plusDays(3)),
                adopted(Standard.START_YELLOW, "2", JULY));
        assertThat(standards.lightsChangeOn()).containsExactly(MAY, JULY);
        assertThat(standards.lights(MAY.minusDays(1))).isEqualTo(new TestThresholds().lights());
        assertThat(standards.lights(MAY).startRedMonths()).isEqualTo(5);
        assertThat(standards.lights(MAY).startYellowMonths()).isEqualTo(1);
        assertThat(standards.lights(JULY).startYellowMonths()).isEqualTo(2);
    }

    @Test
    void thresholds_that_contradict_what_was_adopted_leave_red_where_yellow_is() {
        Standards standards = after(adopted(Standard.START_YELLOW, "4", MAY));
        assertThat(standards.lights(MAY).startRedMonths()).isEqualTo(4);
    }

    @Test
    void yellow_and_red_of_a_light_know_each_other() {
        for (Standard standard : Standard.values()) {
            assertThat(standard.isRed())
                    .as(standard.name())
                    .isEqualTo(standard.name().endsWith("_RED"));
            String light = standard.name().replaceAll("_(YELLOW|RED)$", "");
            assertThat(standard.isLight()).isEqualTo(!light.equals(standard.name()));
            if (standard.isLight()) {
                assertThat(standard.yellow()).isEqualTo(Standard.valueOf(light + "_YELLOW"));
                assertThat(standard.red()).isEqualTo(Standard.valueOf(light + "_RED"));
            }
        }
    }

    @Test
    void no_adoption_is_told_where_the_thresholds_hold() {
        Standards standards = after(adopted(Standard.TAX_PER_MU, "5", MAY));
        assertThat(standards.adoption(Standard.TAX_PER_MU, MAY.minusDays(1))).isEmpty();
        assertThat(standards.adoption(Standard.TAX_PER_MU, MAY))
                .get()
                .extracting(StandardAdopted::limit)
                .isEqualTo(new BigDecimal("5"));
        assertThat(standards.last(Standard.OUTPUT_PER_MU)).isEmpty();
    }
}
