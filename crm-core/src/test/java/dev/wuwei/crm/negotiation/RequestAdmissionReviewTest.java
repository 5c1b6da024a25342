package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.EXPIRES_ON;
import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.OPINION_ON;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.REVIEW;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.advanced;
import static dev.wuwei.crm.negotiation.Given.after;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opened;
import static dev.wuwei.crm.negotiation.Given.revised;
import static dev.wuwei.crm.negotiation.Given.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.negotiation.NegotiationCommand.RequestAdmissionReview;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewRequested;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewRequested.RequestedOpinion;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewWithdrawn;
import dev.wuwei.crm.negotiation.NegotiationEvent.ApprovalExpired;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageAdvanced;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageReturned;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestAdmissionReviewTest {
    private static final Coded BODY = TestDictionaries.REVIEW_BODY;
    private static final ReviewId NEXT = ReviewId.next();

    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_review_requested_of_the_terms_as_they_stand_and_moves_the_stage() {
        negotiation
                .given(Given.atTerms())
                .when(request(REVIEW, ask(ReviewTopic.ENVIRONMENT, TODAY.plusDays(3)), ask(ReviewTopic.SAFETY, TODAY)))
                .emits(
                        new AdmissionReviewRequested(
                                ID,
                                PROJECT,
                                REVIEW,
                                1,
                                List.of(
                                        new RequestedOpinion(ReviewTopic.ENVIRONMENT, BODY, TODAY.plusDays(3)),
                                        new RequestedOpinion(ReviewTopic.SAFETY, BODY, TODAY)),
                                TODAY),
                        advanced(NegotiationStage.TERMS, NegotiationStage.IN_REVIEW, TODAY));
    }

    @Test
    void emits_deadline_in_working_days_where_none_is_given() {
        negotiation.calendar.withHoliday(LocalDate.of(2026, 6, 19));
        var requested = negotiation
                .given(Given.atTerms())
                .when(request(REVIEW, ask(ReviewTopic.ENERGY, null)))
                .event(AdmissionReviewRequested.class);
        assertThat(requested.opinions().getFirst().dueOn()).isEqualTo(LocalDate.of(2026, 6, 23));
    }

    @Test
    void emits_from_any_stage_before_the_review() {
        negotiation
                .given(opened(), revised(1, terms()))
                .when(request(REVIEW, ask(ReviewTopic.SAFETY, null)))
                .emitsTypes(AdmissionReviewRequested.class, StageAdvanced.class);
    }

    @Test
    void emits_again_after_the_review_was_withdrawn_or_returned() {
        negotiation
                .given(after(
                        Given.inReview(),
                        new AdmissionReviewWithdrawn(ID, PROJECT, REVIEW, OPINION_ON),
                        new StageReturned(ID, PROJECT, NegotiationStage.IN_REVIEW, NegotiationStage.TERMS, OPINION_ON)))
                .when(request(NEXT, ask(ReviewTopic.SAFETY, null)))
                .emitsTypes(AdmissionReviewRequested.class, StageAdvanced.class);
    }

    @Test
    void emits_expiry_first_when_the_approval_lapsed_and_the_nightly_job_has_not_run() {
        LocalDate later = EXPIRES_ON.plusDays(1);
        negotiation
                .given(Given.approved())
                .on(later)
                .when(new RequestAdmissionReview(ID, NEXT, List.of(ask(ReviewTopic.SAFETY, later)), later))
                .emits(
                        new ApprovalExpired(ID, PROJECT, REVIEW, later),
                        new StageReturned(ID, PROJECT, NegotiationStage.READY_TO_SIGN, NegotiationStage.TERMS, later),
                        new AdmissionReviewRequested(
                                ID,
                                PROJECT,
                                NEXT,
                                1,
                                List.of(new RequestedOpinion(ReviewTopic.SAFETY, BODY, later)),
                                later),
                        advanced(NegotiationStage.TERMS, NegotiationStage.IN_REVIEW, later));
    }

    @Test
    void rejects_while_the_present_terms_are_approved() {
        negotiation
                .given(Given.approved())
                .when(request(NEXT, ask(ReviewTopic.SAFETY, null)))
                .rejects(NegotiationRule.STILL_APPROVED);
    }

    @Test
    void rejects_without_terms() {
        negotiation
                .given(opened())
                .when(request(REVIEW, ask(ReviewTopic.SAFETY, null)))
                .rejects(NegotiationRule.TERMS_MISSING);
    }

    @Test
    void rejects_second_review_beside_an_open_one() {
        negotiation
                .given(Given.inReview())
                .when(request(NEXT, ask(ReviewTopic.SAFETY, null)))
                .rejects(NegotiationRule.REVIEW_ALREADY_OPEN);
    }

    @Test
    void rejects_id_of_a_review_that_is_closed() {
        negotiation
                .given(after(
                        Given.inReview(),
                        new AdmissionReviewWithdrawn(ID, PROJECT, REVIEW, OPINION_ON),
                        new StageReturned(ID, PROJECT, NegotiationStage.IN_REVIEW, NegotiationStage.TERMS, OPINION_ON)))
                .when(request(REVIEW, ask(ReviewTopic.SAFETY, null)))
                .rejects(NegotiationRule.REVIEW_CLOSED);
    }

    @Test
    void rejects_review_that_asks_nobody() {
        negotiation.given(Given.atTerms()).when(request(REVIEW)).rejects(NegotiationRule.NO_OPINION_ASKED);
        negotiation.when(new RequestAdmissionReview(ID, REVIEW, null, TODAY)).rejects(NegotiationRule.NO_OPINION_ASKED);
    }

    @Test
    void rejects_topic_that_is_asked_twice() {
        negotiation
                .given(Given.atTerms())
                .when(request(REVIEW, ask(ReviewTopic.SAFETY, null), ask(ReviewTopic.SAFETY, null)))
                .rejectsAt("opinions[1].topic", NegotiationRule.OPINION_TOPIC_TWICE);
    }

    @Test
    void rejects_deadline_before_the_request_or_absurdly_far() {
        negotiation
                .given(Given.atTerms())
                .when(request(REVIEW, ask(ReviewTopic.SAFETY, TODAY.minusDays(1))))
                .rejectsAt("opinions[0].dueOn", SharedRule.TOO_EARLY);
        negotiation
                .when(request(REVIEW, ask(ReviewTopic.SAFETY, LocalDate.of(2999, 1, 1))))
                .rejectsAt("opinions[0].dueOn", SharedRule.TOO_LATE);
    }

    @Test
    void rejects_missing_topic_and_unknown_body() {
        negotiation
                .given(Given.atTerms())
                .when(request(REVIEW, new OpinionRequest(null, TestDictionaries.NO_SUCH_CODE, null)))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.UNKNOWN_CODE);
    }

    @Test
    void rejects_missing_id_and_wrong_dates() {
        negotiation
                .given(Given.atTerms())
                .when(new RequestAdmissionReview(ID, null, List.of(ask(ReviewTopic.SAFETY, null)), TODAY.plusDays(1)))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.IN_FUTURE);
        negotiation
                .when(new RequestAdmissionReview(
                        ID, REVIEW, List.of(ask(ReviewTopic.SAFETY, null)), TERMS_ON.minusDays(1)))
                .rejects(SharedRule.TOO_EARLY);
        negotiation
                .when(new RequestAdmissionReview(ID, REVIEW, List.of(ask(ReviewTopic.SAFETY, null)), null))
                .rejectsAt("occurredOn", SharedRule.REQUIRED);
    }

    @Test
    void rejects_when_not_active() {
        negotiation
                .given(Given.shelved())
                .when(request(REVIEW, ask(ReviewTopic.SAFETY, null)))
                .rejects(NegotiationRule.NOT_ACTIVE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(Given.atTerms())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(request(REVIEW, ask(ReviewTopic.SAFETY, null)))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    private static RequestAdmissionReview request(ReviewId id, OpinionRequest... opinions) {
        return new RequestAdmissionReview(ID, id, List.of(opinions), TODAY);
    }

    private static OpinionRequest ask(ReviewTopic topic, LocalDate dueOn) {
        return new OpinionRequest(topic, BODY.code(), dueOn);
    }
}
