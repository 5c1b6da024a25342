package dev.wuwei.crm.followup;

import static dev.wuwei.crm.testing.TestScheduleTemplates.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.testing.TestCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackScheduleTest {
    /** A Thursday. */
    private static final LocalDate PRODUCTION = LocalDate.of(2026, 12, 31);

    private static final WorkingCalendar CALENDAR = new TestCalendar();

    @Test
    void the_latest_days_are_counted_back_from_the_day_of_production() {
        assertThat(BackSchedule.of(STEPS, PRODUCTION, CALENDAR))
                .extracting(PlannedStep::code, PlannedStep::latestStart, PlannedStep::latestFinish)
                .containsExactly(
                        tuple("permit", LocalDate.of(2026, 5, 24), LocalDate.of(2026, 5, 30)),
                        tuple("building", LocalDate.of(2026, 5, 30), LocalDate.of(2026, 11, 30)),
                        tuple("water", LocalDate.of(2026, 9, 30), LocalDate.of(2026, 11, 30)),
                        tuple("trial", LocalDate.of(2026, 11, 30), PRODUCTION));
    }

    @Test
    void slack_is_what_is_left_when_every_step_takes_as_long_as_planned() {
        List<PlannedStep> plan = BackSchedule.of(STEPS, PRODUCTION, CALENDAR);
        LocalDate started = LocalDate.of(2026, 6, 29);
        Map<String, StepDates> actual = Map.of(
                "permit", new StepDates(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 5, 20)),
                "building", new StepDates(started, null));
        List<StepForecast> forecast = StepForecast.of(plan, actual, LocalDate.of(2026, 7, 1), CALENDAR);
        assertThat(forecast)
                .extracting(f -> f.planned().code(), StepForecast::state, StepForecast::finish, StepForecast::slackDays)
                .containsExactly(
                        tuple("permit", StepForecast.State.FINISHED, LocalDate.of(2026, 5, 20), 10L),
                        tuple("building", StepForecast.State.RUNNING, LocalDate.of(2026, 12, 29), -29L),
                        tuple("water", StepForecast.State.OPEN, LocalDate.of(2026, 9, 1), 90L),
                        tuple("trial", StepForecast.State.OPEN, LocalDate.of(2027, 1, 29), -29L));
        assertThat(forecast).filteredOn(StepForecast::isLate).hasSize(2);
    }

    @Test
    void a_step_that_was_to_be_done_by_now_ends_today_at_the_earliest() {
        List<PlannedStep> plan = BackSchedule.of(STEPS, PRODUCTION, CALENDAR);
        LocalDate today = LocalDate.of(2027, 3, 1);
        assertThat(StepForecast.of(
                        plan, Map.of("building", new StepDates(LocalDate.of(2026, 1, 1), null)), today, CALENDAR))
                .filteredOn(f -> f.planned().code().equals("building"))
                .singleElement()
                .returns(today, StepForecast::finish);
    }

    @Test
    void the_pace_runs_from_construction_start_to_completion() {
        TimePace pace =
                TimePace.of(BackSchedule.of(STEPS, PRODUCTION, CALENDAR)).orElseThrow();
        assertThat(pace).isEqualTo(new TimePace(LocalDate.of(2026, 5, 30), LocalDate.of(2026, 11, 30)));
        assertThat(pace.percentOn(LocalDate.of(2026, 1, 1))).isZero();
        assertThat(pace.percentOn(LocalDate.of(2026, 8, 30))).isEqualTo(50);
        assertThat(pace.percentOn(PRODUCTION)).isEqualTo(100);
        assertThat(TimePace.between(PRODUCTION, PRODUCTION)).isEmpty();
    }

    record Drawn(int days, boolean inMonths, int before) {}

    /** Any number of steps, each after any of those above it. */
    @Provide
    Arbitrary<List<ScheduleStep>> templates() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 4095))
                .as(Drawn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(BackScheduleTest::steps);
    }

    private static List<ScheduleStep> steps(List<Drawn> drawn) {
        List<ScheduleStep> steps = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            List<String> after = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                if ((drawn.get(i).before() >> j & 1) == 1) {
                    after.add("s" + j);
                }
            }
            int length = drawn.get(i).days();
            boolean months = drawn.get(i).inMonths();
            steps.add(new ScheduleStep(
                    new Coded("s" + i, "工序" + i), months ? 0 : length, months ? length : 0, after, null, null, null));
        }
        return steps;
    }

    @Property(tries = 300)
    void no_step_ends_after_one_that_depends_on_it_must_begin_and_production_is_met(
            @ForAll("templates") List<ScheduleStep> steps, @ForAll @IntRange(max = 1500) int day) {
        LocalDate production = LocalDate.of(2025, 1, 1).plusDays(day);
        List<PlannedStep> plan = BackSchedule.of(steps, production, CALENDAR);
        Map<String, PlannedStep> byCode =
                plan.stream().collect(Collectors.toMap(PlannedStep::code, Function.identity()));
        assertThat(plan).extracting(PlannedStep::step).isEqualTo(steps);
        for (PlannedStep planned : plan) {
            assertThat(planned.latestFinish()).isBeforeOrEqualTo(production);
            assertThat(planned.step().finishFrom(planned.latestStart(), CALENDAR))
                    .isBeforeOrEqualTo(planned.latestFinish());
            planned.step()
                    .after()
                    .forEach(before ->
                            assertThat(byCode.get(before).latestFinish()).isBeforeOrEqualTo(planned.latestStart()));
        }
        assertThat(plan.getLast().latestFinish()).isEqualTo(production);
    }

    @Property(tries = 300)
    void begun_by_the_latest_day_nothing_is_late(
            @ForAll("templates") List<ScheduleStep> steps, @ForAll @IntRange(max = 1500) int day) {
        LocalDate production = LocalDate.of(2025, 1, 1).plusDays(day);
        List<PlannedStep> plan = BackSchedule.of(steps, production, CALENDAR);
        LocalDate first = plan.stream()
                .map(PlannedStep::latestStart)
                .min(LocalDate::compareTo)
                .orElseThrow();
        assertThat(StepForecast.of(plan, Map.of(), first, CALENDAR)).noneMatch(StepForecast::isLate);
        assertThat(StepForecast.of(plan, Map.of(), first.plusYears(20), CALENDAR))
                .allMatch(StepForecast::isLate);
    }
}
