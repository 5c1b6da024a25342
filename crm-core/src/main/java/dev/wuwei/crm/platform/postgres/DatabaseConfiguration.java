package dev.wuwei.crm.platform.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The one DataSource. It is handed out only once both schemas are up to date, so whatever uses it needs no ordering of its
 * own, and it is closed before the embedded server stops.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Profile("!postgres")
    static class Embedded {
        @Bean(destroyMethod = "close")
        DataDirectory dataDirectory(DatabaseProperties properties) {
            return DataDirectory.open(properties.data());
        }

        @Bean(destroyMethod = "close")
        EmbeddedPostgres embeddedPostgres(DataDirectory directory, DatabaseProperties properties) {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, properties.binaries(), properties.port());
            postgres.keepRunning();
            return postgres;
        }

        @Bean(destroyMethod = "close")
        HikariDataSource dataSource(EmbeddedPostgres postgres, DatabaseProperties properties) {
            return migrated(pool(postgres.jdbcUrl(), postgres.username(), postgres.password(), properties.poolSize()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Profile("postgres")
    static class Remote {
        @Bean(destroyMethod = "close")
        HikariDataSource dataSource(DatabaseProperties properties) {
            if (properties.url() == null) {
                throw new DataDirectoryException(
                        "Profile postgres needs the address of a database.",
                        "Set wuwei.database.url, .username and .password (or WUWEI_DATABASE_URL …).",
                        null);
            }
            return migrated(
                    pool(properties.url(), properties.username(), properties.password(), properties.poolSize()));
        }
    }

    private static HikariDataSource migrated(HikariDataSource dataSource) {
        try {
            Migrations.migrate(dataSource);
            return dataSource;
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    static HikariDataSource pool(String url, String username, String password, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("wuwei");
        config.setJdbcUrl(url);
        config.setUsername(username);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(4, size));
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.addDataSourceProperty("currentSchema", "rm,public");
        config.addDataSourceProperty("ApplicationName", "wuwei");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("assumeMinServerVersion", "15");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }
}
