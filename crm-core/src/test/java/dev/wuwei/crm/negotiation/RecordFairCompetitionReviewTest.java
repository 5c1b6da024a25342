package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opened;

import dev.wuwei.crm.negotiation.NegotiationCommand.RecordFairCompetitionReview;
import dev.wuwei.crm.negotiation.NegotiationEvent.FairCompetitionReviewed;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecordFairCompetitionReviewTest {
    private static final Coded BODY = TestDictionaries.REVIEW_BODY;

    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_result_for_the_terms_as_they_stand() {
        negotiation
                .given(Given.atPreferentialTerms())
                .when(record(BODY.code(), true, " 审查〔2026〕3 号 ", TODAY))
                .emits(new FairCompetitionReviewed(ID, PROJECT, 1, BODY, true, "审查〔2026〕3 号", TODAY));
    }

    @Test
    void emits_a_review_that_was_not_passed() {
        negotiation
                .given(Given.atPreferentialTerms())
                .when(record(BODY.code(), false, "审查〔2026〕3 号", TODAY))
                .emits(new FairCompetitionReviewed(ID, PROJECT, 1, BODY, false, "审查〔2026〕3 号", TODAY));
    }

    @Test
    void rejects_where_no_clause_is_preferential() {
        negotiation
                .given(Given.atTerms())
                .when(record(BODY.code(), true, "审查〔2026〕3 号", TODAY))
                .rejects(NegotiationRule.NO_PREFERENTIAL_CLAUSE);
    }

    @Test
    void rejects_without_terms() {
        negotiation
                .given(opened())
                .when(record(BODY.code(), true, "审查〔2026〕3 号", TODAY))
                .rejects(NegotiationRule.TERMS_MISSING);
    }

    @Test
    void rejects_every_wrong_field_at_once() {
        negotiation
                .given(Given.atPreferentialTerms())
                .when(record(null, true, "号".repeat(501), TERMS_ON.minusDays(1)))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.TOO_LONG, SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_when_not_active() {
        negotiation
                .given(Given.shelved())
                .when(record(BODY.code(), true, "审查〔2026〕3 号", TODAY))
                .rejects(NegotiationRule.NOT_ACTIVE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(Given.atPreferentialTerms())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(record(BODY.code(), true, "审查〔2026〕3 号", TODAY))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    private static RecordFairCompetitionReview record(String body, boolean passed, String document, LocalDate on) {
        return new RecordFairCompetitionReview(ID, body, passed, document, on);
    }
}
