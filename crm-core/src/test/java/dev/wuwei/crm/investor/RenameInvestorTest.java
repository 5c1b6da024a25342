package dev.wuwei.crm.investor;

import static dev.wuwei.crm.investor.InvestorHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.investor.InvestorCommand.RenameInvestor;
import dev.wuwei.crm.investor.InvestorEvent.InvestorRenamed;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class RenameInvestorTest {
    private final AggregateScenario<Investor> investor = investor();

    @Test
    void emits_investor_renamed_with_the_former_name() {
        investor.given(registered())
                .when(new RenameInvestor(INVESTOR, "华光集团有限公司", TODAY))
                .emits(new InvestorRenamed(INVESTOR, "华光集团有限公司", "华光新能源有限公司", TODAY));
    }

    @Test
    void emits_the_name_before_as_former_name_at_the_second_renaming() {
        investor.given(registered(), new InvestorRenamed(INVESTOR, "华光集团有限公司", "华光新能源有限公司", REGISTERED_ON))
                .when(new RenameInvestor(INVESTOR, "华光控股有限公司", TODAY))
                .emits(new InvestorRenamed(INVESTOR, "华光控股有限公司", "华光集团有限公司", TODAY));
    }

    @Test
    void rejects_the_same_name() {
        investor.given(registered())
                .when(new RenameInvestor(INVESTOR, "华光新能源有限公司 ", TODAY))
                .rejects(InvestorRule.SAME_NAME);
    }

    @Test
    void rejects_missing_name_and_future_date_at_once() {
        investor.given(registered())
                .when(new RenameInvestor(INVESTOR, null, TODAY.plusDays(1)))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_date_before_registration() {
        investor.given(registered())
                .when(new RenameInvestor(INVESTOR, "华光集团有限公司", REGISTERED_ON.minusDays(1)))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_investor_that_has_gone_into_another() {
        investor.given(registered(), merged())
                .when(new RenameInvestor(INVESTOR, "华光集团有限公司", TODAY))
                .rejects(InvestorRule.MERGED);
    }
}
