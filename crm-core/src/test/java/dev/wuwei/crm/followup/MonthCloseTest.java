package dev.wuwei.crm.followup;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.MonthCommand.CloseMonth;
import dev.wuwei.crm.followup.MonthCommand.ReopenMonth;
import dev.wuwei.crm.followup.MonthEvent.MonthClosed;
import dev.wuwei.crm.followup.MonthEvent.MonthReopened;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MonthCloseTest {
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final MonthCloseId ID = MonthCloseId.of(PARK.code(), MAY);
    private static final MonthClosed CLOSED = new MonthClosed(ID, PARK, MAY, TODAY);
    private static final MonthReopened REOPENED = new MonthReopened(ID, PARK, MAY, TODAY);

    private final AggregateScenario<MonthClose> month = AggregateScenario.of(MonthClose.class);

    private static CloseMonth close(MonthCloseId id, YearMonth month) {
        return new CloseMonth(id, PARK.code(), month, TODAY);
    }

    private static ReopenMonth reopen(String reason) {
        return new ReopenMonth(ID, TODAY, reason);
    }

    @Test
    void emits_that_a_month_is_closed_opened_again_and_closed_again() {
        month.when(close(ID, MAY)).emits(CLOSED);
        month.given(CLOSED).when(reopen("两家企业报表退回")).emits(REOPENED);
        month.given(CLOSED, REOPENED).when(close(ID, MAY)).emits(CLOSED);
    }

    @Test
    void a_closed_month_is_known_until_it_is_opened_again() {
        ClosedMonths closed = new ClosedMonths(month.uniqueness);
        assertThat(closed.isClosed(PARK, MAY)).isFalse();
        month.when(close(ID, MAY)).emits(CLOSED);
        assertThat(closed.isClosed(PARK, MAY)).isTrue();
        assertThat(closed.isClosed(TestDictionaries.OTHER_PARK, MAY)).isFalse();
        month.given(CLOSED).when(reopen("退回")).emits(REOPENED);
        assertThat(closed.isClosed(PARK, MAY)).isFalse();
    }

    private static AggregateScenario<MonthClose> untouched() {
        return AggregateScenario.of(MonthClose.class);
    }

    @Test
    void rejects_a_month_that_runs_twice_or_under_the_name_of_another() {
        YearMonth june = YearMonth.from(TODAY);
        month.given(CLOSED).when(close(ID, MAY)).rejects(FollowUpRule.MONTH_CLOSED);
        untouched().when(close(MonthCloseId.of(PARK.code(), june), june)).rejects(FollowUpRule.MONTH_RUNS);
        untouched().when(close(ID, MAY.minusMonths(1))).rejects(FollowUpRule.OTHER_MONTH);
        untouched()
                .when(new CloseMonth(ID, TestDictionaries.NO_SUCH_CODE, MAY, TODAY))
                .rejectsAt("parkCode", SharedRule.UNKNOWN_CODE);
        untouched().seeing("park-b").when(close(ID, MAY)).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    @Test
    void rejects_reopening_without_reason_or_of_what_is_open() {
        month.given(CLOSED).when(reopen(" ")).rejects(SharedRule.REASON_REQUIRED);
        month.given(CLOSED, REOPENED).when(reopen("退回")).rejects(FollowUpRule.MONTH_NOT_CLOSED);
    }
}
