package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.OPINION_ON;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.REVIEW;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.after;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opinion;

import dev.wuwei.crm.negotiation.NegotiationCommand.OverruleVeto;
import dev.wuwei.crm.negotiation.NegotiationEvent.VetoOverruled;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OverruleVetoTest {
    private static final Coded BODY = TestDictionaries.OTHER_REVIEW_BODY;

    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_veto_overruled_by_the_named_body_with_its_minutes() {
        negotiation
                .given(after(Given.inReview(), opinion(ReviewTopic.SAFETY, OpinionVerdict.VETO)))
                .when(overrule(BODY.code(), " 县政府常务会议纪要〔2026〕12 号 ", TODAY))
                .emits(new VetoOverruled(ID, PROJECT, REVIEW, ReviewTopic.SAFETY, BODY, "县政府常务会议纪要〔2026〕12 号", TODAY));
    }

    @Test
    void rejects_where_there_is_no_veto() {
        negotiation
                .given(after(Given.inReview(), opinion(ReviewTopic.SAFETY, OpinionVerdict.OBJECT)))
                .when(overrule(BODY.code(), "纪要", TODAY))
                .rejects(NegotiationRule.NO_VETO);
        negotiation
                .given(Given.inReview())
                .when(overrule(BODY.code(), "纪要", TODAY))
                .rejects(NegotiationRule.NO_VETO);
    }

    @Test
    void rejects_second_overruling() {
        negotiation
                .given(after(
                        Given.inReview(),
                        opinion(ReviewTopic.SAFETY, OpinionVerdict.VETO),
                        new VetoOverruled(ID, PROJECT, REVIEW, ReviewTopic.SAFETY, BODY, "纪要", OPINION_ON)))
                .when(overrule(BODY.code(), "纪要", TODAY))
                .rejects(NegotiationRule.NO_VETO);
    }

    @Test
    void rejects_without_body_minutes_or_with_a_date_before_the_veto() {
        negotiation
                .given(after(Given.inReview(), opinion(ReviewTopic.SAFETY, OpinionVerdict.VETO)))
                .when(overrule(TestDictionaries.NO_SUCH_CODE, " ", OPINION_ON.minusDays(1)))
                .rejectsAll(SharedRule.UNKNOWN_CODE, SharedRule.REQUIRED, SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_closed_review() {
        negotiation
                .given(Given.approved())
                .when(overrule(BODY.code(), "纪要", TODAY))
                .rejects(NegotiationRule.REVIEW_CLOSED);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(after(Given.inReview(), opinion(ReviewTopic.SAFETY, OpinionVerdict.VETO)))
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(overrule(BODY.code(), "纪要", TODAY))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    private static OverruleVeto overrule(String body, String minutes, LocalDate on) {
        return new OverruleVeto(ID, REVIEW, ReviewTopic.SAFETY, body, minutes, on);
    }
}
