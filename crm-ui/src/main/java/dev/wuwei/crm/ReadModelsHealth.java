package dev.wuwei.crm;

import dev.wuwei.crm.platform.axon.Processors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** UP only when what people see is what was written: every reader runs and is at the end of history, or all but. */
@Component("readModels")
class ReadModelsHealth implements HealthIndicator {
    /** Positions that a reader may be behind while others write. */
    private static final long TOLERANCE = 500;

    private final Processors processors;

    ReadModelsHealth(Processors processors) {
        this.processors = processors;
    }

    @Override
    public Health health() {
        Health.Builder health = processors.caughtUp(TOLERANCE) ? Health.up() : Health.outOfService();
        processors.list().forEach(status -> health.withDetail(status.name(), status.lag()));
        return health.build();
    }
}
