package dev.wuwei.crm.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.LocalDate;
import java.util.Comparator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightVerdictTest {
    private static final LightLimits LIMITS = new TestThresholds().lights();
    private static final LocalDate DUE = LocalDate.of(2025, 3, 15);

    private static LightVerdict verdict(LightFacts facts, String day) {
        return LightVerdict.of(facts, LocalDate.parse(day), LIMITS);
    }

    private static LightFacts due(Milestone next) {
        return new LightFacts(next, DUE, null, null, null, null, null);
    }

    private static LightFacts built(Integer behind, LocalDate included, LocalDate quietUntil) {
        return new LightFacts(Milestone.COMPLETION, DUE, null, behind, LocalDate.of(2025, 1, 31), included, quietUntil);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-31, GREEN", "2025-04-01, YELLOW", "2025-05-31, YELLOW", "2025-06-01, RED", "2026-06-01, RED"})
    void the_start_is_counted_by_the_months_that_it_missed(String day, Light light) {
        assertThat(verdict(due(Milestone.CONSTRUCTION_START), day).light()).isEqualTo(light);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-15, GREEN", "2025-03-16, YELLOW", "2025-06-13, YELLOW", "2025-06-14, RED"})
    void another_milestone_is_counted_by_days(String day, Light light) {
        assertThat(verdict(due(Milestone.PRODUCTION_START), day).light()).isEqualTo(light);
    }

    @ParameterizedTest
    @CsvSource({"9, GREEN", "10, YELLOW", "30, YELLOW", "31, RED"})
    void progress_is_counted_by_the_points_that_it_is_behind(int behind, Light light) {
        assertThat(verdict(built(behind, DUE, null), "2025-03-01").light()).isEqualTo(light);
    }

    @ParameterizedTest
    @CsvSource({"2025-02-27, GREEN", "2025-02-28, YELLOW", "2025-03-30, YELLOW", "2025-03-31, RED"})
    void what_is_built_has_to_be_in_the_statistics_after_a_month(String day, Light light) {
        LightFacts facts =
                new LightFacts(Milestone.COMPLETION, null, null, null, LocalDate.of(2025, 1, 31), null, null);
        assertThat(LightVerdict.of(facts, LocalDate.parse(day), LIMITS).light()).isEqualTo(light);
    }

    @Test
    void the_worst_wins_and_every_reason_is_told() {
        assertThat(verdict(built(12, null, null), "2025-04-20").reasons())
                .extracting(LightReason::kind, LightReason::light, LightReason::amount)
                .containsExactly(
                        tuple(LightReason.Kind.NOT_IN_STATISTICS, Light.RED, 79L),
                        tuple(LightReason.Kind.MILESTONE_LATE, Light.YELLOW, 36L),
                        tuple(LightReason.Kind.PROGRESS_BEHIND, Light.YELLOW, 12L));
    }

    @Test
    void a_justified_cause_quiets_the_light_up_to_its_day_and_never_the_record() {
        LightFacts facts = built(40, DUE, LocalDate.of(2025, 5, 31));
        LightVerdict quiet = verdict(facts, "2025-05-31");
        assertThat(quiet.quiet()).isTrue();
        assertThat(quiet.light()).isEqualTo(Light.GREEN);
        assertThat(quiet.recorded()).isEqualTo(Light.RED);
        assertThat(verdict(facts, "2025-06-01").light()).isEqualTo(Light.RED);
    }

    @Test
    void a_clock_that_stands_still_counts_up_to_its_day_and_quiets_too() {
        LightFacts facts = new LightFacts(Milestone.PRODUCTION_START, DUE, DUE.plusDays(5), null, null, null, null);
        assertThat(verdict(facts, "2026-01-01"))
                .returns(Light.GREEN, LightVerdict::light)
                .returns(Light.YELLOW, LightVerdict::recorded);
    }

    @Test
    void nothing_is_late_when_nothing_is_left_to_happen() {
        assertThat(verdict(new LightFacts(null, null, null, 50, DUE, null, null), "2030-01-01")
                        .light())
                .isEqualTo(Light.GREEN);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-15, GREEN", "2025-03-16, YELLOW", "2025-06-14, RED"})
    void a_fall_below_full_capacity_is_counted_by_days(String day, Light light) {
        assertThat(verdict(due(null), day).light()).isEqualTo(light);
    }

    @Test
    void limits_that_turn_red_before_yellow_are_refused() {
        assertThatThrownBy(() -> new LightLimits(3, 1, 1, 90, 10, 30, 1, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<LightFacts> facts() {
        Arbitrary<LocalDate> days =
                Arbitraries.integers().between(0, 400).map(DUE::plusDays).injectNull(0.4);
        return Combinators.combine(
                        Arbitraries.of(Milestone.class),
                        days,
                        days,
                        Arbitraries.integers().between(0, 100).injectNull(0.4),
                        days,
                        days,
                        days)
                .as(LightFacts::new);
    }

    @Property(tries = 1000)
    void the_light_is_the_worst_reason_unless_quiet_and_never_gets_better_by_waiting(
            @ForAll("facts") LightFacts facts,
            @ForAll @IntRange(max = 600) int first,
            @ForAll @IntRange(max = 90) int more) {
        LocalDate day = DUE.plusDays(first);
        LightVerdict verdict = LightVerdict.of(facts, day, LIMITS);
        Light worst = verdict.reasons().stream()
                .map(LightReason::light)
                .max(Comparator.naturalOrder())
                .orElse(Light.GREEN);
        assertThat(verdict.recorded()).isEqualTo(worst);
        assertThat(verdict.light()).isEqualTo(verdict.quiet() ? Light.GREEN : worst);
        assertThat(verdict.reasons()).noneMatch(reason -> reason.light() == Light.GREEN);
        assertThat(LightVerdict.of(facts, day.plusDays(more), LIMITS).recorded())
                .isGreaterThanOrEqualTo(worst);
    }
}
