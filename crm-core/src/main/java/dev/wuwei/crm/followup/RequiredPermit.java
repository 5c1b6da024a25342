package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Coded;

/**
 * A permit that a kind of project needs.
 *
 * @param step permits of one step run side by side (并联审批); the next step waits for them
 * @param legalDays working days that the law grants the authority (法定)
 * @param promisedDays working days that the park promises (承诺), at most the legal ones
 */
public record RequiredPermit(Coded permit, int step, int legalDays, int promisedDays) {}
