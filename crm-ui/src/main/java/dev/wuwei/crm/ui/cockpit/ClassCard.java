package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.function.SerializableRunnable;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.Segments;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.counting.DimensionWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was signed in the year by one class: a bar for each. Of several ways to class it, the address says which. */
class ClassCard extends Chart {
    private static final String BY = "by";

    private final List<Dimension> ways;
    private final Segments<Dimension> by = new Segments<>(t("cockpit.parts.by"));
    private final boolean amounts;
    private final CockpitDesk desk;
    private final Sources sources;

    /**
     * @param ways the first is shown when none is asked for; one alone is not chosen
     * @param amounts whether the bars are as long as the amounts rather than as the counts
     */
    ClassCard(String title, String note, List<Dimension> ways, boolean amounts, CockpitDesk desk, Sources sources) {
        super(title, note, "260px");
        this.ways = ways;
        this.amounts = amounts;
        this.desk = desk;
        this.sources = sources;
        if (ways.size() > 1) {
            ways.forEach(way -> by.add(way, t("cockpit.parts." + Address.word(way))));
            by.onChoose(chosen -> Address.put(BY, chosen == ways.getFirst() ? null : Address.word(chosen)));
            beside(by);
        }
    }

    private Dimension asked() {
        if (ways.size() == 1) {
            return ways.getFirst();
        }
        Dimension asked = Address.choice(BY, Dimension.class, ways::getFirst);
        return ways.contains(asked) ? asked : ways.getFirst();
    }

    void show(CockpitYear shown) {
        Dimension dimension = asked();
        if (ways.size() > 1) {
            by.select(dimension);
        }
        TotalsQuery.Request request = shown.within(TotalsQuery.Request.of(Measure.SIGNED, dimension));
        List<String> names = new ArrayList<>();
        List<Number> values = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        List<SerializableRunnable> opening = new ArrayList<>();
        for (TotalsQuery.Row row :
                desk.totals.totals(request, shown.point(), shown.viewer()).rows()) {
            String name = DimensionWords.name(dimension, row);
            BigDecimal amount = row.figure().in(Currency.CNY).shownInYi();
            names.add(name);
            values.add(amounts ? amount : (Number) row.figure().count());
            rows.add(List.of(name, row.figure().count(), amount));
            Map<Dimension, String> cell = new HashMap<>();
            cell.put(dimension, row.code().get(dimension));
            opening.add(() -> sources.entries(name, request, cell, shown));
        }
        show(
                Charts.bars(names, t("cockpit.amount"), values),
                Table.of(dimension.key(), List.of(t("cockpit.class"), t("cockpit.count"), t("cockpit.amount")), rows),
                t("cockpit.bars.alternative", String.join(t("shell.list-comma"), names)));
        opens(opening);
    }
}
