package dev.wuwei.probe;

import dev.wuwei.crm.platform.PlatformConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The platform alone, with the probe capability on it. */
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class ProbeApplication {

    /** Starts on the database at this address. */
    public static ConfigurableApplicationContext start(String url, String username, String password) {
        return run(
                "--spring.profiles.active=postgres",
                "--wuwei.database.url=" + url,
                "--wuwei.database.username=" + username,
                "--wuwei.database.password=" + password,
                "--wuwei.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    public static ConfigurableApplicationContext run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--wuwei.packages=dev.wuwei.crm,dev.wuwei.probe",
                "--spring.main.banner-mode=off",
                "--axon.eventhandling.processors.probe-model.mode=pooled",
                "--axon.eventhandling.processors.probe-model.initial-segment-count=1",
                "--axon.eventhandling.processors.probe-model.thread-count=1",
                "--axon.eventhandling.processors.probe-model.batch-size=200",
                "--axon.eventhandling.processors.probe-model.dlq.enabled=true",
                "--axon.eventhandling.processors.probe-model.dlq.cache.enabled=true"));
        all.addAll(List.of(arguments));
        return new SpringApplicationBuilder(ProbeApplication.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
    }
}
