package dev.wuwei.crm.ui.counting;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Terms;
import dev.wuwei.crm.ui.sentence.Words;
import java.math.BigDecimal;
import java.util.Locale;

/** What a class of a breakdown is called; projects without one stand under 其他. */
public final class DimensionWords {
    private DimensionWords() {}

    public static String name(Dimension dimension, TotalsQuery.Row row) {
        return name(dimension, row.code().get(dimension), row.name().get(dimension));
    }

    public static String name(Dimension dimension, String code, String name) {
        return name(dimension, code, name, I18n.locale());
    }

    /** @param name as the ledger keeps it, or {@code null} where the code says it all */
    public static String name(Dimension dimension, String code, String name, Locale locale) {
        if (code == null) {
            return missing(dimension, locale);
        }
        return switch (dimension) {
            case FIVE_GAP -> Words.text(PhaseState.valueOf(code), locale);
            case KIND -> Words.text(ProjectKind.valueOf(code), locale);
            case SIZE_BAND -> band(code, locale);
            case HALF -> I18n.text(locale, "dimension.half." + code.charAt(6), year(code));
            case QUARTER -> I18n.text(locale, "sentence.quarter." + code.charAt(6), year(code));
            case MONTH -> I18n.text(locale, "dimension.month.of", year(code), Integer.parseInt(code.substring(5)));
            case PROVINCE -> I18n.has("province." + code) ? I18n.text(locale, "province." + code) : code;
            default -> name == null ? code : Terms.of(name, locale);
        };
    }

    /**
     * 其他: what is in no class. Where a dictionary may have a class of that name itself, that it was not filled in is said with it, so
     * that there are not two of one name.
     */
    public static String missing(Dimension dimension, Locale locale) {
        if (dimension == Dimension.SIZE_BAND) {
            return I18n.text(locale, "cockpit.unclassified.size");
        }
        return I18n.text(
                locale, dimension.dictionary() == null ? "cockpit.unclassified" : "cockpit.unclassified.not-given");
    }

    /** Of {@code 2023-H1}, {@code 2023-Q1} and {@code 2023-01}. */
    private static String year(String code) {
        return code.substring(0, 4);
    }

    /** {@code ge5} ≥5亿元, {@code lt1} 1亿元以下, {@code 5to10} 5亿元至10亿元. */
    private static String band(String code, Locale locale) {
        String[] ends = code.split("to");
        return ends.length == 2
                ? I18n.text(locale, "cockpit.band.between", amount(ends[0], locale), amount(ends[1], locale))
                : I18n.text(locale, "cockpit.band." + code.substring(0, 2), amount(code.substring(2), locale));
    }

    /** In 亿元 as it is; in English in millions and billions. */
    private static String amount(String yi, Locale locale) {
        BigDecimal amount = new BigDecimal(yi);
        return amount.compareTo(BigDecimal.TEN) < 0
                ? I18n.text(
                        locale,
                        "cockpit.band.amount",
                        yi,
                        amount.scaleByPowerOfTen(2).toPlainString())
                : I18n.text(
                        locale,
                        "cockpit.band.large-amount",
                        yi,
                        amount.scaleByPowerOfTen(-1).toPlainString());
    }
}
