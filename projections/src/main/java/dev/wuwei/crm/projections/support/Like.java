package dev.wuwei.crm.projections.support;

/** Patterns of SQL's {@code like}. */
public final class Like {
    private Like() {}

    /** @return text in which a wildcard stands for itself */
    public static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
