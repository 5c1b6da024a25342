package dev.wuwei.crm.lead;

/** 走访, 接待, 考察, 电话, 线上. */
public enum VisitKind {
    VISIT,
    RECEPTION,
    SITE_INSPECTION,
    PHONE,
    ONLINE
}
