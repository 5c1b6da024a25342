package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.signing.Metric;
import java.math.BigDecimal;

/** A limit that projects reach or do not reach, which one may try out at another height. */
public enum Standard {
    /** 亩均税收, 万元/亩·年, over the last twelve months that were reported. */
    TAX_PER_MU("3", "5", Metric.TAX_PER_MU),
    /** 亩均产值, 万元/亩·年, over the last twelve months that were reported. */
    OUTPUT_PER_MU("200", "250", Metric.OUTPUT_PER_MU),
    /** 投资强度, 万元/亩, by the last monthly return. */
    INVESTMENT_INTENSITY("200", "250", Metric.INVESTMENT_INTENSITY),
    /** 达产, percent of the output and of the tax that were agreed for a year; the lower of the two counts. */
    FULL_CAPACITY("100", "90", null),
    /** 红灯: days past the date agreed for a milestone other than the start; more than so many turn its light red. */
    RED_LIGHT("90", "60", null);

    private final BigDecimal usual;
    private final BigDecimal tried;
    private final Metric metric;

    Standard(String usual, String tried, Metric metric) {
        this.usual = new BigDecimal(usual);
        this.tried = new BigDecimal(tried);
        this.metric = metric;
    }

    /** @return whether what came to that value is what the limit is of */
    boolean reaches(BigDecimal value, BigDecimal limit) {
        int compared = value.compareTo(limit);
        return this == RED_LIGHT ? compared > 0 : compared >= 0;
    }

    /** @return the limit to begin with; that of lights is kept with the thresholds, see {@link WhatIfQuery#inForce} */
    public BigDecimal usual() {
        return usual;
    }

    /** @return another limit to begin with */
    public BigDecimal tried() {
        return tried;
    }

    /** @return what is measured over the land, {@code null} where nothing is */
    Metric metric() {
        return metric;
    }
}
