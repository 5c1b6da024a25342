package dev.wuwei.crm.platform.postgres;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code wuwei.database}.
 *
 * @param data directory of the embedded database (profile {@code embedded})
 * @param binaries where the embedded server is unpacked; by default in the data directory
 * @param port of the embedded server; 0 for any free one
 * @param url JDBC address of a server of your own (profile {@code postgres}), PostgreSQL 15 or newer
 * @param poolSize connections at most
 */
@ConfigurationProperties("wuwei.database")
public record DatabaseProperties(
        @DefaultValue("./data") Path data,
        Path binaries,
        @DefaultValue("0") int port,
        String url,
        String username,
        String password,
        @DefaultValue("24") int poolSize) {}
