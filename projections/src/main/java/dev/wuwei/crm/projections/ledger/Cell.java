package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;

/**
 * What a project's figures are counted under on a day; codes.
 *
 * @param leader whom it is credited to, as are owner and team
 * @param band see {@link CountingPolicy#bandOf}
 */
record Cell(
        String industry,
        String park,
        String chain,
        String method,
        String origin,
        ProjectKind kind,
        StaffId leader,
        StaffId owner,
        TeamId team,
        int band,
        PhaseState fiveGap) {
    /** @return the same as a policy credits and sizes it */
    Cell counted(StaffId leader, StaffId owner, TeamId team, int band) {
        return new Cell(industry, park, chain, method, origin, kind, leader, owner, team, band, fiveGap);
    }
}
