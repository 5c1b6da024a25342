package dev.wuwei.crm.investor;

import static dev.wuwei.crm.investor.InvestorHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_REGION;
import static dev.wuwei.crm.testing.TestDictionaries.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.investor.InvestorCommand.CorrectInvestor;
import dev.wuwei.crm.investor.InvestorEvent.CreditCodeAssigned;
import dev.wuwei.crm.investor.InvestorEvent.InvestorCorrected;
import dev.wuwei.crm.investor.InvestorEvent.InvestorRenamed;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.Outcome;
import org.junit.jupiter.api.Test;

class CorrectInvestorTest {
    private final AggregateScenario<Investor> investor = investor();

    @Test
    void emits_investor_corrected_that_names_the_event_it_corrects() {
        holdsCode(investor, CODE, INVESTOR);
        Outcome<Investor> outcome =
                investor.given(registered(), contact()).when(correct("华光新能源股份有限公司", OTHER_CODE, OTHER_REGION.code()));
        outcome.emits(new InvestorCorrected(
                        INVESTOR, "华光新能源股份有限公司", OTHER_CODE, OTHER_REGION, InvestorKind.STATE_OWNED, TODAY))
                .withMetadata("correctionOf", outcome.eventId(INVESTOR.toString(), 0));
        assertThat(investor.uniqueness.holder(CODES, CODE)).isEmpty();
        assertThat(investor.uniqueness.holder(CODES, OTHER_CODE)).isPresent();
    }

    @Test
    void emits_correction_of_the_latest_entry() {
        Outcome<Investor> outcome = investor.given(
                        registered(), new InvestorRenamed(INVESTOR, "华光集团有限公司", "华光新能源有限公司", REGISTERED_ON))
                .when(correct("华光集团股份有限公司", CODE, REGION.code()));
        outcome.withMetadata("correctionOf", outcome.eventId(INVESTOR.toString(), 1));
    }

    @Test
    void emits_correction_of_an_assigned_code() {
        holdsCode(investor, OTHER_CODE, INVESTOR);
        Outcome<Investor> outcome = investor.given(
                        withoutCode(), new CreditCodeAssigned(INVESTOR, OTHER_CODE, REGISTERED_ON))
                .when(correct("华光新能源有限公司", CODE, REGION.code()));
        outcome.withMetadata("correctionOf", outcome.eventId(INVESTOR.toString(), 1));
        assertThat(investor.uniqueness.holder(CODES, OTHER_CODE)).isEmpty();
    }

    @Test
    void emits_correction_that_takes_the_code_away() {
        holdsCode(investor, CODE, INVESTOR);
        investor.given(registered())
                .when(correct("华光新能源有限公司", null, REGION.code()))
                .emitsTypes(InvestorCorrected.class);
        assertThat(investor.uniqueness.holder(CODES, CODE)).isEmpty();
    }

    @Test
    void emits_correction_that_keeps_the_code_and_still_holds_it() {
        holdsCode(investor, CODE, INVESTOR);
        investor.given(registered())
                .when(correct("华光股份有限公司", CODE, REGION.code()))
                .emitsTypes(InvestorCorrected.class);
        assertThat(investor.uniqueness.holder(CODES, CODE)).isPresent();
    }

    @Test
    void rejects_code_that_another_investor_holds() {
        holdsCode(investor, OTHER_CODE, OTHER);
        investor.given(registered())
                .when(correct("华光新能源有限公司", OTHER_CODE, REGION.code()))
                .rejectsAt("creditCode", SharedRule.ALREADY_TAKEN);
    }

    @Test
    void rejects_the_same_entry() {
        investor.given(registered())
                .when(new CorrectInvestor(INVESTOR, "华光新能源有限公司", CODE, REGION.code(), InvestorKind.PRIVATE, REASON))
                .rejects(InvestorRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_the_entry_as_it_is_after_all_that_happened_to_it() {
        CorrectInvestor asItIs =
                new CorrectInvestor(INVESTOR, "华光集团有限公司", CODE, REGION.code(), InvestorKind.PRIVATE, REASON);
        investor.given(
                        withoutCode(),
                        new InvestorRenamed(INVESTOR, "华光集团有限公司", "华光新能源有限公司", REGISTERED_ON),
                        new CreditCodeAssigned(INVESTOR, CODE, REGISTERED_ON))
                .when(asItIs)
                .rejects(InvestorRule.NOTHING_CHANGED);
        investor.given(registered(), new InvestorRenamed(INVESTOR, "华光集团有限公司", "华光新能源有限公司", REGISTERED_ON))
                .when(asItIs)
                .rejects(InvestorRule.NOTHING_CHANGED);
        investor.given(
                        withoutCode(),
                        new InvestorCorrected(INVESTOR, "华光集团有限公司", CODE, REGION, InvestorKind.PRIVATE, REGISTERED_ON))
                .when(asItIs)
                .rejects(InvestorRule.NOTHING_CHANGED);
    }

    @Test
    void emits_correction_of_a_correction() {
        Outcome<Investor> outcome = investor.given(
                        registered(),
                        new InvestorCorrected(INVESTOR, "华光集团有限公司", CODE, REGION, InvestorKind.PRIVATE, REGISTERED_ON))
                .when(correct("华光股份有限公司", CODE, REGION.code()));
        outcome.withMetadata("correctionOf", outcome.eventId(INVESTOR.toString(), 1));
    }

    @Test
    void rejects_wrong_fields_and_missing_reason_at_once() {
        investor.given(registered())
                .when(new CorrectInvestor(INVESTOR, " ", "123", NO_SUCH_CODE, null, " "))
                .rejectsAll(
                        SharedRule.REQUIRED,
                        SharedRule.WRONG_CHECK_CHARACTER,
                        SharedRule.UNKNOWN_CODE,
                        SharedRule.REASON_REQUIRED);
    }

    @Test
    void rejects_investor_that_has_gone_into_another() {
        investor.given(registered(), merged())
                .when(correct("华光股份有限公司", CODE, REGION.code()))
                .rejects(InvestorRule.MERGED);
    }

    private static CorrectInvestor correct(String name, String code, String region) {
        return new CorrectInvestor(INVESTOR, name, code, region, InvestorKind.STATE_OWNED, REASON);
    }
}
