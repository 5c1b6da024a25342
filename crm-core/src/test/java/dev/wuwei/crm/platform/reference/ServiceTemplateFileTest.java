package dev.wuwei.crm.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.followup.ServiceRole;
import dev.wuwei.crm.followup.ServiceTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTemplateFileTest {
    @TempDir
    Path own;

    @Test
    void a_template_holds_from_its_day_until_the_next() throws IOException {
        ServiceTemplateFile templates = file("""
                templates:
                  - {from: 2023-01-01, name: 1+1+6, roles: [LIAISON_LEADER, RESIDENT_LIAISON, UTILITIES]}
                  - {from: 2021-01-01, name: 1+1+X, roles: [LIAISON_LEADER]}
                """);
        assertThat(templates.on(LocalDate.of(2020, 12, 31))).isEmpty();
        assertThat(templates.on(LocalDate.of(2022, 12, 31))).get().returns("1+1+X", ServiceTemplate::name);
        assertThat(templates.on(LocalDate.of(2023, 1, 1)).orElseThrow().roles())
                .containsExactlyInAnyOrder(
                        ServiceRole.LIAISON_LEADER, ServiceRole.RESIDENT_LIAISON, ServiceRole.UTILITIES);
    }

    @Test
    void the_shipped_templates_ask_for_a_leader_and_a_liaison() {
        assertThat(new ServiceTemplateFile(new ReferenceFiles(Path.of("../config")))
                        .on(LocalDate.of(2026, 1, 1))
                        .orElseThrow()
                        .roles())
                .contains(ServiceRole.LIAISON_LEADER, ServiceRole.RESIDENT_LIAISON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: 1",
                "templates: []",
                "templates: [1+1+6]",
                "templates: [{from: 2023-01-01, name: 1+1+6, roles: []}]",
                "templates: [{from: 2023-01-01, roles: [UTILITIES]}]",
                "templates: [{from: January, name: 1+1+6, roles: [UTILITIES]}]",
                "templates: [{from: 2023-01-01, name: 1+1+6, roles: [COOK]}]",
                "templates: [{from: 2023-01-01, name: 1+1+6, roles: [UTILITIES, UTILITIES]}]",
                "templates: [{from: 2023-01-01, name: a, roles: [UTILITIES]}, {from: 2023-01-01, name: b, roles: [UTILITIES]}]"
            })
    void a_file_that_cannot_be_understood_stops_the_start(String content) {
        assertThatThrownBy(() -> file(content))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("config/policies/service-team.yml");
    }

    private ServiceTemplateFile file(String content) throws IOException {
        Files.createDirectories(own.resolve("policies"));
        Files.writeString(own.resolve("policies/service-team.yml"), content);
        return new ServiceTemplateFile(new ReferenceFiles(own));
    }
}
