package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.OPINION_ON;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.REVIEW;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.advanced;
import static dev.wuwei.crm.negotiation.Given.after;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opinion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.negotiation.NegotiationCommand.DecideAdmission;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionDecided;
import dev.wuwei.crm.negotiation.NegotiationEvent.OpinionGiven;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageAdvanced;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageReturned;
import dev.wuwei.crm.negotiation.NegotiationEvent.VetoOverruled;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecideAdmissionTest {
    private static final String MINUTES = "会议纪要〔2026〕6 号";

    private final TestGates gates = new TestGates();
    private final AggregateScenario<Negotiation> negotiation = negotiation(gates);

    @Test
    void emits_approval_with_the_gates_as_measured_and_its_last_day() {
        negotiation
                .given(heard())
                .when(decide(AdmissionOutcome.APPROVED, null))
                .emits(
                        new AdmissionDecided(
                                ID,
                                PROJECT,
                                REVIEW,
                                AdmissionOutcome.APPROVED,
                                1,
                                TestGates.PASSED,
                                "gates@7",
                                List.of(),
                                null,
                                TODAY.plusDays(180),
                                TODAY),
                        advanced(NegotiationStage.IN_REVIEW, NegotiationStage.READY_TO_SIGN, TODAY));
    }

    @Test
    void emits_conditions_of_the_opinions_and_of_the_decision_each_once() {
        var decided = negotiation
                .given(heard(opinion(ReviewTopic.SAFETY, OpinionVerdict.AGREE_WITH_CONDITIONS, "建消防站", "年审")))
                .when(decide(AdmissionOutcome.APPROVED_WITH_CONDITIONS, null, "年审", "分期供地"))
                .event(AdmissionDecided.class);
        assertThat(decided.conditions()).containsExactly("建消防站", "年审", "分期供地");
    }

    @Test
    void emits_conditional_approval_below_a_gate_when_it_is_explained() {
        gates.measuring(TestGates.MISSED);
        var decided = negotiation
                .given(heard())
                .when(decide(AdmissionOutcome.APPROVED_WITH_CONDITIONS, MINUTES, "三年内补足税收"))
                .event(AdmissionDecided.class);
        assertThat(decided.gates()).isEqualTo(TestGates.MISSED);
    }

    @Test
    void emits_approval_after_a_veto_was_overruled() {
        negotiation
                .given(after(
                        heard(opinion(ReviewTopic.SAFETY, OpinionVerdict.VETO)),
                        new VetoOverruled(
                                ID,
                                PROJECT,
                                REVIEW,
                                ReviewTopic.SAFETY,
                                TestDictionaries.OTHER_REVIEW_BODY,
                                "纪要",
                                OPINION_ON)))
                .when(decide(AdmissionOutcome.APPROVED, null))
                .emitsTypes(AdmissionDecided.class, StageAdvanced.class);
    }

    @Test
    void emits_rejection_and_takes_the_stage_back_for_the_same_reason() {
        var outcome = negotiation.given(Given.inReview()).when(decide(AdmissionOutcome.REJECTED, MINUTES));
        outcome.emits(
                new AdmissionDecided(
                        ID,
                        PROJECT,
                        REVIEW,
                        AdmissionOutcome.REJECTED,
                        1,
                        TestGates.PASSED,
                        "gates@7",
                        List.of(),
                        MINUTES,
                        null,
                        TODAY),
                new StageReturned(ID, PROJECT, NegotiationStage.IN_REVIEW, NegotiationStage.TERMS, TODAY));
    }

    @Test
    void emits_return_for_more_papers_although_opinions_are_missing() {
        negotiation
                .given(Given.inReview())
                .when(decide(AdmissionOutcome.RETURNED, MINUTES))
                .emitsTypes(AdmissionDecided.class, StageReturned.class);
    }

    @Test
    void rejects_approval_while_an_opinion_is_missing_and_names_it() {
        var outcome = negotiation
                .given(after(Given.inReview(), opinion(ReviewTopic.SAFETY, OpinionVerdict.AGREE)))
                .when(decide(AdmissionOutcome.APPROVED, null));
        outcome.rejects(NegotiationRule.OPINIONS_MISSING);
        assertThat(outcome.violations().getFirst().args()).containsExactly(List.of(ReviewTopic.ENVIRONMENT));
    }

    @Test
    void rejects_approval_against_a_veto() {
        negotiation
                .given(heard(opinion(ReviewTopic.SAFETY, OpinionVerdict.VETO)))
                .when(decide(AdmissionOutcome.APPROVED_WITH_CONDITIONS, MINUTES, "条件"))
                .rejects(NegotiationRule.VETO_STANDS);
    }

    @Test
    void rejects_approval_of_what_is_on_the_negative_list() {
        gates.forbidding("燃料加工");
        negotiation
                .given(heard())
                .when(decide(AdmissionOutcome.APPROVED_WITH_CONDITIONS, MINUTES, "条件"))
                .rejects(NegotiationRule.ON_NEGATIVE_LIST);
    }

    @Test
    void rejects_plain_approval_below_a_gate_and_names_it() {
        gates.measuring(TestGates.MISSED);
        var outcome = negotiation.given(heard()).when(decide(AdmissionOutcome.APPROVED, MINUTES));
        outcome.rejects(NegotiationRule.GATE_NOT_PASSED);
        assertThat(outcome.violations().getFirst().args()).containsExactly(List.of(GateMetric.TAX_PER_MU));
    }

    @Test
    void rejects_plain_approval_where_an_opinion_sets_conditions() {
        negotiation
                .given(heard(opinion(ReviewTopic.SAFETY, OpinionVerdict.AGREE_WITH_CONDITIONS, "建消防站")))
                .when(decide(AdmissionOutcome.APPROVED, null))
                .rejects(NegotiationRule.CONDITIONS_OF_OPINIONS);
    }

    @Test
    void rejects_conditional_approval_without_conditions_and_conditions_without_it() {
        negotiation
                .given(heard())
                .when(decide(AdmissionOutcome.APPROVED_WITH_CONDITIONS, null))
                .rejects(NegotiationRule.CONDITIONS_MISSING);
        negotiation.when(decide(AdmissionOutcome.APPROVED, null, "条件")).rejects(NegotiationRule.CONDITIONS_UNEXPECTED);
        negotiation
                .when(decide(AdmissionOutcome.REJECTED, MINUTES, "条件"))
                .rejects(NegotiationRule.CONDITIONS_UNEXPECTED);
    }

    @Test
    void rejects_refusal_and_approval_against_an_objection_without_minutes() {
        negotiation
                .given(heard(opinion(ReviewTopic.SAFETY, OpinionVerdict.OBJECT)))
                .when(decide(AdmissionOutcome.REJECTED, " "))
                .rejectsAt("minutes", SharedRule.REQUIRED);
        negotiation.when(decide(AdmissionOutcome.RETURNED, null)).rejectsAt("minutes", SharedRule.REQUIRED);
        negotiation.when(decide(AdmissionOutcome.APPROVED, null)).rejectsAt("minutes", SharedRule.REQUIRED);
    }

    @Test
    void rejects_naming_everything_that_stands_in_the_way() {
        gates.measuring(TestGates.MISSED).forbidding("燃料加工");
        negotiation
                .given(after(Given.inReview(), opinion(ReviewTopic.SAFETY, OpinionVerdict.VETO)))
                .when(decide(AdmissionOutcome.APPROVED, null))
                .rejectsAll(
                        NegotiationRule.ON_NEGATIVE_LIST,
                        NegotiationRule.OPINIONS_MISSING,
                        NegotiationRule.VETO_STANDS,
                        NegotiationRule.GATE_NOT_PASSED,
                        SharedRule.REQUIRED);
    }

    @Test
    void rejects_date_before_the_last_opinion() {
        negotiation
                .given(heard())
                .when(new DecideAdmission(ID, REVIEW, AdmissionOutcome.APPROVED, null, null, OPINION_ON.minusDays(1)))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_missing_outcome_overlong_minutes_and_future_date() {
        negotiation
                .given(heard())
                .when(new DecideAdmission(ID, REVIEW, null, null, "纪".repeat(501), TODAY.plusDays(1)))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.TOO_LONG, SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_second_decision() {
        negotiation
                .given(Given.approved())
                .when(decide(AdmissionOutcome.REJECTED, MINUTES))
                .rejects(NegotiationRule.REVIEW_CLOSED);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(heard())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(decide(AdmissionOutcome.APPROVED, null))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    /** Environment agrees; so does safety, unless it says otherwise. */
    private static List<DomainEvent> heard(OpinionGiven... safety) {
        return after(
                Given.inReview(),
                opinion(ReviewTopic.ENVIRONMENT, OpinionVerdict.AGREE),
                safety.length == 0 ? opinion(ReviewTopic.SAFETY, OpinionVerdict.AGREE) : safety[0]);
    }

    private static DecideAdmission decide(AdmissionOutcome outcome, String minutes, String... conditions) {
        return new DecideAdmission(ID, REVIEW, outcome, List.of(conditions), minutes, TODAY);
    }
}
