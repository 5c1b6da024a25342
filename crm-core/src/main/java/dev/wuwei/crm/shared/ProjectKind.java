package dev.wuwei.crm.shared;

/** Kind of project: 新引进, 增资扩产, 技改, 存量. */
public enum ProjectKind {
    NEWLY_INTRODUCED,
    EXPANSION,
    TECHNICAL_RENOVATION,
    EXISTING
}
