package dev.wuwei.crm.projections.testing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The platform and every read model on it, without screens. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"dev.wuwei.crm.platform", "dev.wuwei.crm.projections"})
public class ProjectionsApplication {

    /** Starts on the database at this address. */
    public static ConfigurableApplicationContext start(
            String url, String username, String password, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.profiles.active=postgres",
                "--spring.main.banner-mode=off",
                "--wuwei.database.url=" + url,
                "--wuwei.database.username=" + username,
                "--wuwei.database.password=" + password,
                "--wuwei.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
        all.addAll(List.of(arguments));
        return new SpringApplicationBuilder(ProjectionsApplication.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
    }
}
