package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.DECIDED_ON;
import static dev.wuwei.crm.negotiation.Given.EXPIRES_ON;
import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.OPENED_ON;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.SIGNING;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.advanced;
import static dev.wuwei.crm.negotiation.Given.after;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opened;
import static dev.wuwei.crm.negotiation.Given.preferentialTerms;
import static dev.wuwei.crm.negotiation.Given.revised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.negotiation.NegotiationEvent.AgreementEnded;
import dev.wuwei.crm.negotiation.NegotiationEvent.AgreementRestored;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationReopened;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationSigned;
import dev.wuwei.crm.negotiation.NegotiationEvent.PreliminaryAgreementSigned;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.signing.SigningId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What an agreement asks of its negotiation, as {@link Negotiation} answers it. */
class NegotiationGuardTest {
    private final NegotiationState state = new NegotiationState();
    private final EventMeta meta = negotiation().meta();

    @Test
    void emits_end_of_the_negotiation_when_a_framework_becomes_formal() {
        given(framework());
        UpgradeAgreement upgrade = Papers.upgrade(AgreementKind.FORMAL, TODAY);
        assertThat(Signature.permit(state, upgrade, meta).conditions()).isEmpty();
        assertThat(Signature.signed(state, SIGNING, AgreementKind.FORMAL, TODAY))
                .extracting(Decided::event)
                .containsExactly(
                        new NegotiationSigned(ID, PROJECT, SIGNING, TODAY),
                        advanced(NegotiationStage.READY_TO_SIGN, NegotiationStage.SIGNED, TODAY));
    }

    @Test
    void rejects_upgrade_of_a_letter_of_intent_without_approval() {
        given(after(
                Given.atTerms(),
                new PreliminaryAgreementSigned(ID, PROJECT, SIGNING, AgreementKind.LETTER_OF_INTENT, TERMS_ON)));
        refuses(
                () -> Signature.permit(state, Papers.upgrade(AgreementKind.FORMAL, TODAY), meta),
                NegotiationRule.NO_VALID_APPROVAL);
        refuses(
                () -> Signature.permit(state, Papers.upgrade(AgreementKind.FRAMEWORK, TODAY), meta),
                NegotiationRule.NO_VALID_APPROVAL);
    }

    @Test
    void rejects_upgrade_after_the_terms_changed() {
        given(after(framework(), revised(2, preferentialTerms())));
        refuses(
                () -> Signature.permit(state, Papers.upgrade(AgreementKind.FORMAL, TODAY), meta),
                NegotiationRule.TERMS_CHANGED_SINCE_APPROVAL);
    }

    @Test
    void gives_conditions_of_the_approval_to_the_upgrade() {
        given(after(
                Given.approved(List.of("建设消防站")),
                new PreliminaryAgreementSigned(ID, PROJECT, SIGNING, AgreementKind.FRAMEWORK, DECIDED_ON)));
        assertThat(Signature.permit(state, Papers.upgrade(AgreementKind.FORMAL, TODAY), meta)
                        .conditions())
                .containsExactly("建设消防站");
    }

    @Test
    void rejects_agreement_of_another_negotiation_or_one_that_ended() {
        given(Given.approved());
        refuses(
                () -> Signature.permit(state, Papers.upgrade(AgreementKind.FORMAL, TODAY), meta),
                NegotiationRule.UNKNOWN_AGREEMENT);
        refuses(() -> Signature.ended(state, SIGNING, TODAY), NegotiationRule.UNKNOWN_AGREEMENT);
        refuses(() -> Signature.restored(state, SIGNING, TODAY), NegotiationRule.UNKNOWN_AGREEMENT);
        on(new PreliminaryAgreementSigned(ID, PROJECT, SIGNING, AgreementKind.FRAMEWORK, DECIDED_ON));
        on(new AgreementEnded(ID, PROJECT, SIGNING, TODAY));
        refuses(
                () -> Signature.permit(state, Papers.upgrade(AgreementKind.FORMAL, TODAY), meta),
                NegotiationRule.UNKNOWN_AGREEMENT);
        refuses(() -> Signature.ended(state, SIGNING, TODAY), NegotiationRule.UNKNOWN_AGREEMENT);
    }

    @Test
    void rejects_corrected_signing_date_outside_the_approval_that_it_was_signed_under() {
        given(Given.signed());
        Signature.dateCorrected(state, SIGNING, DECIDED_ON);
        Signature.dateCorrected(state, SIGNING, EXPIRES_ON);
        refuses(
                () -> Signature.dateCorrected(state, SIGNING, DECIDED_ON.minusDays(1)),
                NegotiationRule.NO_VALID_APPROVAL);
        refuses(
                () -> Signature.dateCorrected(state, SIGNING, EXPIRES_ON.plusDays(1)),
                NegotiationRule.APPROVAL_EXPIRED);
    }

    @Test
    void lets_the_date_of_a_letter_of_intent_be_corrected_freely() {
        given(after(
                List.of(opened()),
                new PreliminaryAgreementSigned(ID, PROJECT, SIGNING, AgreementKind.LETTER_OF_INTENT, TERMS_ON)));
        Signature.dateCorrected(state, SIGNING, OPENED_ON);
        assertThat(state.signedUnder(SIGNING)).isNull();
    }

    @Test
    void emits_agreement_ended_and_restored() {
        given(Given.signed());
        assertThat(Signature.ended(state, SIGNING, TODAY))
                .extracting(Decided::event)
                .containsExactly(new AgreementEnded(ID, PROJECT, SIGNING, TODAY));
        on(new AgreementEnded(ID, PROJECT, SIGNING, TODAY));
        assertThat(state.hasAgreementInForce()).isFalse();
        assertThat(Signature.restored(state, SIGNING, TODAY))
                .extracting(Decided::event)
                .containsExactly(new AgreementRestored(ID, PROJECT, SIGNING, TODAY));
        on(new AgreementRestored(ID, PROJECT, SIGNING, TODAY));
        assertThat(state.hasAgreementInForce()).isTrue();
        refuses(() -> Signature.restored(state, SIGNING, TODAY), NegotiationRule.UNKNOWN_AGREEMENT);
    }

    @Test
    void rejects_restoring_what_the_negotiation_has_gone_past() {
        given(Given.signed());
        on(new AgreementEnded(ID, PROJECT, SIGNING, TODAY));
        on(new NegotiationReopened(ID, PROJECT, NegotiationStage.TERMS, TODAY));
        refuses(() -> Signature.restored(state, SIGNING, TODAY), NegotiationRule.REOPENED_SINCE);
        on(new PreliminaryAgreementSigned(ID, PROJECT, SigningId.next(), AgreementKind.FRAMEWORK, TODAY));
        refuses(() -> Signature.restored(state, SIGNING, TODAY), NegotiationRule.ALREADY_SIGNED);
    }

    private static List<DomainEvent> framework() {
        return after(
                Given.approved(),
                new PreliminaryAgreementSigned(ID, PROJECT, SIGNING, AgreementKind.FRAMEWORK, DECIDED_ON));
    }

    private void given(List<DomainEvent> history) {
        history.forEach(event -> on((NegotiationEvent) event));
    }

    private void on(NegotiationEvent event) {
        state.on(event, meta);
    }

    private static void refuses(ThrowingCallable asked, NegotiationRule rule) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::rule)
                                .contains(rule));
    }
}
