package dev.wuwei.crm.projections.staff;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.staff.TeamId;

/**
 * A team.
 *
 * @param park it works for, or {@code null}
 * @param mergedInto name that the team which it became a part of had then, or {@code null}
 * @param members accounts that are not closed
 */
public record Team(TeamId teamId, String name, Coded park, boolean closed, String mergedInto, int members) {}
