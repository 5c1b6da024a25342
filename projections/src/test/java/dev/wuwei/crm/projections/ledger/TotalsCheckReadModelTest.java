package dev.wuwei.crm.projections.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.counting.TotalsDifference;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery.Check;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.shared.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalsCheckReadModelTest extends ReadModelContract {
    @Override
    protected ReadModel model() {
        return new TotalsCheckReadModel(dataSource);
    }

    @Test
    void the_last_night_comes_first_with_what_differed() {
        List<Check> nights = new TotalsCheckQuery(jdbc).list(10);

        assertThat(nights).extracting(Check::ties).containsExactly(false, true);
        assertThat(nights.getFirst().checked().differences())
                .extracting(TotalsDifference::shownAmount, TotalsDifference::recountedAmount)
                .containsExactly(tuple(Money.yi("10.5"), Money.yi("10.2")));
    }

    @Test
    void the_latest_is_what_pages_tell() {
        assertThat(new TotalsCheckQuery(jdbc).latest())
                .hasValueSatisfying(
                        check -> assertThat(check.checked().position()).isEqualTo(41));
    }
}
