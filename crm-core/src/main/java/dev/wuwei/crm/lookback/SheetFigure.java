package dev.wuwei.crm.lookback;

import dev.wuwei.crm.signing.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure computed for the sheet: 投资强度 (万元/亩), 亩均产值 or 亩均税收 (万元/亩·年).
 *
 * @param on the day of the latest of its inputs
 * @param inputs what it is made of, for example {@code 36200 ÷ 140}
 */
public record SheetFigure(Metric metric, BigDecimal value, LocalDate on, String inputs) {}
