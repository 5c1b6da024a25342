package dev.wuwei.crm.ui.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.shared.RuleViolated;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysFieldTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 2, 6);

    private static List<LocalDate> read(String text) {
        return DaysField.read(text, "free");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-02-06..2027-02-08, 2027-02-21",
                " 2027-2-6至2-8、2027-02-21 ",
                "2027-02-21；2027-02-06～08",
                "2027-02-06 .. 08\n2027-02-21",
                "2027-02-06，2027-02-07 2027-02-08 2027-02-21 2027-02-21",
            })
    void days_are_read_as_notices_write_them(String text) {
        assertThat(read(text)).containsExactly(FIRST, FIRST.plusDays(1), FIRST.plusDays(2), FIRST.plusDays(15));
        assertThat(read(DaysField.write(read(text)))).isEqualTo(read(text));
    }

    @Test
    void nothing_is_no_day() {
        assertThat(read("  ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "明天",
                "2027-02-30",
                "2027-02-08..2027-02-06",
                "2027-02-06..",
                "2027-02-06 and 2027-02-07",
                "2027-01-01..2029-01-01",
                "02-06"
            })
    void what_is_no_list_of_days_is_refused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        RuleViolated.class, e -> assertThat(e.rule()).isEqualTo(DaysRule.UNREADABLE));
    }
}
