package dev.wuwei.crm.followup;

/** 1+1+6: 联系领导, 全程联络员, 项目前期, 供地报建, 建设秩序, 要素保障, 企业运行, 后勤服务. */
public enum ServiceRole {
    LIAISON_LEADER,
    RESIDENT_LIAISON,
    PRELIMINARY_WORK,
    LAND_AND_PERMITS,
    SITE_ORDER,
    UTILITIES,
    OPERATIONS,
    LOGISTICS
}
