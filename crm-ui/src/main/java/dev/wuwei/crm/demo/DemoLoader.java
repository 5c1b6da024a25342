package dev.wuwei.crm.demo;

import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.lookback.LookBackSource;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.platform.quartz.BusinessJobs;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Uniqueness;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills an empty store with the demo park before the application says that it is ready. A store that holds anything is left
 * alone.
 */
@Component
@Order(100)
@ConditionalOnProperty("wuwei.demo")
final class DemoLoader implements ApplicationRunner {
    static final String BATCH = "demo-park";
    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CommandDispatcher dispatcher;
    private final Processors processors;
    private final Uniqueness uniqueness;
    private final DemoDay day;
    private final BusinessJobs jobs;
    private final ObjectProvider<LookBackSource> lookBacks;
    private final FileStore files;

    DemoLoader(
            CommandDispatcher dispatcher,
            Processors processors,
            Uniqueness uniqueness,
            DemoDay day,
            BusinessJobs jobs,
            ObjectProvider<LookBackSource> lookBacks,
            FileStore files) {
        this.dispatcher = dispatcher;
        this.processors = processors;
        this.uniqueness = uniqueness;
        this.day = day;
        this.jobs = jobs;
        this.lookBacks = lookBacks;
        this.files = files;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (processors.head() == 0) {
            load();
        }
    }

    private void load() {
        // The write side alone has nothing to look back with.
        List<DemoStep> steps =
                lookBacks.getIfAvailable() == null ? DemoScenario.steps() : DemoScenario.withReadModels();
        LOG.info("Loading the demo park: {} entries", steps.size());
        long last = 0;
        for (DemoStep step : steps) {
            last = enter(step).position();
        }
        if (!processors.awaitVisible(last, PATIENCE)) {
            LOG.warn("The demo park is loaded; the screens still catch up");
        }
        day.begin();
        // Of the park's last night and morning. The write side alone has no such jobs.
        jobs.list().stream()
                .map(BusinessJobs.Status::name)
                .filter(Set.of("totals-check", "reminders")::contains)
                .forEach(jobs::runNow);
        LOG.info("The demo park is loaded");
    }

    private CommandResult enter(DemoStep step) {
        DemoStaff by = DemoStaff.of(step.username());
        Caller caller = new Caller(
                by.id,
                by.roles(),
                Set.of(),
                Channel.IMPORT,
                null,
                BATCH,
                step.recordedAt().atZone(EventMeta.ZONE).toInstant());
        try {
            return dispatcher.send(step.command().apply(world), caller);
        } catch (RuleViolated e) {
            throw new IllegalStateException(
                    "The demo scenario is refused at " + step.recordedAt() + " by " + by.username + ": "
                            + e.violations() + " in " + step.command().apply(world),
                    e);
        }
    }

    private final DemoWorld world = new DemoWorld() {
        @Override
        public FollowUpId followUpOf(ProjectId project) {
            return DemoLoader.this.followUpOf(project);
        }

        @Override
        public Attachment keep(String fileName, byte[] picture) {
            return files.store(new ByteArrayInputStream(picture), fileName);
        }

        @Override
        public void catchUp() {
            processors.awaitVisible(processors.head(), PATIENCE);
        }
    };

    /** The policy opens it a moment after the signature. */
    private FollowUpId followUpOf(ProjectId project) {
        return opened(project)
                .or(() -> {
                    processors.awaitVisible(processors.head(), PATIENCE);
                    return opened(project);
                })
                .orElseThrow(() -> new IllegalStateException("No follow-up of project " + project));
    }

    private Optional<FollowUpId> opened(ProjectId project) {
        return uniqueness.holder("followup.project", project.toString()).map(holder -> FollowUpId.of(holder.owner()));
    }
}
