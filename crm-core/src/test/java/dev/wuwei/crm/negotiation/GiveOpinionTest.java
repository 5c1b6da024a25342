package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.REQUESTED_ON;
import static dev.wuwei.crm.negotiation.Given.REVIEW;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.after;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opinion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.negotiation.NegotiationCommand.GiveOpinion;
import dev.wuwei.crm.negotiation.NegotiationEvent.OpinionGiven;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GiveOpinionTest {
    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_opinion_given() {
        negotiation
                .given(Given.inReview())
                .when(give(OpinionVerdict.AGREE, " 同意 "))
                .emits(new OpinionGiven(
                        ID, PROJECT, REVIEW, ReviewTopic.SAFETY, OpinionVerdict.AGREE, "同意", List.of(), TODAY));
    }

    @Test
    void emits_agreement_without_words() {
        negotiation
                .given(Given.inReview())
                .when(give(OpinionVerdict.AGREE, null))
                .emitsTypes(OpinionGiven.class);
    }

    @Test
    void emits_conditions_each_once() {
        var given = negotiation
                .given(Given.inReview())
                .when(give(OpinionVerdict.AGREE_WITH_CONDITIONS, null, " 建设消防站", "建设消防站", "年审"))
                .event(OpinionGiven.class);
        assertThat(given.conditions()).containsExactly("建设消防站", "年审");
    }

    @Test
    void emits_opinion_that_comes_after_its_deadline() {
        negotiation
                .given(Given.inReview())
                .on(REQUESTED_ON.plusDays(60))
                .when(new GiveOpinion(
                        ID, REVIEW, ReviewTopic.SAFETY, OpinionVerdict.VETO, "安全距离不足", null, REQUESTED_ON.plusDays(60)))
                .emitsTypes(OpinionGiven.class);
    }

    @Test
    void rejects_objection_and_veto_without_words() {
        negotiation
                .given(Given.inReview())
                .when(give(OpinionVerdict.OBJECT, " "))
                .rejectsAt("text", SharedRule.REQUIRED);
        negotiation.when(give(OpinionVerdict.VETO, null)).rejectsAt("text", SharedRule.REQUIRED);
    }

    @Test
    void rejects_conditions_where_they_do_not_belong_and_their_absence_where_they_do() {
        negotiation
                .given(Given.inReview())
                .when(give(OpinionVerdict.AGREE, null, "建设消防站"))
                .rejects(NegotiationRule.CONDITIONS_UNEXPECTED);
        negotiation.when(give(OpinionVerdict.VETO, "不行", "建设消防站")).rejects(NegotiationRule.CONDITIONS_UNEXPECTED);
        negotiation.when(give(OpinionVerdict.AGREE_WITH_CONDITIONS, null)).rejects(NegotiationRule.CONDITIONS_MISSING);
    }

    @Test
    void rejects_empty_and_overlong_conditions() {
        negotiation
                .given(Given.inReview())
                .when(give(OpinionVerdict.AGREE_WITH_CONDITIONS, null, " "))
                .rejectsAt("conditions[0]", SharedRule.REQUIRED);
        negotiation
                .when(give(OpinionVerdict.AGREE_WITH_CONDITIONS, null, "年审", "长".repeat(501)))
                .rejectsAt("conditions[1]", SharedRule.TOO_LONG);
    }

    @Test
    void rejects_second_opinion_on_one_topic() {
        negotiation
                .given(after(Given.inReview(), opinion(ReviewTopic.SAFETY, OpinionVerdict.AGREE)))
                .when(give(OpinionVerdict.VETO, "不行"))
                .rejects(NegotiationRule.OPINION_ALREADY_GIVEN);
    }

    @Test
    void rejects_topic_that_was_not_asked() {
        negotiation
                .given(Given.inReview())
                .when(new GiveOpinion(ID, REVIEW, ReviewTopic.TECHNOLOGY, OpinionVerdict.AGREE, null, null, TODAY))
                .rejects(NegotiationRule.TOPIC_NOT_IN_REVIEW);
    }

    @Test
    void rejects_unknown_and_closed_review() {
        negotiation
                .given(Given.inReview())
                .when(new GiveOpinion(ID, ReviewId.next(), ReviewTopic.SAFETY, OpinionVerdict.AGREE, null, null, TODAY))
                .rejects(NegotiationRule.UNKNOWN_REVIEW);
        negotiation
                .given(Given.approved())
                .when(give(OpinionVerdict.AGREE, null))
                .rejects(NegotiationRule.REVIEW_CLOSED);
    }

    @Test
    void rejects_missing_review_topic_and_verdict() {
        negotiation
                .given(Given.inReview())
                .when(new GiveOpinion(ID, null, ReviewTopic.SAFETY, OpinionVerdict.AGREE, null, null, TODAY))
                .rejectsAt("reviewId", SharedRule.REQUIRED);
        negotiation
                .when(new GiveOpinion(ID, REVIEW, null, OpinionVerdict.AGREE, null, null, TODAY))
                .rejectsAt("topic", SharedRule.REQUIRED);
        negotiation.when(give(null, "同意")).rejectsAt("verdict", SharedRule.REQUIRED);
    }

    @Test
    void rejects_date_before_the_request_and_in_the_future() {
        negotiation.given(Given.inReview()).when(on(REQUESTED_ON.minusDays(1))).rejects(SharedRule.TOO_EARLY);
        negotiation.when(on(TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(Given.inReview())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(give(OpinionVerdict.AGREE, null))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    private static GiveOpinion give(OpinionVerdict verdict, String text, String... conditions) {
        return new GiveOpinion(ID, REVIEW, ReviewTopic.SAFETY, verdict, text, List.of(conditions), TODAY);
    }

    private static GiveOpinion on(LocalDate date) {
        return new GiveOpinion(ID, REVIEW, ReviewTopic.SAFETY, OpinionVerdict.AGREE, null, null, date);
    }
}
