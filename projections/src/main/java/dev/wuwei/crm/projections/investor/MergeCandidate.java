package dev.wuwei.crm.projections.investor;

/** Two entries that look like one company; the older one first. */
public record MergeCandidate(InvestorRow older, InvestorRow newer, boolean sameCreditCode) {}
