package dev.wuwei.crm;

import dev.wuwei.crm.platform.axon.Processors;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** UP only when what people see is what was written: every reader runs and is at the end of history, or all but. */
@Component("readModels")
class ReadModelsHealth extends AbstractHealthIndicator {
    /** Positions that a reader may be behind while others write. */
    private static final long TOLERANCE = 500;

    private final Processors processors;

    ReadModelsHealth(Processors processors) {
        super("How far the read models are cannot be asked");
        this.processors = processors;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(processors.caughtUp(TOLERANCE) ? Status.UP : Status.OUT_OF_SERVICE);
        processors.list().forEach(status -> health.withDetail(status.name(), status.lag()));
    }
}
