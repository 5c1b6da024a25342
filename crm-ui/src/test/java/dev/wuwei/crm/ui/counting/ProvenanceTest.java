package dev.wuwei.crm.ui.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProvenanceTest extends ViewTest {
    @Autowired
    private TotalsQuery totals;

    @Test
    void the_exported_entries_add_up_to_the_figure_to_the_cent() {
        signIn("lingdao");
        open("totals?year=all");
        TotalsQuery.Explanation explanation = totals.explain(
                TotalsQuery.Request.of(Measure.SIGNED),
                Map.of(),
                AsOf.current().query(),
                CurrentUser.get().viewer());

        Table table = new Provenance(explanation, AsOf.current()).table();

        assertThat(table.heads()).contains("编号", "变动", "事件位置", "未计入原因");
        List<List<Object>> lines = new ArrayList<>();
        table.rows().accept(lines::add);
        assertThat(explanation.figure().count()).isPositive();
        assertThat(lines.stream()
                        .mapToLong(line -> ((Number) line.get(6)).longValue())
                        .sum())
                .isEqualTo(explanation.figure().count());
        assertThat(lines.stream()
                        .filter(line -> line.get(8).equals(""))
                        .map(line -> (BigDecimal) line.get(7))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(explanation.figure().in(Currency.CNY).inYi());
    }
}
