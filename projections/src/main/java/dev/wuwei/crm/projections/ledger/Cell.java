package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;

/**
 * What a project's figures are counted under on a day; codes.
 *
 * @param band index of the largest size band that it reaches, 0 when it reaches none
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
        PhaseState fiveGap) {}
