package dev.wuwei.crm.ui.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.MoveCause;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProvenanceTest extends ViewTest {
    private static final int YEAR = Today.date().getYear();

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
        int count = table.heads().indexOf("项目数");
        assertThat(lines.stream()
                        .mapToLong(line -> ((Number) line.get(count)).longValue())
                        .sum())
                .isEqualTo(explanation.figure().count());
        assertThat(lines.stream()
                        .filter(line -> line.getLast().equals(""))
                        .map(line -> (BigDecimal) line.get(table.heads().indexOf("金额（亿元）")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(explanation.figure().in(Currency.CNY).inYi());
        assertThat(lines.stream().filter(line -> line.getLast().equals("")))
                .allSatisfy(line -> assertThat((String) line.get(table.heads().indexOf("录入人")))
                        .isNotBlank());
    }

    @Test
    void says_how_the_figure_is_made_and_who_entered_each_line_and_when() {
        signIn("lingdao");
        open("totals?year=all");
        TotalsQuery.Request year = TotalsQuery.Request.of(Measure.SIGNED)
                .under("default")
                .between(LocalDate.of(YEAR, 1, 1), LocalDate.of(YEAR, 12, 31));

        String shown = words(new Provenance(
                totals.explain(
                        year,
                        Map.of(),
                        AsOf.current().query(),
                        CurrentUser.get().viewer()),
                AsOf.current()));

        assertThat(shown)
                .contains(
                        "时段 %1$d-01-01 至 %1$d-12-31。".formatted(YEAR),
                        "算法：计入正式协议，每个项目计一次；转为正式：计入转正式的时段；增减资：差额计入变更的时段；解除终止：冲减当期；" + "迟报的计入发生的时段；人民币与美元不相加。")
                .containsPattern("录入 (\\d{4}-)?\\d{2}-\\d{2} \\d{2}:\\d{2}　\\p{IsHan}{2,}");
    }

    @Test
    void what_is_in_dollars_stands_beside_what_is_in_yuan_and_never_as_nothing() {
        signIn("lingdao");
        open("totals?year=all");
        TotalsQuery.ExplainedProject yuan = project("ZS-2023-0001", Money.yi("3"));
        TotalsQuery.ExplainedProject dollars = project("ZS-2023-0002", Money.wanUsd("300"));
        Provenance provenance = new Provenance(
                new TotalsQuery.Explanation(
                        TotalsQuery.Request.of(Measure.IN_TALKS).under("default@1"),
                        Map.of(),
                        AsOf.NOW.query(),
                        yuan.figure().plus(dollars.figure()),
                        List.of(yuan, dollars),
                        List.of(new TotalsQuery.Excluded(
                                ProjectId.next(),
                                "ZS-2023-0003",
                                "迟报的项目",
                                "LATE_ENTRY",
                                Money.wanUsd("20"),
                                LocalDate.of(2024, 1, 5))),
                        totals.policy(TotalsQuery.Request.of(Measure.IN_TALKS).under("default"), AsOf.NOW.query())),
                AsOf.NOW);

        assertThat(words(provenance))
                .contains("3.00", "300万美元", "+300万美元", "迟报，计入 2024-01-05 所在时段")
                .doesNotContain("0.00亿", "+0.00");
        List<List<Object>> lines = new ArrayList<>();
        Table table = provenance.table();
        table.rows().accept(lines::add);
        int inYuan = table.heads().indexOf("金额（亿元）");
        int inDollars = table.heads().indexOf("金额（万美元）");
        assertThat(lines)
                .extracting(
                        line -> line.get(inYuan).toString(),
                        line -> line.get(inDollars).toString())
                .containsExactly(tuple("3", "0"), tuple("0", "3E+2"), tuple("", "2E+1"));
    }

    private static TotalsQuery.ExplainedProject project(String number, Money estimate) {
        Figure figure = new Figure(1, List.of(estimate));
        return new TotalsQuery.ExplainedProject(
                ProjectId.next(),
                number,
                "项目",
                figure,
                List.of(new TotalsQuery.ExplainedEvent(
                        7,
                        "lead.LeadAdopted",
                        LocalDate.of(2023, 3, 1),
                        Instant.parse("2023-03-01T02:00:00Z"),
                        0,
                        MoveCause.ADOPTED,
                        figure,
                        "周戊")));
    }
}
