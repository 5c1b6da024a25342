package dev.wuwei.crm.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.followup.RequiredPermit;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.testing.TestDictionaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermitFileTest {
    private static final String FIRST = "{permit: environmental-approval, step: 1, legal: 30, promised: 10}";

    @TempDir
    Path own;

    @Test
    void a_checklist_is_in_the_order_of_its_steps() throws IOException {
        PermitFile permits = file("""
                version: 4
                checklists:
                  new-land:
                    - {permit: construction-permit, step: 2, legal: 7, promised: 3}
                    - %s
                """.formatted(FIRST));
        assertThat(permits.version()).isEqualTo("permits@4");
        assertThat(permits.of("new-land"))
                .extracting(
                        RequiredPermit::permit,
                        RequiredPermit::step,
                        RequiredPermit::legalDays,
                        RequiredPermit::promisedDays)
                .containsExactly(
                        tuple(TestDictionaries.OTHER_PERMIT, 1, 30, 10), tuple(TestDictionaries.PERMIT, 2, 7, 3));
    }

    @Test
    void the_shipped_file_has_a_checklist_for_every_kind_of_project() {
        ReferenceFiles files = new ReferenceFiles(Path.of("../config"));
        DictionaryFile dictionaries = new DictionaryFile(files);
        PermitFile permits = new PermitFile(files, dictionaries);
        assertThat(dictionaries.all(DictionaryKind.PROJECT_TYPE))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(permits.of(type.code())).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checklists: {new-land: [FIRST]}",
                "version: 1",
                "{version: 1, checklists: {}}",
                "{version: 1, checklists: {new-land: []}}",
                "{version: 1, checklists: {new-land: [construction-permit]}}",
                "{version: 1, checklists: {new-land: [FIRST, FIRST]}}",
                "{version: 1, checklists: {new-land: [FIRST], no-such-type: [FIRST]}}",
                "{version: 1, checklists: {new-land: [{permit: no-such-permit, step: 1, legal: 7, promised: 3}]}}",
                "{version: 1, checklists: {new-land: [{permit: construction-permit, step: 1, legal: 3, promised: 7}]}}",
                "{version: 1, checklists: {new-land: [{permit: construction-permit, step: 0, legal: 7, promised: 3}]}}",
                "{version: 1, checklists: {new-land: [{permit: construction-permit, step: 1, legal: soon, promised: 3}]}}",
                "{version: 1, checklists: {new-land: [{permit: construction-permit, step: 1, promised: 3}]}}"
            })
    void a_file_that_cannot_be_understood_stops_the_start(String content) {
        assertThatThrownBy(() -> file(content.replace("FIRST", FIRST)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("config/policies/permits.yml");
    }

    private PermitFile file(String content) throws IOException {
        Files.createDirectories(own.resolve("policies"));
        Files.writeString(own.resolve("policies/permits.yml"), content);
        return new PermitFile(new ReferenceFiles(own), new TestDictionaries());
    }
}
