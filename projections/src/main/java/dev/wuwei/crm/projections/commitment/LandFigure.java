package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.signing.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the land of a project has come to: 投资强度 in 万元/亩, 亩均产值 or 亩均税收 in 万元/亩·年.
 *
 * @param on the day of the latest of its inputs
 * @param inputs what it is made of, for example {@code 36200 ÷ 140}
 */
public record LandFigure(Metric metric, BigDecimal value, LocalDate on, String inputs) {}
