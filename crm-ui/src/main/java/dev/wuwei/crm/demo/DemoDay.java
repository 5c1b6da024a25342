package dev.wuwei.crm.demo;

import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.shared.EventMeta;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo park ends in 2023. When it is loaded it is the day after, and days pass from then on as they do outside;
 * otherwise all its deadlines would be years over. A store with a park of its own keeps to the real time.
 */
@Component
final class DemoDay implements SmartInitializingSingleton {
    private final JdbcClient jdbc;
    private final LocalDate first;

    /** @param first day of the park's life, or {@code null} for the real one */
    DemoDay(
            JdbcClient jdbc,
            @Value("${wuwei.demo-day:#{null}}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate first) {
        this.jdbc = jdbc;
        this.first = first;
    }

    @Override
    public void afterSingletonsInstantiated() {
        begin();
    }

    void begin() {
        if (first != null && holdsDemoPark()) {
            ParkTime.setBackBy(Duration.ofDays(ChronoUnit.DAYS.between(first, madeOn())));
        }
    }

    private boolean holdsDemoPark() {
        return jdbc.sql("select convert_from(meta_data, 'UTF8')::jsonb ->> 'importBatch' = ? from es.domain_event"
                        + " order by global_index limit 1")
                .param(DemoLoader.BATCH)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The store is filled right after it is made. */
    private LocalDate madeOn() {
        return jdbc.sql("select min(installed_on) from es.schema_history")
                .query((row, number) -> LocalDate.ofInstant(row.getTimestamp(1).toInstant(), EventMeta.ZONE))
                .single();
    }
}
