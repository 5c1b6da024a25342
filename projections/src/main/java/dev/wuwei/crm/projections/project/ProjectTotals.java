package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.shared.Money;
import java.util.List;

/**
 * Count and sum of everything filtered, not of a page.
 *
 * @param sums one per currency, CNY first; amounts of different currencies are never added
 * @param large of 5亿元 and more, those of 10亿元 and more included
 * @param huge of 10亿元 and more
 */
public record ProjectTotals(long count, List<Money> sums, long large, long huge) {}
