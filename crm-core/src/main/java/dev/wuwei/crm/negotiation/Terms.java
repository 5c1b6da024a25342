package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The terms on the table.
 *
 * @param totalInvestment CNY, or USD for a foreign project
 * @param fixedAssetInvestment same currency, not above the total
 * @param plotRatio 容积率
 * @param intensity 投资强度, 万元/亩
 * @param outputPerMu 亩均产值, 万元/亩·年
 * @param taxPerMu 亩均税收, 万元/亩·年
 * @param incentives incentives asked for; a preferential clause needs a fair-competition review before signing
 */
public record Terms(
        Money totalInvestment,
        Money fixedAssetInvestment,
        Area land,
        Area factory,
        BigDecimal plotRatio,
        BigDecimal intensity,
        BigDecimal outputPerMu,
        BigDecimal taxPerMu,
        Integer jobs,
        LocalDate startOn,
        LocalDate completeOn,
        LocalDate produceOn,
        LocalDate scaleUpOn,
        LocalDate fullCapacityOn,
        List<Incentive> incentives) {

    /** @param preferential a preferential clause (优惠条款) in the sense of the fair-competition rules */
    public record Incentive(String clause, boolean preferential) {}
}
