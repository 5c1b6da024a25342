package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.DECIDED_ON;
import static dev.wuwei.crm.negotiation.Given.EXPIRES_ON;
import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.LEADER;
import static dev.wuwei.crm.negotiation.Given.OFFICER;
import static dev.wuwei.crm.negotiation.Given.OPENED_ON;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.REVIEW;
import static dev.wuwei.crm.negotiation.Given.SIGNING;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.advanced;
import static dev.wuwei.crm.negotiation.Given.after;
import static dev.wuwei.crm.negotiation.Given.decided;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opened;
import static dev.wuwei.crm.negotiation.Given.preferentialTerms;
import static dev.wuwei.crm.negotiation.Given.revised;
import static dev.wuwei.crm.negotiation.Papers.sign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.negotiation.NegotiationCommand.AdvanceStage;
import dev.wuwei.crm.negotiation.NegotiationEvent.AgreementEnded;
import dev.wuwei.crm.negotiation.NegotiationEvent.ApprovalExpired;
import dev.wuwei.crm.negotiation.NegotiationEvent.FairCompetitionReviewed;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationSigned;
import dev.wuwei.crm.negotiation.NegotiationEvent.PreliminaryAgreementSigned;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageAdvanced;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageReturned;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.signing.SigningRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignAgreementTest {
    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_agreement_and_end_of_the_negotiation_in_one_unit_of_work() {
        var outcome = negotiation.given(Given.approved()).when(sign(AgreementKind.FORMAL, TODAY));
        outcome.emitsTypes(AgreementSigned.class, NegotiationSigned.class, StageAdvanced.class);
        AgreementSigned signed = outcome.event(AgreementSigned.class);
        assertThat(signed.negotiationId()).isEqualTo(ID);
        assertThat(signed.projectId()).isEqualTo(PROJECT);
        assertThat(signed.owner()).isEqualTo(OFFICER);
        assertThat(signed.park()).isEqualTo(TestDictionaries.PARK);
        assertThat(outcome.event(NegotiationSigned.class))
                .isEqualTo(new NegotiationSigned(ID, PROJECT, SIGNING, TODAY));
        assertThat(outcome.event(StageAdvanced.class))
                .isEqualTo(advanced(NegotiationStage.READY_TO_SIGN, NegotiationStage.SIGNED, TODAY));
    }

    @Test
    void emits_signature_on_the_first_and_on_the_last_day_of_the_approval() {
        negotiation
                .given(Given.approved())
                .when(sign(AgreementKind.FORMAL, DECIDED_ON))
                .emitsTypes(AgreementSigned.class, NegotiationSigned.class, StageAdvanced.class);
        negotiation
                .on(EXPIRES_ON)
                .when(sign(AgreementKind.FORMAL, EXPIRES_ON))
                .emitsTypes(AgreementSigned.class, NegotiationSigned.class, StageAdvanced.class);
    }

    @Test
    void emits_signature_entered_late_although_the_approval_has_expired_since() {
        LocalDate dayAfter = EXPIRES_ON.plusDays(1);
        var outcome = negotiation
                .given(after(
                        Given.approved(),
                        new ApprovalExpired(ID, PROJECT, REVIEW, dayAfter),
                        new StageReturned(
                                ID, PROJECT, NegotiationStage.READY_TO_SIGN, NegotiationStage.TERMS, dayAfter)))
                .on(dayAfter.plusDays(9))
                .when(sign(AgreementKind.FORMAL, EXPIRES_ON));
        assertThat(outcome.event(NegotiationSigned.class).occurredOn()).isEqualTo(EXPIRES_ON);
        assertThat(outcome.event(StageAdvanced.class).occurredOn())
                .as("stages follow one another in time")
                .isEqualTo(dayAfter);
    }

    @Test
    void emits_conditions_of_the_approval_as_commitments_of_the_company() {
        AgreementSigned signed = negotiation
                .given(Given.approved(List.of("建设消防站", "三年内补足税收")))
                .when(sign(AgreementKind.FORMAL, TODAY))
                .event(AgreementSigned.class);
        assertThat(signed.terms().companyCommitments())
                .extracting(CompanyCommitment::value)
                .containsExactly("建设消防站", "三年内补足税收");
    }

    @Test
    void emits_letter_of_intent_without_approval_and_leaves_the_negotiation_active() {
        negotiation
                .given(opened())
                .when(sign(AgreementKind.LETTER_OF_INTENT, TODAY))
                .emitsTypes(AgreementSigned.class, PreliminaryAgreementSigned.class);
        negotiation
                .given(
                        opened(),
                        new PreliminaryAgreementSigned(ID, PROJECT, SIGNING, AgreementKind.LETTER_OF_INTENT, TERMS_ON))
                .when(new AdvanceStage(ID, NegotiationStage.TERMS, TODAY))
                .emitsTypes(StageAdvanced.class);
    }

    @Test
    void emits_framework_with_approval_and_leaves_the_negotiation_active() {
        negotiation
                .given(Given.approved())
                .when(sign(AgreementKind.FRAMEWORK, TODAY))
                .emitsTypes(AgreementSigned.class, PreliminaryAgreementSigned.class);
    }

    @Test
    void emits_preferential_clause_after_its_review_was_passed() {
        negotiation
                .given(after(approvedWithPreferentialClause(), fairCompetition(true)))
                .when(sign(AgreementKind.FORMAL, TODAY, List.of(Papers.incentive())))
                .emitsTypes(AgreementSigned.class, NegotiationSigned.class, StageAdvanced.class);
    }

    @Test
    void emits_another_agreement_after_the_one_before_ended() {
        negotiation
                .given(after(
                        Given.approved(),
                        new PreliminaryAgreementSigned(
                                ID, PROJECT, SigningId.next(), AgreementKind.FRAMEWORK, DECIDED_ON)))
                .when(sign(AgreementKind.FORMAL, TODAY))
                .rejects(NegotiationRule.ALREADY_SIGNED);
        SigningId before = SigningId.next();
        negotiation
                .given(after(
                        Given.approved(),
                        new PreliminaryAgreementSigned(ID, PROJECT, before, AgreementKind.FRAMEWORK, DECIDED_ON),
                        new AgreementEnded(ID, PROJECT, before, DECIDED_ON)))
                .when(sign(AgreementKind.FORMAL, TODAY))
                .emitsTypes(AgreementSigned.class, NegotiationSigned.class, StageAdvanced.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"FRAMEWORK", "FORMAL"})
    void rejects_without_approval(AgreementKind kind) {
        negotiation.given(Given.atTerms()).when(sign(kind, TODAY)).rejects(NegotiationRule.NO_VALID_APPROVAL);
    }

    @Test
    void rejects_after_a_review_that_did_not_approve() {
        negotiation
                .given(after(
                        Given.inReview(),
                        decided(AdmissionOutcome.REJECTED, List.of()),
                        new StageReturned(ID, PROJECT, NegotiationStage.IN_REVIEW, NegotiationStage.TERMS, DECIDED_ON)))
                .when(sign(AgreementKind.FORMAL, TODAY))
                .rejects(NegotiationRule.NO_VALID_APPROVAL);
    }

    @Test
    void rejects_date_before_the_approval() {
        negotiation
                .given(Given.approved())
                .when(sign(AgreementKind.FORMAL, DECIDED_ON.minusDays(1)))
                .rejects(NegotiationRule.NO_VALID_APPROVAL);
    }

    @Test
    void rejects_after_the_last_day_of_the_approval() {
        LocalDate dayAfter = EXPIRES_ON.plusDays(1);
        negotiation
                .given(Given.approved())
                .on(dayAfter)
                .when(sign(AgreementKind.FORMAL, dayAfter))
                .rejects(NegotiationRule.APPROVAL_EXPIRED);
    }

    @Test
    void rejects_terms_that_were_revised_since_the_approval() {
        var outcome = negotiation
                .given(after(
                        Given.approved(),
                        revised(2, preferentialTerms()),
                        new StageReturned(ID, PROJECT, NegotiationStage.READY_TO_SIGN, NegotiationStage.TERMS, TODAY)))
                .when(sign(AgreementKind.FORMAL, TODAY));
        outcome.rejectsAll(NegotiationRule.TERMS_CHANGED_SINCE_APPROVAL, NegotiationRule.FAIR_COMPETITION_MISSING);
        assertThat(outcome.violations().getFirst().args()).containsExactly(1, 2);
    }

    @Test
    void rejects_while_a_new_review_is_open() {
        negotiation
                .given(Given.inReview())
                .when(sign(AgreementKind.FORMAL, TODAY))
                .rejectsAll(NegotiationRule.REVIEW_ALREADY_OPEN, NegotiationRule.NO_VALID_APPROVAL);
    }

    @Test
    void rejects_preferential_clause_without_a_review_or_with_one_that_failed() {
        negotiation
                .given(approvedWithPreferentialClause())
                .when(sign(AgreementKind.FORMAL, TODAY))
                .rejects(NegotiationRule.FAIR_COMPETITION_MISSING);
        negotiation
                .given(after(approvedWithPreferentialClause(), fairCompetition(false)))
                .when(sign(AgreementKind.FORMAL, TODAY))
                .rejects(NegotiationRule.FAIR_COMPETITION_FAILED);
    }

    @Test
    void rejects_signature_dated_before_the_fair_competition_review() {
        negotiation
                .given(after(approvedWithPreferentialClause(), fairCompetition(true)))
                .when(sign(AgreementKind.FORMAL, DECIDED_ON))
                .rejects(NegotiationRule.FAIR_COMPETITION_MISSING);
    }

    @Test
    void rejects_incentive_that_slips_into_the_paper_even_a_letter_of_intent() {
        negotiation
                .given(Given.approved())
                .when(sign(AgreementKind.FORMAL, TODAY, List.of(Papers.incentive())))
                .rejects(NegotiationRule.FAIR_COMPETITION_MISSING);
        negotiation
                .given(opened())
                .when(sign(AgreementKind.LETTER_OF_INTENT, TODAY, List.of(Papers.incentive())))
                .rejects(NegotiationRule.FAIR_COMPETITION_MISSING);
    }

    @Test
    void rejects_second_signature() {
        negotiation
                .given(Given.signed())
                .when(sign(AgreementKind.FORMAL, TODAY))
                .rejects(NegotiationRule.ALREADY_SIGNED);
    }

    @Test
    void rejects_contract_number_of_another_and_stores_nothing() {
        negotiation.uniqueness.holding(
                "signing.contract-no", "ZSHT-2026-042", SigningId.next(), LEADER, AggregateScenario.at(TODAY));
        negotiation
                .given(Given.approved())
                .when(sign(AgreementKind.FORMAL, TODAY))
                .rejectsAt("contractNo", SharedRule.ALREADY_TAKEN);
    }

    @Test
    void rejects_supplementary_agreement() {
        negotiation
                .given(Given.approved())
                .when(sign(AgreementKind.SUPPLEMENTARY, TODAY))
                .rejects(SigningRule.SUPPLEMENTARY_AMENDS);
    }

    @Test
    void rejects_missing_kind_and_date_ahead_or_before_the_negotiation() {
        negotiation
                .given(Given.approved())
                .when(sign(null, TODAY.plusDays(1)))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.IN_FUTURE);
        negotiation.when(sign(AgreementKind.FORMAL, OPENED_ON.minusDays(1))).rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_on_the_shelf_and_after_termination() {
        negotiation
                .given(Given.shelved())
                .when(sign(AgreementKind.LETTER_OF_INTENT, TODAY))
                .rejects(NegotiationRule.NOT_ACTIVE);
        negotiation
                .given(Given.terminated())
                .when(sign(AgreementKind.LETTER_OF_INTENT, TODAY))
                .rejects(NegotiationRule.NOT_ACTIVE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(Given.approved())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(sign(AgreementKind.FORMAL, TODAY))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    private static List<DomainEvent> approvedWithPreferentialClause() {
        return Given.approvedFrom(Given.atPreferentialTerms(), List.of());
    }

    private static FairCompetitionReviewed fairCompetition(boolean passed) {
        return new FairCompetitionReviewed(
                ID, PROJECT, 1, TestDictionaries.REVIEW_BODY, passed, "审查〔2026〕3 号", DECIDED_ON.plusDays(1));
    }
}
