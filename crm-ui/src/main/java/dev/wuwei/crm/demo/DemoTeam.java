package dev.wuwei.crm.demo;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.staff.TeamId;

/** The teams of the park. */
enum DemoTeam {
    FIRST("招商一科"),
    SECOND("招商二科"),
    SERVICE("项目服务中心");

    final String label;
    final TeamId id = Ids.next(TeamId::new);

    DemoTeam(String label) {
        this.label = label;
    }
}
