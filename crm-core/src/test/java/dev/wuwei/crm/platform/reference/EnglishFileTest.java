package dev.wuwei.crm.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.followup.ScheduleStep;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DictionaryKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnglishFileTest {
    private static final ReferenceFiles SHIPPED = new ReferenceFiles(Path.of("../config"));

    @TempDir
    Path own;

    @Test
    void everything_that_is_shipped_has_an_english_name() {
        DictionaryFile dictionaries = new DictionaryFile(SHIPPED);
        ScheduleFile schedules = new ScheduleFile(SHIPPED, dictionaries);
        EnglishFile english = new EnglishFile(SHIPPED);
        Stream<Coded> words = Stream.concat(
                Stream.of(DictionaryKind.values()).flatMap(kind -> dictionaries.all(kind).stream()),
                dictionaries.all(DictionaryKind.PROJECT_TYPE).stream()
                        .flatMap(type -> schedules.of(type.code()).stream())
                        .map(ScheduleStep::step));
        assertThat(words)
                .isNotEmpty()
                .allSatisfy(word -> assertThat(english.of(word.name()).orElseThrow())
                        .as("%s", word)
                        .matches("[A-Z][a-zA-Z ,'–-]+"));
    }

    @Test
    void what_has_none_keeps_its_name() {
        assertThat(new EnglishFile(SHIPPED).of("梁产城新区东片")).isEmpty();
    }

    @Test
    void a_name_with_two_stops_the_start() throws IOException {
        Path file = Files.createDirectories(own.resolve("policies")).resolve("schedules.yml");
        Files.writeString(file, """
                version: 1
                templates:
                  new-land:
                    - {step: a, name: 试生产, english: Trial run, days: 5}
                    - {step: b, name: 试生产, english: Trial production, days: 5}
                """);
        assertThatThrownBy(() -> new EnglishFile(new ReferenceFiles(own)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("试生产 both Trial run and Trial production");
    }
}
