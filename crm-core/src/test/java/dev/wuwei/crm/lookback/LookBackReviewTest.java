package dev.wuwei.crm.lookback;

import static dev.wuwei.crm.lookback.LookBackExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.lookback.LookBackCommand.CloseReview;
import dev.wuwei.crm.lookback.LookBackCommand.DemandRectification;
import dev.wuwei.crm.lookback.LookBackCommand.EscalateReview;
import dev.wuwei.crm.lookback.LookBackCommand.NotifyResult;
import dev.wuwei.crm.lookback.LookBackCommand.OpenReview;
import dev.wuwei.crm.lookback.LookBackCommand.RateReview;
import dev.wuwei.crm.lookback.LookBackCommand.RecheckRectification;
import dev.wuwei.crm.lookback.LookBackCommand.RecordSiteVisit;
import dev.wuwei.crm.lookback.LookBackCommand.ReportRectification;
import dev.wuwei.crm.lookback.LookBackCommand.RescheduleRectification;
import dev.wuwei.crm.lookback.ReviewEvent.RectificationRechecked;
import dev.wuwei.crm.lookback.ReviewEvent.RectificationReported;
import dev.wuwei.crm.lookback.ReviewEvent.RectificationRescheduled;
import dev.wuwei.crm.lookback.ReviewEvent.ReviewClosed;
import dev.wuwei.crm.lookback.ReviewEvent.ReviewEscalated;
import dev.wuwei.crm.lookback.ReviewEvent.ReviewRated;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LookBackReviewTest {
    private static final RectificationReported REPORTED =
            new RectificationReported(REVIEW, CAMPAIGN, PROJECT, ITEM, "已到岗 36 人", NONE, ON);

    private static RectificationRechecked rechecked(boolean passed) {
        return new RectificationRechecked(REVIEW, CAMPAIGN, PROJECT, ITEM, passed, "社保名册已核", ON);
    }

    @Nested
    class Open {
        private final OpenReview open =
                new OpenReview(REVIEW, CAMPAIGN, "2026 年度回头看", ENTRY, CUT_OFF, KNOWN_AT, 18_204, PLANNED_ON);

        @Test
        void emits_the_sheet_as_it_was_known() {
            AggregateScenario.of(LookBackReview.class)
                    .by(AggregateScenario.SENDER, Role.SYSTEM)
                    .with(new LookBackSources(source()))
                    .when(open)
                    .emits(opened());
        }

        @Test
        void sent_again_it_opens_nothing() {
            review(opened())
                    .by(AggregateScenario.SENDER, Role.SYSTEM)
                    .when(open)
                    .emitsNothing();
        }
    }

    @Nested
    class Visit {
        private RecordSiteVisit visit(String findings, LocalDate on) {
            return new RecordSiteVisit(REVIEW, findings, NONE, on);
        }

        @Test
        void emits_what_was_found_as_often_as_somebody_goes() {
            review(opened()).when(visit("主厂房封顶，设备未进场", ON)).emits(visited());
            review(opened(), visited()).when(visit("主厂房封顶，设备未进场", ON)).emits(visited());
        }

        @Test
        void rejects_nothing_found_the_future_other_parks_and_after_the_rating() {
            review(opened()).when(visit(" ", ON)).rejectsAt("findings", SharedRule.REQUIRED);
            review(opened()).when(visit("看了", TODAY.plusDays(1))).rejectsAt("occurredOn", SharedRule.IN_FUTURE);
            review(opened()).seeing(OTHER_PARK.code()).when(visit("看了", ON)).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
            review(opened(), visited(), rated(Grade.B)).when(visit("看了", ON)).rejects(LookBackRule.WRONG_REVIEW_STATE);
        }
    }

    @Nested
    class Rate {
        private RateReview rate(Grade grade, List<Consequence> consequences, String reason) {
            return new RateReview(REVIEW, grade, Cause.ENTERPRISE, "二期竣工违约", consequences, ON, reason);
        }

        @Test
        void emits_grade_cause_and_what_follows() {
            List<Consequence> follows = List.of(
                    new Consequence(Consequence.Kind.CLAWBACK, Money.wan("120"), "按未达比例"),
                    new Consequence(Consequence.Kind.INTERVIEW, null, null));
            review(opened(), visited())
                    .when(rate(Grade.C, follows, null))
                    .emits(new ReviewRated(
                            REVIEW, CAMPAIGN, PROJECT, Grade.C, Cause.ENTERPRISE, "二期竣工违约", follows, ON));
        }

        @Test
        void a_second_rating_says_why() {
            review(opened(), rated(Grade.C)).when(rate(Grade.B, null, " ")).rejects(SharedRule.REASON_REQUIRED);
            review(opened(), rated(Grade.C)).when(rate(Grade.B, null, "漏计补充协议")).emits(rated(Grade.B));
        }

        @Test
        void rejects_no_grade_a_clawback_of_nothing_and_amounts_that_do_not_fit() {
            review(opened()).when(rate(null, null, null)).rejectsAt("grade", SharedRule.REQUIRED);
            review(opened())
                    .when(rate(Grade.D, List.of(new Consequence(Consequence.Kind.CLAWBACK, null, null)), null))
                    .rejectsAt("consequences[0].amount", SharedRule.REQUIRED);
            review(opened())
                    .when(rate(Grade.D, List.of(new Consequence(Consequence.Kind.EXIT, Money.wan("1"), null)), null))
                    .rejectsAt("consequences[0].amount", LookBackRule.AMOUNT_FITS_NOT);
            review(opened())
                    .when(rate(
                            Grade.D,
                            List.of(
                                    new Consequence(Consequence.Kind.EXIT, null, null),
                                    new Consequence(Consequence.Kind.EXIT, null, null)),
                            null))
                    .rejectsAt("consequences[1].kind", LookBackRule.CONSEQUENCE_TWICE);
        }
    }

    @Nested
    class PutRight {
        private DemandRectification demand(LocalDate deadline) {
            return new DemandRectification(REVIEW, ITEM, CommitmentSide.COMPANY, "补招 34 人", "企业", deadline, ON);
        }

        private final Object[] rectifying = {opened(), visited(), rated(Grade.B), notified(), demanded()};

        @Test
        void is_demanded_after_the_notice_with_a_deadline() {
            review(opened(), rated(Grade.B))
                    .when(new NotifyResult(REVIEW, "督〔2026〕8 号", NONE, ON))
                    .emits(notified());
            review(opened(), rated(Grade.B), notified())
                    .when(demand(ON.plusDays(20)))
                    .emits(demanded());
            review(opened(), rated(Grade.B), notified())
                    .when(demand(ON))
                    .rejectsAt("deadline", LookBackRule.DEADLINE_TOO_EARLY);
            review(opened(), rated(Grade.B)).when(demand(ON.plusDays(20))).rejects(LookBackRule.WRONG_REVIEW_STATE);
        }

        @Test
        void is_reported_then_rechecked() {
            review(rectifying)
                    .when(new RecheckRectification(REVIEW, ITEM, true, "社保名册已核", ON))
                    .rejects(LookBackRule.NOT_REPORTED);
            review(rectifying)
                    .when(new ReportRectification(REVIEW, ITEM, "已到岗 36 人", NONE, ON))
                    .emits(REPORTED);
            review(opened(), rated(Grade.B), notified(), demanded(), REPORTED)
                    .when(new RecheckRectification(REVIEW, ITEM, true, "社保名册已核", ON))
                    .emits(rechecked(true));
        }

        @Test
        void its_deadline_moves_with_a_reason_until_it_has_passed() {
            LocalDate later = ON.plusDays(50);
            RescheduleRectification move = new RescheduleRectification(REVIEW, ITEM, later, ON, "主设备海运延误");
            RectificationRescheduled moved = new RectificationRescheduled(
                    REVIEW,
                    CAMPAIGN,
                    PROJECT,
                    ITEM,
                    demanded().demand(),
                    later,
                    demanded().deadline(),
                    ON);
            review(rectifying).when(move).emits(moved);
            review(opened(), rated(Grade.B), notified(), demanded(), REPORTED)
                    .when(move)
                    .emits(moved);
            review(opened(), rated(Grade.B), notified(), demanded(), moved)
                    .when(move)
                    .rejectsAt("deadline", LookBackRule.DEADLINE_UNCHANGED);
            review(rectifying)
                    .when(new RescheduleRectification(REVIEW, ITEM, ON, ON, "提前"))
                    .rejectsAt("deadline", LookBackRule.DEADLINE_TOO_EARLY);
            review(rectifying)
                    .when(new RescheduleRectification(REVIEW, ITEM, later, ON, " "))
                    .rejects(SharedRule.REASON_REQUIRED);
            review(rectifying)
                    .when(new RescheduleRectification(REVIEW, RectificationId.next(), later, ON, "改期"))
                    .rejects(LookBackRule.UNKNOWN_RECTIFICATION);
            review(opened(), rated(Grade.B), notified(), demanded(), REPORTED, rechecked(true))
                    .when(move)
                    .rejects(LookBackRule.WRONG_REVIEW_STATE);
        }

        @Test
        void what_does_not_pass_is_reported_anew() {
            review(opened(), rated(Grade.B), notified(), demanded(), REPORTED, rechecked(false))
                    .when(new RecheckRectification(REVIEW, ITEM, true, "社保名册已核", ON))
                    .rejects(LookBackRule.NOT_REPORTED);
            review(opened(), rated(Grade.B), notified(), demanded(), REPORTED, rechecked(false))
                    .when(new ReportRectification(REVIEW, ITEM, "已到岗 36 人", NONE, ON))
                    .emits(REPORTED);
        }

        @Test
        void rejects_unknown_things_and_the_same_twice() {
            RectificationId other = RectificationId.next();
            review(rectifying)
                    .when(new ReportRectification(REVIEW, other, "已改", NONE, ON))
                    .rejects(LookBackRule.UNKNOWN_RECTIFICATION);
            review(rectifying).when(demand(ON.plusDays(20))).rejects(LookBackRule.ALREADY_DEMANDED);
        }
    }

    @Nested
    class End {
        @Test
        void closes_once_everything_was_put_right() {
            CloseReview close = new CloseReview(REVIEW, "整改到位", ON);
            review(opened(), rated(Grade.B), notified(), demanded(), REPORTED, rechecked(true))
                    .when(close)
                    .emits(new ReviewClosed(REVIEW, CAMPAIGN, PROJECT, "整改到位", ON));
            review(opened(), rated(Grade.B), notified(), demanded())
                    .when(close)
                    .rejects(LookBackRule.RECTIFICATIONS_OPEN);
            review(opened(), rated(Grade.B)).when(close).rejects(LookBackRule.WRONG_REVIEW_STATE);
        }

        @Test
        void is_escalated_with_a_reason() {
            review(opened(), rated(Grade.D), notified())
                    .when(new EscalateReview(REVIEW, "县政府常务会", ON, "拒不整改"))
                    .emits(new ReviewEscalated(REVIEW, CAMPAIGN, PROJECT, "县政府常务会", ON));
            review(opened(), rated(Grade.D), notified())
                    .when(new EscalateReview(REVIEW, "县政府常务会", ON, null))
                    .rejects(SharedRule.REASON_REQUIRED);
        }

        @Test
        void nothing_follows_an_end() {
            review(opened(), rated(Grade.A), notified(), new ReviewClosed(REVIEW, CAMPAIGN, PROJECT, "无需整改", ON))
                    .when(new EscalateReview(REVIEW, "县政府常务会", ON, "拒不整改"))
                    .rejects(LookBackRule.WRONG_REVIEW_STATE);
        }
    }
}
