package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an enterprise returns for a month (月报). Never goes down without a correction reason.
 *
 * @param investedThisMonth CNY
 * @param investedToDate CNY, at least the month before
 * @param progressPercent 形象进度, 0–100
 * @param progress 形象进度 in words
 */
public record MonthlyReturn(
        Money investedThisMonth,
        Money investedToDate,
        BigDecimal progressPercent,
        String progress,
        String problems,
        List<Attachment> photos) {}
