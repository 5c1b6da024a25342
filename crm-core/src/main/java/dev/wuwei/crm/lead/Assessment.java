package dev.wuwei.crm.lead;

/** Outcome of judging a lead (研判): 值得跟进, 暂缓观察, 不宜引进. */
public enum Assessment {
    WORTH_FOLLOWING,
    WATCH,
    UNSUITABLE
}
