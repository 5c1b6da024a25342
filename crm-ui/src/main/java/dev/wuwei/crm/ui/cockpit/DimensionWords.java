package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.has;
import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.TotalsQuery;

/** What a class of a breakdown is called; projects without one stand under 其他. */
final class DimensionWords {
    private DimensionWords() {}

    static String name(Dimension dimension, TotalsQuery.Row row) {
        return name(dimension, row.code().get(dimension), row.name().get(dimension));
    }

    static String name(Dimension dimension, String code, String name) {
        if (code == null) {
            return t("cockpit.unclassified");
        }
        if (name != null) {
            return name;
        }
        String key = "cockpit." + dimension.key() + "." + code;
        return has(key) ? t(key) : code;
    }
}
