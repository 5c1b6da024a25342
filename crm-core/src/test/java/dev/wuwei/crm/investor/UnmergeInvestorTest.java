package dev.wuwei.crm.investor;

import static dev.wuwei.crm.investor.InvestorHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.AggregateScenario.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.investor.InvestorCommand.RenameInvestor;
import dev.wuwei.crm.investor.InvestorCommand.UnmergeInvestor;
import dev.wuwei.crm.investor.InvestorEvent.InvestorRenamed;
import dev.wuwei.crm.investor.InvestorEvent.InvestorUnmerged;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class UnmergeInvestorTest {
    private final AggregateScenario<Investor> investor = investor();

    @Test
    void emits_investor_unmerged_and_stands_by_itself_again() {
        investor.uniqueness.holding(MERGED, INVESTOR.toString(), OTHER, SENDER, at(TODAY));
        holdsCode(investor, CODE, INVESTOR);
        investor.given(registered(), merged())
                .when(new UnmergeInvestor(INVESTOR, REASON))
                .emits(new InvestorUnmerged(INVESTOR, OTHER, TODAY));
        assertThat(investor.uniqueness.holder(MERGED, INVESTOR.toString())).isEmpty();
    }

    @Test
    void emits_renaming_after_it_was_unmerged() {
        investor.given(registered(), merged(), new InvestorUnmerged(INVESTOR, OTHER, TODAY))
                .when(new RenameInvestor(INVESTOR, "华光集团有限公司", TODAY))
                .emitsTypes(InvestorRenamed.class);
    }

    @Test
    void rejects_when_the_other_has_taken_over_the_credit_code() {
        holdsCode(investor, CODE, OTHER);
        investor.given(registered(), merged())
                .when(new UnmergeInvestor(INVESTOR, REASON))
                .rejectsAt("creditCode", SharedRule.ALREADY_TAKEN);
    }

    @Test
    void rejects_investor_that_stands_by_itself() {
        investor.given(registered()).when(new UnmergeInvestor(INVESTOR, REASON)).rejects(InvestorRule.NOT_MERGED);
    }

    @Test
    void rejects_missing_reason() {
        investor.given(registered(), merged())
                .when(new UnmergeInvestor(INVESTOR, " "))
                .rejects(SharedRule.REASON_REQUIRED);
    }
}
