package dev.wuwei.crm.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.ScheduleStep;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.testing.TestDictionaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleFileTest {
    private static final String LAST = "{step: trial, name: 试生产, months: 1, ends: PRODUCTION_START}";

    @TempDir
    Path own;

    @Test
    void a_template_is_read_step_by_step() throws IOException {
        ScheduleFile schedules = file("""
                version: 3
                templates:
                  new-land:
                    - {step: permit, name: 施工许可, days: 5, permit: construction-permit}
                    - {step: trial, name: 试生产, months: 1, ends: PRODUCTION_START, after: [permit]}
                """);
        assertThat(schedules.version()).isEqualTo("schedules@3");
        assertThat(schedules.of("new-land"))
                .extracting(
                        ScheduleStep::code,
                        ScheduleStep::workingDays,
                        ScheduleStep::months,
                        ScheduleStep::after,
                        ScheduleStep::permitCode,
                        ScheduleStep::ends)
                .containsExactly(
                        tuple("permit", 5, 0, List.of(), "construction-permit", null),
                        tuple("trial", 0, 1, List.of("permit"), null, Milestone.PRODUCTION_START));
    }

    @Test
    void the_shipped_file_has_a_template_for_every_kind_of_project() {
        ReferenceFiles files = new ReferenceFiles(Path.of("../config"));
        DictionaryFile dictionaries = new DictionaryFile(files);
        ScheduleFile schedules = new ScheduleFile(files, dictionaries);
        assertThat(dictionaries.all(DictionaryKind.PROJECT_TYPE))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(schedules.of(type.code())).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "templates: {new-land: [LAST]}",
                "version: 1",
                "{version: 1, templates: {}}",
                "{version: 1, templates: {new-land: []}}",
                "{version: 1, templates: {castle: [LAST], new-land: [LAST]}}",
                "{version: 1, templates: {new-land: [LAST, LAST]}}",
                "{version: 1, templates: {new-land: [roof]}}",
                "{version: 1, templates: {new-land: [{step: a, name: 甲, days: 3}]}}",
                "{version: 1, templates: {new-land: [{step: a, days: 3}, LAST]}}",
                "{version: 1, templates: {new-land: [{step: a, name: 甲}, LAST]}}",
                "{version: 1, templates: {new-land: [{step: a, name: 甲, days: 3, months: 1}, LAST]}}",
                "{version: 1, templates: {new-land: [{step: a, name: 甲, days: 0}, LAST]}}",
                "{version: 1, templates: {new-land: [{step: a, name: 甲, months: soon}, LAST]}}",
                "{version: 1, templates: {new-land: [{step: a, name: 甲, days: 3, after: [trial]}, LAST]}}",
                "{version: 1, templates: {new-land: [{step: a, name: 甲, days: 3, after: [a]}, LAST]}}",
                "{version: 1, templates: {new-land: [{step: a, name: 甲, days: 3, permit: none-such}, LAST]}}",
                "{version: 1, templates: {new-land: [{step: a, name: 甲, days: 3, begins: HARVEST}, LAST]}}"
            })
    void a_file_that_cannot_be_understood_stops_the_start(String content) {
        assertThatThrownBy(() -> file(content.replace("LAST", LAST)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("config/policies/schedules.yml");
    }

    private ScheduleFile file(String content) throws IOException {
        Files.createDirectories(own.resolve("policies"));
        Files.writeString(own.resolve("policies/schedules.yml"), content);
        return new ScheduleFile(new ReferenceFiles(own), new TestDictionaries());
    }
}
