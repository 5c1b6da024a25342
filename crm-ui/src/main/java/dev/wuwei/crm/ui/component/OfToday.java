package dev.wuwei.crm.ui.component;

/** A page that is of today alone: whatever day one looks at, the banner above it says so. */
public interface OfToday {}
