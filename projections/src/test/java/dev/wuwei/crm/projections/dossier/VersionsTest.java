package dev.wuwei.crm.projections.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    private static final Item.Version FIRST = new Item.Version(
            LocalDate.parse("2023-01-05"),
            LocalDate.parse("2023-02-01"),
            Instant.parse("2023-01-05T01:00:00Z"),
            Instant.parse("2023-03-01T01:00:00.123456Z"),
            17,
            "{\"name\":\"一期\"}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"b\":[1,2.50,{\"c\":null}]},\"d\":\"}]\\\" ，\\\\\"}",
                "\"线索 😀 \\\"doc\\\":\"",
                "12.500",
                "true",
                "[]"
            })
    void a_document_comes_back_as_it_was_written(String doc) {
        Item.Version last = new Item.Version(
                LocalDate.parse("2023-02-01"), null, Instant.parse("2023-02-01T01:00:00Z"), null, 18, doc);
        assertThat(Versions.read(Versions.json(List.of(FIRST, last, FIRST)))).containsExactly(FIRST, last, FIRST);
    }

    @Test
    void a_document_longer_than_a_parsers_buffer_comes_back_too() {
        Item.Version last = new Item.Version(
                LocalDate.parse("2023-02-01"),
                null,
                Instant.parse("2023-02-01T01:00:00Z"),
                null,
                18,
                "{\"text\":\"" + "走访😀".repeat(20_000) + "\"}");
        assertThat(Versions.read(Versions.json(List.of(FIRST, last, FIRST)))).containsExactly(FIRST, last, FIRST);
    }

    @Test
    void an_item_that_has_none_has_none() {
        assertThat(Versions.read(Versions.json(List.of()))).isEmpty();
    }
}
