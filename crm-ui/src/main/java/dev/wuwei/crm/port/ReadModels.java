package dev.wuwei.crm.port;

import dev.wuwei.crm.platform.axon.Processors;
import java.time.Duration;

/** What policies ask of read models, they ask when those know of what they ask because of. */
final class ReadModels {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ReadModels() {}

    static void awaitKnown(long position, Processors processors) {
        if (!processors.awaitReadModels(position, PATIENCE)) {
            throw new IllegalStateException("Read models have not come to " + position + " within " + PATIENCE);
        }
    }
}
