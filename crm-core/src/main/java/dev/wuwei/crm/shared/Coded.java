package dev.wuwei.crm.shared;

/** A dictionary entry as it was on the day: the code, and the name it had then. A later renaming does not rewrite it. */
public record Coded(String code, String name) {}
