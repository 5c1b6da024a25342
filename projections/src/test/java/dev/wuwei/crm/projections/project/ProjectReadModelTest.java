package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.testing.TestThresholds;

class ProjectReadModelTest extends ReadModelContract {
    @Override
    protected ReadModel model() {
        return new ProjectReadModel(dataSource, new TestThresholds());
    }
}
