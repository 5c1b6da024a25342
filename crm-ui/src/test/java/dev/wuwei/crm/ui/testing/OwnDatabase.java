package dev.wuwei.crm.ui.testing;

import dev.wuwei.crm.platform.postgres.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.springframework.test.context.DynamicPropertyRegistry;

/** An empty database, a data directory and a key for one context of the whole application. */
public final class OwnDatabase {
    private OwnDatabase() {}

    public static void register(DynamicPropertyRegistry registry) {
        String url = TestPostgres.newDatabase();
        String data = directory().toString();
        registry.add("wuwei.database.url", () -> url);
        registry.add("wuwei.database.username", () -> TestPostgres.server().username());
        registry.add("wuwei.database.password", () -> TestPostgres.server().password());
        registry.add("wuwei.database.data", () -> data);
        registry.add(
                "wuwei.master-key",
                () -> Base64.getEncoder()
                        .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)));
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("wuwei-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
