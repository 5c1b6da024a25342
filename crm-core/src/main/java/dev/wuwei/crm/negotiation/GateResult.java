package dev.wuwei.crm.negotiation;

import java.math.BigDecimal;

/**
 * One gate as it was decided on.
 *
 * @param measured from the terms, {@code null} where the terms are silent
 * @param gap required minus measured, {@code null} where passed or not measured
 * @param unit 亿元, 万元/亩, 万元/亩·年 or nothing
 */
public record GateResult(
        GateMetric metric, BigDecimal measured, BigDecimal required, BigDecimal gap, String unit, boolean passed) {}
