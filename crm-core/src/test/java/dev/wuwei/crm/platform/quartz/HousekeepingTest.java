package dev.wuwei.crm.platform.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.probe.ProbeApplication;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class HousekeepingTest {
    @Test
    void the_nightly_job_is_kept_in_the_database_and_forgets_old_answers() throws Exception {
        try (ConfigurableApplicationContext context = ProbeApplication.start(
                TestPostgres.newDatabase(),
                TestPostgres.server().username(),
                TestPostgres.server().password())) {
            JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
            Scheduler scheduler = context.getBean(Scheduler.class);
            assertThat(scheduler.getMetaData().isJobStoreClustered()).isTrue();
            assertThat(scheduler.getMetaData().isJobStoreSupportsPersistence()).isTrue();
            assertThat(scheduler
                            .getTrigger(TriggerKey.triggerKey("housekeeping", "business"))
                            .getNextFireTime())
                    .isNotNull();
            assertThat(count(jdbc, "es.qrtz_cron_triggers where time_zone_id = 'Asia/Shanghai'"))
                    .isEqualTo(1);

            remember(jdbc, "old", 31);
            remember(jdbc, "young", 29);
            context.getBean(BusinessJobs.class).runNow("housekeeping");
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (count(jdbc, "es.idempotency_key") > 1 && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            assertThat(count(jdbc, "es.idempotency_key where key = 'young'")).isEqualTo(1);
            assertThat(count(jdbc, "es.idempotency_key")).isEqualTo(1);
        }
    }

    private static void remember(JdbcClient jdbc, String key, int daysAgo) {
        jdbc.sql(
                        "insert into es.idempotency_key values ('s', ?, 'c', 'h', 'i', null, null, 0, 1, now() - make_interval(days => ?))")
                .params(key, daysAgo)
                .update();
    }

    private static long count(JdbcClient jdbc, String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
