package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.signing.SigningEvent.AgreementAmended;
import dev.wuwei.crm.signing.SigningEvent.AgreementRescinded;
import dev.wuwei.crm.signing.SigningEvent.AgreementUpgraded;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UpgradeAgreementTest {
    private static final LocalDate ON = LocalDate.of(2026, 5, 8);

    private final Negotiations negotiations = new Negotiations();
    private final AggregateScenario<Signing> framework =
            agreement(negotiations).given(signed(AgreementKind.FRAMEWORK, terms("5")));

    private static UpgradeAgreement upgrade(AgreementKind kind, String number, LocalDate on) {
        return new UpgradeAgreement(SIGNING, kind, number, PARTIES, terms("6"), true, NONE, on);
    }

    @Test
    void emits_formal_agreement_as_the_next_version_and_asks_the_negotiation() {
        framework
                .when(upgrade(AgreementKind.FORMAL, "ZS-HT-2026-002", ON))
                .emits(new AgreementUpgraded(
                        SIGNING,
                        PROJECT,
                        "ZS-2026-0042",
                        2,
                        AgreementKind.FRAMEWORK,
                        AgreementKind.FORMAL,
                        "ZS-HT-2026-002",
                        PARTIES,
                        terms("6"),
                        true,
                        PARK,
                        NONE,
                        ON));
        assertThat(negotiations.told).containsExactly("upgrade FORMAL");
        assertThat(framework.uniqueness.holder(Agreement.CONTRACT_NO, NUMBER)).isPresent();
        assertThat(framework.uniqueness.holder(Agreement.CONTRACT_NO, "ZS-HT-2026-002"))
                .isPresent();
    }

    @Test
    void emits_under_the_same_number_when_it_keeps_it() {
        framework.when(upgrade(AgreementKind.FORMAL, NUMBER, ON)).emitsTypes(AgreementUpgraded.class);
    }

    @Test
    void emits_conditions_of_the_approval_as_commitments() {
        var outcome = agreement(new Negotiations("先行办理环评"))
                .given(signed(AgreementKind.LETTER_OF_INTENT, terms("5")))
                .when(upgrade(AgreementKind.FORMAL, NUMBER, ON));
        assertThat(outcome.event(AgreementUpgraded.class).terms().companyCommitments())
                .extracting(CompanyCommitment::clause, CompanyCommitment::value)
                .contains(org.assertj.core.groups.Tuple.tuple("ADMISSION-1", "先行办理环评"));
    }

    @Test
    void rejects_what_is_no_upgrade() {
        framework.when(upgrade(AgreementKind.FRAMEWORK, NUMBER, ON)).rejects(SigningRule.NOT_AN_UPGRADE);
        framework.when(upgrade(AgreementKind.LETTER_OF_INTENT, NUMBER, ON)).rejects(SigningRule.NOT_AN_UPGRADE);
        framework.when(upgrade(AgreementKind.SUPPLEMENTARY, NUMBER, ON)).rejects(SigningRule.SUPPLEMENTARY_AMENDS);
        framework.when(upgrade(null, NUMBER, ON)).rejectsAt("kind", SharedRule.REQUIRED);
        assertThat(negotiations.told).isEmpty();
    }

    @Test
    void rejects_date_before_signing_before_the_latest_version_and_in_the_future() {
        framework
                .when(upgrade(AgreementKind.FORMAL, NUMBER, SIGNED_ON.minusDays(1)))
                .rejects(SigningRule.BEFORE_SIGNING);
        framework.when(upgrade(AgreementKind.FORMAL, NUMBER, TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
        framework
                .given(
                        signed(AgreementKind.FRAMEWORK, terms("5")),
                        new AgreementAmended(SIGNING, PROJECT, 2, null, terms("5.5"), NONE, ON))
                .when(upgrade(AgreementKind.FORMAL, NUMBER, ON.minusDays(1)))
                .rejects(SigningRule.BEFORE_LATEST_VERSION);
    }

    @Test
    void rejects_number_of_another_agreement() {
        framework.uniqueness.holding(
                Agreement.CONTRACT_NO, "ZS-HT-2026-002", SigningId.next(), SENDER, AggregateScenario.at(ON));
        framework
                .when(upgrade(AgreementKind.FORMAL, "ZS-HT-2026-002", ON))
                .rejectsAt("contractNo", SharedRule.ALREADY_TAKEN);
    }

    @Test
    void rejects_agreement_that_has_ended() {
        framework
                .given(
                        signed(AgreementKind.FRAMEWORK, terms("5")),
                        new AgreementRescinded(
                                SIGNING, PROJECT, dev.wuwei.crm.testing.TestDictionaries.RESCISSION_REASON, ON))
                .when(upgrade(AgreementKind.FORMAL, NUMBER, ON))
                .rejects(SigningRule.NOT_IN_FORCE);
    }

    @Test
    void rejects_terms_and_parties_like_a_first_signature_does() {
        framework
                .when(new UpgradeAgreement(
                        SIGNING, AgreementKind.FORMAL, NUMBER, null, phases(terms("6")), true, NONE, ON))
                .rejectsAll(SigningRule.PARTY_MISSING, SigningRule.PHASE_MISSING);
    }

    @Test
    void rejects_park_outside_the_scope_of_the_sender() {
        framework
                .seeing(OTHER_PARK.code())
                .when(upgrade(AgreementKind.FORMAL, NUMBER, ON))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
