package dev.wuwei.crm.publication;

/** What kind of report was published. */
public enum ReportKind {
    /** 月度通报 */
    MONTHLY_BULLETIN,
    /** 季度通报 */
    QUARTERLY,
    /** 年度通报 */
    YEARLY,
    /** 专题 */
    AD_HOC
}
