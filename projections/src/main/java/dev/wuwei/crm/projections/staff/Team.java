package dev.wuwei.crm.projections.staff;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.staff.TeamId;

/**
 * A team.
 *
 * @param park it works for, or {@code null}
 * @param members accounts that are not closed
 */
public record Team(TeamId teamId, String name, Coded park, boolean closed, int members) {}
