package dev.wuwei.crm.platform.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JobRunTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 8);

    private static LocalDate since(LocalDate doneOn) {
        return new JobRun(TODAY, doneOn, command -> {}).since();
    }

    @Test
    void what_missed_nights_left_undone_begins_with_the_last_day_that_was_seen_to() {
        assertThat(since(TODAY.minusDays(1))).isEqualTo(TODAY.minusDays(1));
        assertThat(since(TODAY.minusDays(6))).isEqualTo(TODAY.minusDays(6));
    }

    @Test
    void a_first_run_and_another_one_on_the_same_day_look_back_to_the_day_before() {
        assertThat(since(null)).isEqualTo(TODAY.minusDays(1));
        assertThat(since(TODAY)).isEqualTo(TODAY.minusDays(1));
    }
}
