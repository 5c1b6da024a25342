package dev.wuwei.crm.target;

import static dev.wuwei.crm.target.TargetExamples.*;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.target.ScorecardCommand.DefineScorecard;
import dev.wuwei.crm.target.ScorecardCommand.RepealScorecard;
import dev.wuwei.crm.target.ScorecardCommand.ReviseScorecard;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardDefined;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardRepealed;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardRevised;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {
    private static final List<ScoreItem> ITEMS = List.of(
            item(Formula.CAPPED, ScoreBasis.COMPLETION, "40", "48"),
            item(Formula.EFFICACY, ScoreBasis.ACTUAL, "30", null),
            item(Formula.DEDUCTION, ScoreBasis.OVERDUE, "0.5", "10"));
    private static final ScorecardDefined DEFINED =
            new ScorecardDefined(CARD, "2026 年园区考核", 2026, ScopeKind.PARK, ITEMS, SET_ON);

    private final AggregateScenario<Scorecard> card = AggregateScenario.of(Scorecard.class);

    private static DefineScorecard define(ScopeKind over, ScoreItem... items) {
        return new DefineScorecard(CARD, "2026 年园区考核", 2026, over, Arrays.asList(items), SET_ON);
    }

    private static DefineScorecard define(ScoreItem item) {
        return define(ScopeKind.PARK, item);
    }

    @Test
    void emits_the_definition() {
        card.when(define(ScopeKind.PARK, ITEMS.toArray(ScoreItem[]::new))).emits(DEFINED);
    }

    @Test
    void a_capped_item_without_a_limit_brings_its_points_at_most() {
        card.when(define(item(Formula.CAPPED, ScoreBasis.COMPLETION, "40", null)))
                .emits(new ScorecardDefined(
                        CARD,
                        "2026 年园区考核",
                        2026,
                        ScopeKind.PARK,
                        List.of(item(Formula.CAPPED, ScoreBasis.COMPLETION, "40", "40")),
                        SET_ON));
    }

    @Test
    void a_changed_one_is_a_new_version_with_a_reason() {
        List<ScoreItem> changed = ITEMS.subList(0, 2);
        card.given(DEFINED)
                .when(new ReviseScorecard(CARD, "2026 年园区考核", changed, ON, "逾期另行通报"))
                .emits(new ScorecardRevised(CARD, 2, "2026 年园区考核", changed, ON));
        card.given(DEFINED)
                .when(new ReviseScorecard(CARD, "2026 年园区考核", changed, ON, null))
                .rejects(SharedRule.REASON_REQUIRED);
        card.given(DEFINED)
                .when(new ReviseScorecard(CARD, "2026 年园区考核", ITEMS, ON, "不变"))
                .rejectsAt("items", TargetRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_formulas_that_do_not_fit_what_they_look_at() {
        card.when(define(item(Formula.LINEAR, ScoreBasis.ACTUAL, "40", null)))
                .rejectsAt("items[0].formula", TargetRule.FORMULA_FITS_NOT);
        card.when(define(item(Formula.EFFICACY, ScoreBasis.OVERDUE, "40", null)))
                .rejectsAt("items[0].formula", TargetRule.FORMULA_FITS_NOT);
        card.when(define(item(Formula.LINEAR, ScoreBasis.COMPLETION, "40", "50")))
                .rejectsAt("items[0].limit", TargetRule.LIMIT_FITS_NOT);
        card.when(define(item(Formula.CAPPED, ScoreBasis.COMPLETION, "40", "39")))
                .rejectsAt("items[0].limit", TargetRule.LIMIT_FITS_NOT);
        card.when(define(item(Formula.DEDUCTION, ScoreBasis.OVERDUE, "1", null)))
                .rejectsAt("items[0].limit", SharedRule.REQUIRED);
        card.when(define(new ScoreItem(
                        TargetMeasure.SIGNED_COUNT,
                        ScoreBasis.OVERDUE,
                        Formula.DEDUCTION,
                        ITEMS.get(2).points(),
                        ITEMS.get(2).limit())))
                .rejectsAt("items[0].measure", TargetRule.MEASURE_FITS_NOT);
    }

    @Test
    void rejects_points_that_cannot_be() {
        card.when(define(item(Formula.LINEAR, ScoreBasis.COMPLETION, "-1", null)))
                .rejectsAt("items[0].points", SharedRule.NOT_POSITIVE);
        card.when(define(item(Formula.LINEAR, ScoreBasis.COMPLETION, "1000.01", null)))
                .rejectsAt("items[0].points", TargetRule.POINTS_RANGE);
        card.when(define(item(Formula.LINEAR, ScoreBasis.COMPLETION, "1.005", null)))
                .rejectsAt("items[0].points", SharedRule.TOO_PRECISE);
    }

    @Test
    void rejects_a_card_without_items_with_one_twice_or_over_nobody() {
        card.when(define(ScopeKind.PARK)).rejects(TargetRule.ITEMS_MISSING);
        card.when(define(ScopeKind.PARK, ITEMS.get(0), ITEMS.get(0)))
                .rejectsAt("items[1].measure", TargetRule.ITEM_TWICE);
        card.when(define(ScopeKind.WHOLE, ITEMS.get(0))).rejects(TargetRule.NOBODY_TO_RANK);
        card.when(new DefineScorecard(CARD, "2026 年园区考核", 12026, ScopeKind.PARK, ITEMS, SET_ON))
                .rejectsAt("year", SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_a_second_one_for_the_same_year_and_people() {
        card.uniqueness.holding(
                "target.scorecard",
                "2026|PARK",
                ScorecardId.next(),
                AggregateScenario.SENDER,
                AggregateScenario.at(SET_ON));
        card.when(define(ITEMS.get(0))).rejects(TargetRule.SCORECARD_EXISTS);
    }

    @Test
    void rejects_a_sender_who_sees_some_parks_only() {
        card.seeing(TestDictionaries.PARK.code()).when(define(ITEMS.get(0))).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    @Test
    void a_repealed_one_is_changed_no_more() {
        card.given(DEFINED).when(new RepealScorecard(CARD, ON, "并入县级考核")).emits(new ScorecardRepealed(CARD, ON));
        card.given(DEFINED, new ScorecardRepealed(CARD, ON))
                .when(new RepealScorecard(CARD, ON, "并入县级考核"))
                .rejects(TargetRule.WITHDRAWN);
    }
}
