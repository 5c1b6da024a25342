package dev.wuwei.crm.projections.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.testing.TestThresholds;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerModelTest extends ReadModelContract {
    @Override
    protected ReadModel model() {
        return new LedgerModel(dataSource, new TestThresholds());
    }

    @Test
    void the_list_shows_projects_as_they_stand() {
        var projects = new LedgerQuery(jdbc)
                .projects(ProjectFilter.ALL, ProjectSort.of("projectNo"), Page.first(50), AsOf.NOW, Viewer.everything());
        assertThat(projects.rows()).hasSize(2);
        System.out.println(projects);
        System.out.println(new TotalsQuery(jdbc)
                .totals(TotalsQuery.Request.of(Measure.SIGNED, Dimension.PARK, Dimension.SIZE_BAND), AsOf.NOW, Viewer.everything()));
        System.out.println(new TotalsQuery(jdbc)
                .explain(TotalsQuery.Request.of(Measure.SIGNED), Map.of(), AsOf.NOW, Viewer.everything()));
        System.out.println(new PipelineQuery(jdbc).pipeline(ProjectFilter.ALL, AsOf.NOW, Viewer.everything()));
        System.out.println(new FiveGapsQuery(jdbc).fiveGaps(FiveGapsQuery.Request.ALL, AsOf.NOW, Viewer.everything()));
        System.out.println(new FiveGapsQuery(jdbc).states(FiveGapsQuery.Request.ALL, AsOf.NOW, Viewer.everything()));
    }
}
