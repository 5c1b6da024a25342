package dev.wuwei.crm.investor;

import static dev.wuwei.crm.investor.InvestorHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.investor.InvestorCommand.RegisterInvestor;
import dev.wuwei.crm.investor.InvestorEvent.InvestorRegistered;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterInvestorTest {
    private final AggregateScenario<Investor> investor = investor();

    @Test
    void emits_investor_registered_with_the_code_in_upper_case() {
        investor.when(register(" 华光新能源有限公司 ", "91440300708461136t", REGION.code(), TODAY))
                .emits(new InvestorRegistered(INVESTOR, "华光新能源有限公司", CODE, REGION, InvestorKind.PRIVATE, TODAY));
        assertThat(investor.uniqueness.holder(CODES, CODE))
                .hasValueSatisfying(holder -> assertThat(holder.owner()).isEqualTo(INVESTOR.toString()));
    }

    @Test
    void emits_investor_whose_code_region_and_kind_are_not_known_yet() {
        investor.when(new RegisterInvestor(INVESTOR, "华光新能源有限公司", " ", null, null, TODAY))
                .emits(new InvestorRegistered(INVESTOR, "华光新能源有限公司", null, null, null, TODAY));
    }

    @Test
    void rejects_code_that_another_investor_holds() {
        holdsCode(investor, CODE, OTHER);
        investor.when(register("华光新能源有限公司", CODE, REGION.code(), TODAY))
                .rejectsAt("creditCode", SharedRule.ALREADY_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91440300708461136X",
                "9144030070846113",
                "91440300708461136TT",
                "9144030070846113六T",
                "I1440300708461136T"
            })
    void rejects_wrong_check_characters(String code) {
        investor.when(register("华光新能源有限公司", code, REGION.code(), TODAY)).rejects(SharedRule.WRONG_CHECK_CHARACTER);
    }

    @Test
    void rejects_every_wrong_field_at_once() {
        assertThat(investor.when(new RegisterInvestor(null, "", "123", NO_SUCH_CODE, null, TODAY.plusDays(1)))
                        .violations())
                .extracting(Violation::code, Violation::field)
                .containsExactlyInAnyOrder(
                        tuple("shared.required", "investorId"),
                        tuple("shared.required", "legalName"),
                        tuple("shared.wrong-check-character", "creditCode"),
                        tuple("shared.unknown-code", "regionCode"),
                        tuple("shared.in-future", "occurredOn"));
    }

    @Test
    void rejects_over_long_name() {
        investor.when(register("长".repeat(101), null, null, TODAY)).rejectsAt("legalName", SharedRule.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"华光\u0000公司", "华光\u202E司公", "华光\u2067公司", "华光\u200B公司"})
    void rejects_control_bidi_and_invisible_characters(String name) {
        investor.when(register(name, null, null, TODAY)).rejectsAt("legalName", SharedRule.FORBIDDEN_CHARACTERS);
    }

    private static RegisterInvestor register(String name, String code, String region, LocalDate on) {
        return new RegisterInvestor(INVESTOR, name, code, region, InvestorKind.PRIVATE, on);
    }
}
