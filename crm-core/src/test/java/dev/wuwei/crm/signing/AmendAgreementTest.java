package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.RESCISSION_REASON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.CompanyCommitment.Operator;
import dev.wuwei.crm.signing.SigningCommand.AmendAgreement;
import dev.wuwei.crm.signing.SigningEvent.AgreementAmended;
import dev.wuwei.crm.signing.SigningEvent.AgreementTerminated;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class AmendAgreementTest {
    private static final LocalDate ON = LocalDate.of(2026, 5, 8);
    private static final String WHY = "二期提前";

    private final AggregateScenario<Signing> agreement = agreement().given(signed());

    private static AmendAgreement amend(int base, AgreementTerms terms, LocalDate on, String reason) {
        return new AmendAgreement(SIGNING, base, " B-01 ", terms, NONE, on, reason);
    }

    @Test
    void emits_the_next_version_and_takes_its_number() {
        agreement
                .when(amend(1, terms("6"), ON, WHY))
                .emits(new AgreementAmended(SIGNING, PROJECT, 2, "B-01", terms("6"), NONE, ON));
        assertThat(agreement.uniqueness.holder(Agreement.CONTRACT_NO, "B-01")).isPresent();
    }

    @Test
    void emits_without_a_number_of_its_own() {
        agreement
                .when(new AmendAgreement(SIGNING, 1, null, terms("6"), NONE, ON, WHY))
                .emits(new AgreementAmended(SIGNING, PROJECT, 2, null, terms("6"), NONE, ON));
    }

    @Test
    void emits_conditions_of_the_admission_even_when_the_supplement_forgets_them() {
        var condition = new CompanyCommitment(
                "ADMISSION-1", null, Metric.OTHER, Operator.EQUAL, "先办环评", null, null, null, null);
        var amended = agreement
                .given(signed(AgreementKind.FORMAL, committing(terms("5"), condition)))
                .when(amend(1, committing(terms("6")), ON, WHY))
                .event(AgreementAmended.class);
        assertThat(amended.terms().companyCommitments()).containsExactly(condition);
    }

    @Test
    void rejects_condition_that_the_supplement_rewords() {
        var condition = new CompanyCommitment(
                "ADMISSION-1", null, Metric.OTHER, Operator.EQUAL, "先办环评", null, null, null, null);
        var reworded = new CompanyCommitment(
                "ADMISSION-1", null, Metric.OTHER, Operator.EQUAL, "不办也行", null, null, null, null);
        agreement
                .given(signed(AgreementKind.FORMAL, committing(terms("5"), condition)))
                .when(amend(1, committing(terms("6"), reworded), ON, WHY))
                .rejectsAt("terms.companyCommitments[0].value", SigningRule.CONDITION_REWORDED);
    }

    @Test
    void rejects_stale_base_and_says_who_changed_it() {
        var outcome = agreement
                .given(
                        signed(),
                        GenericEventMessage.asEventMessage(
                                        new AgreementAmended(SIGNING, PROJECT, 2, null, terms("5.5"), NONE, ON))
                                .withMetaData(Map.of("recordedBy", SENDER.toString())))
                .when(amend(1, terms("6"), ON, WHY));
        outcome.rejects(SharedRule.CHANGED_MEANWHILE);
        assertThat(outcome.violations().getFirst().args().getFirst()).isEqualTo(SENDER);
    }

    @Test
    void rejects_missing_reason_and_nothing_changed() {
        agreement.when(amend(1, terms("6"), ON, " ")).rejects(SharedRule.REASON_REQUIRED);
        agreement.when(amend(1, terms("5"), ON, WHY)).rejects(SigningRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_dates_that_cannot_be() {
        agreement.when(amend(1, terms("6"), SIGNED_ON.minusDays(1), WHY)).rejects(SigningRule.BEFORE_SIGNING);
        agreement.when(amend(1, terms("6"), TODAY.plusDays(1), WHY)).rejects(SharedRule.IN_FUTURE);
        agreement.when(amend(1, terms("6"), null, WHY)).rejectsAt("occurredOn", SharedRule.REQUIRED);
    }

    @Test
    void rejects_terms_that_do_not_hold_together() {
        agreement.when(amend(1, null, ON, WHY)).rejectsAt("terms", SharedRule.REQUIRED);
        agreement.when(amend(1, phases(terms("6")), ON, WHY)).rejects(SigningRule.PHASE_MISSING);
    }

    @Test
    void rejects_agreement_that_has_ended() {
        agreement
                .given(signed(), new AgreementTerminated(SIGNING, PROJECT, RESCISSION_REASON, ON))
                .when(amend(1, terms("6"), ON, WHY))
                .rejects(SigningRule.NOT_IN_FORCE);
    }

    @Test
    void rejects_park_outside_the_scope_of_the_sender() {
        agreement.seeing(OTHER_PARK.code()).when(amend(1, terms("6"), ON, WHY)).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
