package dev.wuwei.crm.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Processor time of this process and of the database server on the same machine. Where others are at work as well, it says
 * more than the clock.
 */
final class ProcessorTime {
    private final OperatingSystemMXBean self = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ProcessHandle server;

    ProcessorTime(JdbcClient jdbc) {
        long session = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        server = ProcessHandle.of(session).flatMap(ProcessHandle::parent).orElseThrow();
    }

    /** @return used so far by the application and by all the server's processes that still run */
    long nanos() {
        return self.getProcessCpuTime()
                + server.children()
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toNanos)
                        .sum();
    }
}
