package dev.wuwei.crm.negotiation;

/** What an admission review hears about: 产业政策, 投资强度与税收, 环保, 安全, 能耗, 用地规划, 工艺. */
public enum ReviewTopic {
    INDUSTRIAL_POLICY,
    INTENSITY_AND_TAX,
    ENVIRONMENT,
    SAFETY,
    ENERGY,
    LAND_USE,
    TECHNOLOGY
}
