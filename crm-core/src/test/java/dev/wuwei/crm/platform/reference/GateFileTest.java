package dev.wuwei.crm.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.negotiation.GateMetric;
import dev.wuwei.crm.negotiation.GateResult;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateFileTest {
    private static final Coded NORTH = new Coded("north", "北区");
    private static final Coded SOUTH = new Coded("south", "南区");
    private static final Coded STEEL = new Coded("steel", "钢铁");
    private static final Coded FOOD = new Coded("food", "食品");

    @TempDir
    Path own;

    @Test
    void each_gate_is_taken_from_the_most_specific_row_that_names_it() throws IOException {
        GateFile gates = file("""
                version: 3
                gates:
                  - require: {TOTAL_INVESTMENT: 0.5, INVESTMENT_INTENSITY: 200, TAX_PER_MU: 5}
                  - park: north
                    require: {INVESTMENT_INTENSITY: 210}
                  - industry: steel
                    require: {INVESTMENT_INTENSITY: 220, TAX_PER_MU: 8}
                  - park: north
                    industry: steel
                    require: {INVESTMENT_INTENSITY: 180}
                """);
        Terms terms = terms(Money.yi("1"), Area.mu("50"), "200", null, "6", null);
        assertThat(gates.version()).isEqualTo("gates@3");
        assertThat(required(gates, SOUTH, FOOD, terms)).containsExactly("0.5", "200", "5");
        assertThat(required(gates, NORTH, FOOD, terms)).containsExactly("0.5", "210", "5");
        assertThat(required(gates, SOUTH, STEEL, terms)).containsExactly("0.5", "220", "8");
        assertThat(required(gates, NORTH, STEEL, terms)).containsExactly("0.5", "180", "8");
        assertThat(required(gates, null, null, terms)).containsExactly("0.5", "200", "5");
    }

    @Test
    void the_gate_itself_is_passed_and_a_gap_is_what_is_missing() throws IOException {
        GateFile gates = file("""
                version: 1
                gates:
                  - require: {TOTAL_INVESTMENT: 1, TAX_PER_MU: 8, OUTPUT_PER_MU: 250}
                """);
        assertThat(gates.measure(NORTH, FOOD, terms(Money.yi("1.0"), Area.mu("50"), null, null, "6.5", null)))
                .containsExactly(
                        new GateResult(
                                GateMetric.TOTAL_INVESTMENT,
                                new BigDecimal("1"),
                                new BigDecimal("1"),
                                null,
                                "亿元",
                                true),
                        new GateResult(GateMetric.OUTPUT_PER_MU, null, new BigDecimal("250"), null, "万元/亩·年", false),
                        new GateResult(
                                GateMetric.TAX_PER_MU,
                                new BigDecimal("6.5"),
                                new BigDecimal("8"),
                                new BigDecimal("1.5"),
                                "万元/亩·年",
                                false));
    }

    @Test
    void intensity_is_the_weaker_of_what_is_stated_and_what_the_amounts_come_to() throws IOException {
        GateFile gates = file("""
                version: 1
                gates:
                  - require: {INVESTMENT_INTENSITY: 200}
                """);
        assertThat(measured(gates, terms(Money.wan("10000"), Area.mu("100"), "500", null, null, null)))
                .isEqualByComparingTo("100");
        assertThat(measured(gates, terms(Money.wan("10000"), Area.mu("10"), "500", null, null, null)))
                .isEqualByComparingTo("500");
        assertThat(measured(gates, terms(Money.wan("10000"), Area.mu("30"), null, null, null, null)))
                .isEqualByComparingTo("333.33");
        assertThat(measured(gates, terms(Money.wanUsd("10000"), Area.mu("30"), "260", null, null, null)))
                .isEqualByComparingTo("260");
    }

    @Test
    void a_total_in_dollars_is_held_against_the_gate_in_dollars_only() throws IOException {
        GateFile gates = file("""
                version: 1
                gates:
                  - require: {TOTAL_INVESTMENT: 1, TOTAL_INVESTMENT_USD: 0.1}
                """);
        assertThat(gates.measure(NORTH, FOOD, terms(Money.wanUsd("1500"), null, null, null, null, null)))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.unit()).isEqualTo("亿美元");
                    assertThat(result.measured()).isEqualByComparingTo("0.15");
                    assertThat(result.passed()).isTrue();
                });
    }

    @Test
    void gates_per_mu_are_not_asked_of_a_project_without_land() throws IOException {
        GateFile gates = file("""
                version: 1
                gates:
                  - require: {TOTAL_INVESTMENT: 1, INVESTMENT_INTENSITY: 200, OUTPUT_PER_MU: 250, TAX_PER_MU: 5, PLOT_RATIO: 1}
                """);
        assertThat(gates.measure(NORTH, FOOD, terms(Money.yi("2"), null, null, null, null, null)))
                .extracting(GateResult::metric)
                .containsExactly(GateMetric.TOTAL_INVESTMENT);
    }

    @Test
    void the_negative_list_forbids_by_code_with_its_classes_by_industry_or_by_both() throws IOException {
        GateFile gates = file("""
                version: 1
                negative-list:
                  - gbt4754: C25
                    entry: 燃料加工
                  - industry: steel
                    entry: 钢铁产能
                  - gbt4754: C13
                    industry: food
                    entry: 屠宰
                """);
        assertThat(gates.negativeListEntry(FOOD, code("C25"))).isEqualTo("燃料加工");
        assertThat(gates.negativeListEntry(FOOD, code("C2511"))).isEqualTo("燃料加工");
        assertThat(gates.negativeListEntry(STEEL, null)).isEqualTo("钢铁产能");
        assertThat(gates.negativeListEntry(FOOD, code("C1351"))).isEqualTo("屠宰");
        assertThat(gates.negativeListEntry(FOOD, code("C14"))).isNull();
        assertThat(gates.negativeListEntry(FOOD, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gates: []",
                "version: 1\ngates:\n  - require: {INTENSITY: 200}",
                "version: 1\ngates:\n  - require: {TAX_PER_MU: many}",
                "version: 1\ngates:\n  - require: {TAX_PER_MU: 0}",
                "version: 1\nnegative-list:\n  - entry: 全部",
                "version: 1\nnegative-list:\n  - gbt4754: C25"
            })
    void a_file_that_cannot_be_understood_stops_the_start(String content) {
        assertThatThrownBy(() -> file(content))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("config/policies/admission-gates.yml");
    }

    private GateFile file(String content) throws IOException {
        Files.createDirectories(own.resolve("policies"));
        Files.writeString(own.resolve("policies/admission-gates.yml"), content);
        return new GateFile(new ReferenceFiles(own));
    }

    private static List<String> required(GateFile gates, Coded park, Coded industry, Terms terms) {
        return gates.measure(park, industry, terms).stream()
                .map(result -> result.required().toPlainString())
                .toList();
    }

    private static BigDecimal measured(GateFile gates, Terms terms) {
        return gates.measure(NORTH, FOOD, terms).getFirst().measured();
    }

    private static Coded code(String code) {
        return new Coded(code, code);
    }

    private static Terms terms(Money total, Area land, String intensity, String output, String tax, String plotRatio) {
        return new Terms(
                total,
                null,
                land,
                null,
                number(plotRatio),
                number(intensity),
                number(output),
                number(tax),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
