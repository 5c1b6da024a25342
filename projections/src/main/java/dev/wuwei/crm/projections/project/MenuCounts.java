package dev.wuwei.crm.projections.project;

/** Open projects per list, for the menu. */
public record MenuCounts(long leads, long negotiations, long signings, long followUps) {}
