package dev.wuwei.crm.investor;

import static dev.wuwei.crm.investor.InvestorHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.AggregateScenario.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.investor.InvestorCommand.MergeInvestor;
import dev.wuwei.crm.investor.InvestorEvent.InvestorMerged;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class MergeInvestorTest {
    private final AggregateScenario<Investor> investor = investor();

    @Test
    void emits_investor_merged_and_remembers_where_it_went() {
        investor.given(registered())
                .when(new MergeInvestor(INVESTOR, OTHER, REASON))
                .emits(new InvestorMerged(INVESTOR, OTHER, TODAY));
        assertThat(investor.uniqueness.holder(MERGED, INVESTOR.toString()))
                .hasValueSatisfying(holder -> assertThat(holder.owner()).isEqualTo(OTHER.toString()));
        assertThat(investor.uniqueness.holder(MERGED, OTHER.toString())).isEmpty();
    }

    @Test
    void rejects_itself() {
        investor.given(registered())
                .when(new MergeInvestor(INVESTOR, INVESTOR, REASON))
                .rejects(InvestorRule.MERGE_INTO_ITSELF);
    }

    @Test
    void rejects_investor_that_does_not_exist() {
        investor.given(registered())
                .when(new MergeInvestor(INVESTOR, InvestorId.next(), REASON))
                .rejects(InvestorRule.UNKNOWN_INVESTOR);
    }

    @Test
    void rejects_investor_that_has_itself_gone_into_another() {
        investor.uniqueness.holding(MERGED, OTHER.toString(), InvestorId.next(), SENDER, at(TODAY));
        investor.given(registered())
                .when(new MergeInvestor(INVESTOR, OTHER, REASON))
                .rejects(InvestorRule.MERGE_INTO_MERGED);
    }

    @Test
    void rejects_second_merge() {
        investor.given(registered(), merged())
                .when(new MergeInvestor(INVESTOR, OTHER, REASON))
                .rejects(InvestorRule.MERGED);
    }

    @Test
    void rejects_missing_investor() {
        investor.given(registered())
                .when(new MergeInvestor(INVESTOR, null, REASON))
                .rejectsAt("intoInvestorId", SharedRule.REQUIRED);
    }

    @Test
    void rejects_missing_reason() {
        investor.given(registered())
                .when(new MergeInvestor(INVESTOR, OTHER, null))
                .rejects(SharedRule.REASON_REQUIRED);
    }
}
