package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;

/**
 * A project found by the global search.
 *
 * @param matched the name or number that was found, when it is another than the project's name
 * @param close found only because one character was disregarded
 */
public record ProjectHit(
        ProjectId projectId,
        String projectNo,
        String name,
        ProjectStage stage,
        String investorName,
        Money amount,
        String matched,
        boolean close) {}
