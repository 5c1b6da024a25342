package dev.wuwei.crm.platform.files;

import dev.wuwei.crm.platform.postgres.DatabaseProperties;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Files are kept beside the database, so that one directory is all there is to back up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesConfiguration.FilesProperties.class)
public class FilesConfiguration {

    /**
     * Settings under {@code wuwei.files}.
     *
     * @param directory by default {@code files} in the data directory
     * @param largest size of one file
     */
    @ConfigurationProperties("wuwei.files")
    public record FilesProperties(
            Path directory, @DefaultValue("20MB") DataSize largest) {}

    @Bean
    FileStore fileStore(FilesProperties files, DatabaseProperties database) {
        Path directory = files.directory() == null ? database.data().resolve("files") : files.directory();
        return new FileStore(directory, files.largest().toBytes());
    }
}
