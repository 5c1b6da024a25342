package dev.wuwei.crm.platform.quartz;

import dev.wuwei.crm.platform.axon.Processors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every night: forgets answers that nobody will ask for again, and says in the log which readers of history are behind or
 * have set events aside.
 */
final class Housekeeping implements BusinessJob {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final JdbcClient jdbc;
    private final Processors processors;

    Housekeeping(JdbcClient jdbc, Processors processors) {
        this.jdbc = jdbc;
        this.processors = processors;
    }

    @Override
    public String name() {
        return "housekeeping";
    }

    @Override
    public void run(JobRun run) {
        int forgotten = jdbc.sql("delete from es.idempotency_key where recorded_at < now() - interval '30 days'")
                .update();
        if (forgotten > 0) {
            LOG.info("{} answers older than 30 days forgotten", forgotten);
        }
        for (Processors.Status status : processors.list()) {
            if (status.error() != null || !status.running()) {
                LOG.error("Reader {} does not go on: {}", status.name(), status.error());
            }
            if (status.deadLetters() > 0) {
                LOG.warn("Reader {} has set {} events aside; see /admin", status.name(), status.deadLetters());
            }
        }
    }
}
