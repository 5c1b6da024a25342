package dev.wuwei.crm.negotiation;

/** What an admission gate measures. Intensities are 万元/亩 (per year for output and tax). */
public enum GateMetric {
    TOTAL_INVESTMENT,
    INVESTMENT_INTENSITY,
    OUTPUT_PER_MU,
    TAX_PER_MU,
    PLOT_RATIO
}
