package dev.wuwei.crm.target;

import static dev.wuwei.crm.target.TargetExamples.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.target.Scoring.Span;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static final Span SPAN = new Span(number("10"), number("60"));
    private static final ScoreItem LINEAR = item(Formula.LINEAR, ScoreBasis.COMPLETION, "40", null);
    private static final ScoreItem CAPPED = item(Formula.CAPPED, ScoreBasis.COMPLETION, "40", "48");
    private static final ScoreItem EFFICACY = item(Formula.EFFICACY, ScoreBasis.ACTUAL, "30", null);
    private static final ScoreItem MISSED = item(Formula.DEDUCTION, ScoreBasis.COMPLETION, "0.2", "5");
    private static final ScoreItem OVERDUE = item(Formula.DEDUCTION, ScoreBasis.OVERDUE, "0.5", "3");

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal points(ScoreItem item, String figure) {
        return Scoring.points(item, number(figure), SPAN);
    }

    @Test
    void linear_gives_points_in_proportion_and_more_for_more() {
        assertThat(points(LINEAR, "0.75")).isEqualByComparingTo("30");
        assertThat(points(LINEAR, "1.5")).isEqualByComparingTo("60");
    }

    @Test
    void capped_ends_at_its_limit() {
        assertThat(points(CAPPED, "1.1")).isEqualByComparingTo("44");
        assertThat(points(CAPPED, "5")).isEqualByComparingTo("48");
    }

    @Test
    void efficacy_gives_sixty_percent_to_the_least_and_all_to_the_most() {
        assertThat(points(EFFICACY, "10")).isEqualByComparingTo("18");
        assertThat(points(EFFICACY, "35")).isEqualByComparingTo("24");
        assertThat(points(EFFICACY, "60")).isEqualByComparingTo("30");
    }

    @Test
    void efficacy_of_those_who_are_all_alike_divides_by_nothing() {
        assertThat(Scoring.efficacy(number("7"), new Span(number("7"), number("7.00"))))
                .isEqualByComparingTo("1");
        assertThat(Scoring.efficacy(BigDecimal.ZERO, new Span(BigDecimal.ZERO, BigDecimal.ZERO)))
                .isEqualByComparingTo("0.6");
    }

    @Test
    void a_deduction_counts_missing_points_or_overdue_projects_up_to_its_limit() {
        assertThat(points(MISSED, "0.9")).isEqualByComparingTo("-2");
        assertThat(points(MISSED, "1.3")).isEqualByComparingTo("0");
        assertThat(points(MISSED, "0")).isEqualByComparingTo("-5");
        assertThat(points(OVERDUE, "4")).isEqualByComparingTo("-2");
        assertThat(points(OVERDUE, "40")).isEqualByComparingTo("-3");
    }

    @Test
    void equal_points_share_a_place_and_the_next_counts_them() {
        assertThat(Scoring.places(List.of(number("80"), number("95.5"), number("80.00"), number("71"))))
                .containsExactly(2, 1, 2, 4);
        assertThat(Scoring.places(List.of())).isEmpty();
    }

    @Property
    void more_never_brings_less(
            @ForAll @BigRange(min = "0", max = "20") @Scale(4) BigDecimal one,
            @ForAll @BigRange(min = "0", max = "20") @Scale(4) BigDecimal other) {
        BigDecimal less = one.min(other);
        BigDecimal more = one.max(other);
        Span span = new Span(less, more);
        for (ScoreItem item : List.of(LINEAR, CAPPED, EFFICACY, MISSED)) {
            assertThat(Scoring.points(item, more, span))
                    .as("%s of %s and %s", item.formula(), more, less)
                    .isGreaterThanOrEqualTo(Scoring.points(item, less, span));
        }
    }

    @Property
    void more_overdue_projects_never_cost_less(
            @ForAll @IntRange(max = 500) int one, @ForAll @IntRange(max = 500) int other) {
        BigDecimal fewer = BigDecimal.valueOf(Math.min(one, other));
        BigDecimal more = BigDecimal.valueOf(Math.max(one, other));
        assertThat(Scoring.points(OVERDUE, more, SPAN)).isLessThanOrEqualTo(Scoring.points(OVERDUE, fewer, SPAN));
    }

    @Property
    void points_stay_within_their_bounds(
            @ForAll @Size(min = 1, max = 12) List<@BigRange(min = "0", max = "100000") @Scale(2) BigDecimal> figures) {
        Span span = Span.of(figures);
        for (BigDecimal figure : figures) {
            assertThat(Scoring.points(LINEAR, figure, span)).isNotNegative();
            assertThat(Scoring.points(CAPPED, figure, span)).isBetween(BigDecimal.ZERO, number("48"));
            assertThat(Scoring.points(EFFICACY, figure, span)).isBetween(number("18"), number("30"));
            assertThat(Scoring.points(MISSED, figure, span)).isBetween(number("-5"), BigDecimal.ZERO);
            assertThat(Scoring.points(OVERDUE, figure, span)).isBetween(number("-3"), BigDecimal.ZERO);
        }
    }

    @Property
    void places_begin_with_one_and_follow_the_points(
            @ForAll @Size(min = 1, max = 20) List<@BigRange(min = "-10", max = "10") @Scale(0) BigDecimal> totals) {
        List<Integer> places = Scoring.places(totals);
        assertThat(places).contains(1);
        for (int i = 0; i < totals.size(); i++) {
            for (int j = 0; j < totals.size(); j++) {
                assertThat(Integer.signum(places.get(i) - places.get(j)))
                        .isEqualTo(totals.get(j).compareTo(totals.get(i)));
            }
        }
    }
}
