package dev.wuwei.crm.projections.investor;

/**
 * An investor that may be the one that is about to be entered.
 *
 * @param likeness of the names, 0 to 1
 * @param sameCreditCode the same company beyond doubt
 */
public record Duplicate(InvestorRow investor, double likeness, boolean sameCreditCode) {}
