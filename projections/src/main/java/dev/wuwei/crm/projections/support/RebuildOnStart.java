package dev.wuwei.crm.projections.support;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code ./crm rebuild [name]}: an application started with {@code wuwei.rebuild=NAME,…|all} rebuilds and leaves. */
@Component
@ConditionalOnProperty("wuwei.rebuild")
class RebuildOnStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildOnStart.class);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(2);

    private final Rebuild rebuild;
    private final List<String> names;
    private final ConfigurableApplicationContext context;

    RebuildOnStart(Rebuild rebuild, @Value("${wuwei.rebuild}") String names, ConfigurableApplicationContext context) {
        this.rebuild = rebuild;
        this.names = names.equals("all") ? List.of() : Arrays.asList(names.split(","));
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        RebuildRun run = rebuild.start(names);
        while (!run.isOver()) {
            Thread.sleep(REPORT_EVERY);
            RebuildRun.Progress progress = run.progress();
            LOG.info(
                    "Rebuild {}: event {} of {}, {}/s",
                    progress.phase(),
                    progress.position(),
                    progress.head(),
                    progress.perSecond());
        }
        int exit = report(run);
        // Not from this thread: the context waits for its runners before it closes.
        Thread.ofPlatform().name("rebuild-exit").start(() -> System.exit(SpringApplication.exit(context, () -> exit)));
    }

    private static int report(RebuildRun run) {
        try {
            RebuildRun.Outcome outcome = run.await();
            outcome.comparisons().stream()
                    .filter(comparison -> !comparison.same())
                    .forEach(comparison -> LOG.warn("The live table differed: {}", comparison));
            LOG.info(
                    "Rebuilt {} from {} events in {} s",
                    outcome.names(),
                    outcome.events(),
                    outcome.duration().toSeconds());
            return outcome.phase() == RebuildRun.Phase.DONE ? 0 : 1;
        } catch (CompletionException e) {
            LOG.error("The rebuild failed; the read models are as they were", e.getCause());
            return 1;
        }
    }
}
