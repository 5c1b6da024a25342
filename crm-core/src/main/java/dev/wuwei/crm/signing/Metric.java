package dev.wuwei.crm.signing;

/**
 * What a company commits to. Units: 投资强度 万元/亩; 固定资产投资, 产值, 税收 万元 (per year for the last two); 亩均产值 and 亩均税收
 * 万元/亩·年; 就业 persons; the five dates are ISO dates.
 */
public enum Metric {
    INVESTMENT_INTENSITY,
    FIXED_ASSET_INVESTMENT,
    OUTPUT_PER_MU,
    TAX_PER_MU,
    OUTPUT,
    TAX,
    JOBS,
    START_DATE,
    COMPLETION_DATE,
    PRODUCTION_DATE,
    SCALE_UP_DATE,
    FULL_CAPACITY_DATE,
    /** In words only, for example a condition of the admission review. */
    OTHER;

    public boolean isDate() {
        return switch (this) {
            case START_DATE, COMPLETION_DATE, PRODUCTION_DATE, SCALE_UP_DATE, FULL_CAPACITY_DATE -> true;
            default -> false;
        };
    }
}
