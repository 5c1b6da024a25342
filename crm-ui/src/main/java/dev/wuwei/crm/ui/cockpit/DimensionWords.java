package dev.wuwei.crm.ui.cockpit;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.sentence.Words;
import java.util.Locale;

/** What a class of a breakdown is called; projects without one stand under 其他. */
public final class DimensionWords {
    private DimensionWords() {}

    static String name(Dimension dimension, TotalsQuery.Row row) {
        return name(dimension, row.code().get(dimension), row.name().get(dimension));
    }

    static String name(Dimension dimension, String code, String name) {
        return name(dimension, code, name, I18n.locale());
    }

    /** @param name as the ledger keeps it, or {@code null} where the code says it all */
    public static String name(Dimension dimension, String code, String name, Locale locale) {
        if (code == null) {
            return I18n.text(locale, "cockpit.unclassified");
        }
        String key = "cockpit.band." + code;
        return switch (dimension) {
            case FIVE_GAP -> Words.text(PhaseState.valueOf(code), locale);
            case KIND -> Words.text(ProjectKind.valueOf(code), locale);
            case SIZE_BAND -> I18n.has(key) ? I18n.text(locale, key) : name == null ? code : name;
            default -> name == null ? code : name;
        };
    }
}
