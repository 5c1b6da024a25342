package dev.wuwei.crm.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.dictionary.Catalogue;
import dev.wuwei.crm.negotiation.GateMetric;
import dev.wuwei.crm.negotiation.GateResult;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFilesTest {
    private static final ReferenceFiles SHIPPED = new ReferenceFiles(Path.of("nowhere"));

    @Test
    void the_parks_and_industries_stand_in_the_order_in_which_they_are_offered() {
        DictionaryFile dictionaries = new DictionaryFile(SHIPPED);
        assertThat(dictionaries.all(DictionaryKind.PARK))
                .containsExactly(
                        new Coded("liangchan", "梁产城新区"), new Coded("liangjiang", "两江工业区"), new Coded("wuxi", "吴溪工业区"));
        assertThat(dictionaries.all(DictionaryKind.INDUSTRY))
                .extracting(Coded::name)
                .containsExactly("纺织鞋服", "食品医药", "新能源电池", "装备制造", "其他");
        assertThat(dictionaries
                        .require(DictionaryKind.REGION, "510100", "region")
                        .name())
                .isNotBlank();
    }

    @Test
    void an_unknown_or_missing_code_is_refused_at_its_field() {
        DictionaryFile dictionaries = new DictionaryFile(SHIPPED);
        assertThatThrownBy(() -> dictionaries.require(DictionaryKind.PARK, "atlantis", "parkCode"))
                .isInstanceOfSatisfying(RuleViolated.class, e -> {
                    assertThat(e.rule()).isEqualTo(SharedRule.UNKNOWN_CODE);
                    assertThat(e.violations().getFirst().field()).isEqualTo("parkCode");
                });
        assertThatThrownBy(() -> dictionaries.require(DictionaryKind.PARK, " ", "parkCode"))
                .isInstanceOfSatisfying(
                        RuleViolated.class, e -> assertThat(e.rule()).isEqualTo(SharedRule.REQUIRED));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-20, true", "2023-01-23, false", "2023-01-28, true", "2023-01-29, true", "2023-10-06, false",
        "2023-10-07, true", "2023-06-25, true", "2022-12-31, false", "2024-02-18, true", "2025-10-08, false",
        "2026-02-28, true", "2026-01-04, true", "2026-11-24, true", "2026-11-28, false", "2030-07-06, false"
    })
    void holidays_are_free_and_make_up_days_are_not(LocalDate day, boolean working) {
        assertThat(new HolidayCalendar(SHIPPED).isWorkingDay(day)).isEqualTo(working);
    }

    @Test
    void working_days_are_counted_over_a_holiday() {
        HolidayCalendar calendar = new HolidayCalendar(SHIPPED);
        LocalDate before = LocalDate.of(2023, 9, 28);
        assertThat(calendar.plusWorkingDays(before, 1)).isEqualTo(LocalDate.of(2023, 10, 7));
        assertThat(calendar.plusWorkingDays(before, 0)).isEqualTo(before);
        assertThat(calendar.workingDaysBetween(before, LocalDate.of(2023, 10, 9)))
                .isEqualTo(3);
        assertThat(calendar.workingDaysBetween(LocalDate.of(2023, 10, 9), before))
                .isEqualTo(-3);
    }

    @Test
    void an_installations_own_file_goes_before_the_shipped_one(@TempDir Path own) throws Exception {
        Files.createDirectories(own.resolve("policies"));
        String shipped = Files.readString(Path.of("../config/policies/thresholds.yml"));
        Files.writeString(
                own.resolve("policies/thresholds.yml"), shipped.replace("pool-after-days: 45", "pool-after-days: 60"));
        assertThat(new ThresholdFile(SHIPPED).poolAfterDays()).isEqualTo(45);
        assertThat(new ThresholdFile(new ReferenceFiles(own)).poolAfterDays()).isEqualTo(60);
        assertThat(new ThresholdFile(SHIPPED).aboveScaleRevenue()).isEqualByComparingTo("20000000");
    }

    private static DictionaryFile parks(Path own, String parks) throws Exception {
        Files.createDirectories(own.resolve("dictionaries"));
        String shipped = Files.readString(Path.of("../config/dictionaries/dictionaries.yml"));
        Files.writeString(
                own.resolve("dictionaries/dictionaries.yml"), shipped.replaceFirst("(?m)^  wuxi: .*$", parks));
        return new DictionaryFile(new ReferenceFiles(own));
    }

    @Test
    void what_was_renamed_and_what_became_a_part_of_something_else_keeps_its_past(@TempDir Path own) throws Exception {
        DictionaryFile dictionaries = parks(own, """
                  wuxi:
                    name: 吴溪工业区
                    formerly:
                      2018-06-30: 吴溪工业小区
                  old-town:
                    name: 老城工业点
                    until: 2022-12-31
                    into: wuxi""".indent(2));

        Catalogue listed = dictionaries.catalogue(DictionaryKind.PARK);
        assertThat(listed.nameOn("wuxi", LocalDate.of(2018, 6, 30))).isEqualTo("吴溪工业小区");
        assertThat(listed.nameOn("wuxi", LocalDate.of(2018, 7, 1))).isEqualTo("吴溪工业区");
        assertThat(listed.becomeOn("old-town", LocalDate.of(2022, 12, 31))).isEqualTo("old-town");
        assertThat(listed.becomeOn("old-town", LocalDate.of(2023, 1, 1))).isEqualTo("wuxi");
        assertThat(dictionaries.all(DictionaryKind.PARK))
                .extracting(Coded::code)
                .doesNotContain("old-town");
        assertThatThrownBy(() -> dictionaries.require(DictionaryKind.PARK, "old-town", "parkCode"))
                .isInstanceOfSatisfying(RuleViolated.class, e -> {
                    assertThat(e.rule()).isEqualTo(SharedRule.NO_LONGER_OFFERED);
                    assertThat(e.violations().getFirst().args())
                            .containsExactly("老城工业点", LocalDate.of(2022, 12, 31), "吴溪工业区");
                });
    }

    @Test
    void a_way_that_leads_nowhere_or_back_keeps_the_application_from_starting(@TempDir Path own) {
        String nowhere = "  wuxi:\n    name: 吴溪\n    until: 2022-12-31\n    into: atlantis";
        String back = "  wuxi:\n    name: 吴溪\n    until: 2022-12-31\n    into: east\n"
                + "  east:\n    name: 东区\n    until: 2022-12-31\n    into: wuxi";
        String undated = "  wuxi:\n    name: 吴溪\n    into: liangjiang";
        for (String parks : List.of(nowhere, back, undated)) {
            assertThatThrownBy(() -> parks(own, parks))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("PARK");
        }
    }

    @Test
    void the_most_specific_gates_measure_the_terms() {
        GateFile gates = new GateFile(SHIPPED);
        Terms terms = new Terms(
                Money.yi("0.8"),
                null,
                Area.mu("40"),
                null,
                new BigDecimal("1.0"),
                new BigDecimal("200"),
                null,
                new BigDecimal("12"),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
        assertThat(gates.version()).isEqualTo("gates@1");
        List<GateResult> results = gates.measure(new Coded("liangjiang", ""), new Coded("battery", ""), terms);
        assertThat(results).hasSize(5);
        assertThat(results)
                .filteredOn(result -> result.metric() == GateMetric.INVESTMENT_INTENSITY)
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.passed()).isFalse();
                    assertThat(result.gap()).isEqualByComparingTo("50");
                });
        assertThat(results)
                .filteredOn(result -> result.metric() == GateMetric.OUTPUT_PER_MU)
                .singleElement()
                .satisfies(result ->
                        assertThat(result.passed()).as("silence is no proof").isFalse());
        assertThat(gates.measure(new Coded("wuxi", ""), new Coded("food", ""), terms))
                .hasSize(5);
        assertThat(gates.negativeListEntry(new Coded("other", ""), new Coded("C25", "")))
                .contains("石油");
        assertThat(gates.negativeListEntry(new Coded("textile", ""), new Coded("C17", "")))
                .isNull();
    }
}
