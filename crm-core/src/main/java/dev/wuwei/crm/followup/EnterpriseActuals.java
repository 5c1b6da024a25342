package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Money;

/**
 * What an enterprise did in one or more months (企业实绩). What is not known is {@code null}.
 *
 * @param output 产值, CNY
 * @param revenue 主营业务收入, CNY
 * @param tax 税收, CNY
 * @param jobs people employed at the end
 * @param investment 投资, CNY
 * @param source where the figures come from: 统计, 税务, 企业
 */
public record EnterpriseActuals(Money output, Money revenue, Money tax, Integer jobs, Money investment, String source) {
    /** Without investment. */
    public EnterpriseActuals(Money output, Money revenue, Money tax, Integer jobs, String source) {
        this(output, revenue, tax, jobs, null, source);
    }
}
