package dev.wuwei.crm.investor;

import static dev.wuwei.crm.investor.InvestorHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.AggregateScenario.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.investor.InvestorCommand.AssignCreditCode;
import dev.wuwei.crm.investor.InvestorEvent.CreditCodeAssigned;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class AssignCreditCodeTest {
    private final AggregateScenario<Investor> investor = investor();

    @Test
    void emits_credit_code_assigned() {
        investor.given(withoutCode()).when(assign(CODE)).emits(new CreditCodeAssigned(INVESTOR, CODE, TODAY));
        assertThat(investor.uniqueness.holder(CODES, CODE)).isPresent();
    }

    @Test
    void emits_the_code_of_an_entry_that_has_gone_into_this_one() {
        holdsCode(investor, CODE, OTHER);
        investor.uniqueness.holding(MERGED, OTHER.toString(), INVESTOR, SENDER, at(TODAY));
        investor.given(withoutCode()).when(assign(CODE)).emitsTypes(CreditCodeAssigned.class);
        assertThat(investor.uniqueness.holder(CODES, CODE))
                .hasValueSatisfying(holder -> assertThat(holder.owner()).isEqualTo(INVESTOR.toString()));
    }

    @Test
    void rejects_the_code_of_an_entry_that_has_gone_elsewhere() {
        holdsCode(investor, CODE, OTHER);
        investor.uniqueness.holding(MERGED, OTHER.toString(), InvestorId.next(), SENDER, at(TODAY));
        investor.given(withoutCode()).when(assign(CODE)).rejectsAt("creditCode", SharedRule.ALREADY_TAKEN);
    }

    @Test
    void rejects_code_that_another_investor_holds() {
        holdsCode(investor, CODE, OTHER);
        investor.given(withoutCode()).when(assign(CODE)).rejectsAt("creditCode", SharedRule.ALREADY_TAKEN);
    }

    @Test
    void rejects_second_code() {
        investor.given(registered()).when(assign(OTHER_CODE)).rejects(InvestorRule.CREDIT_CODE_ALREADY_KNOWN);
    }

    @Test
    void rejects_wrong_check_character() {
        investor.given(withoutCode()).when(assign("914403007084611369")).rejects(SharedRule.WRONG_CHECK_CHARACTER);
    }

    @Test
    void rejects_missing_code() {
        investor.given(withoutCode()).when(assign(null)).rejectsAt("creditCode", SharedRule.REQUIRED);
    }

    @Test
    void rejects_date_before_registration() {
        investor.given(withoutCode())
                .when(new AssignCreditCode(INVESTOR, CODE, REGISTERED_ON.minusDays(1)))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_investor_that_has_gone_into_another() {
        investor.given(withoutCode(), merged()).when(assign(CODE)).rejects(InvestorRule.MERGED);
    }

    private static AssignCreditCode assign(String code) {
        return new AssignCreditCode(INVESTOR, code, TODAY);
    }
}
