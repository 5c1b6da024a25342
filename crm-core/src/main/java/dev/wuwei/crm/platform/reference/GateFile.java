package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.negotiation.AdmissionGates;
import dev.wuwei.crm.negotiation.GateMetric;
import dev.wuwei.crm.negotiation.GateResult;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code config/policies/admission-gates.yml}. */
final class GateFile implements AdmissionGates {
    private record Gate(String park, String industry, Map<GateMetric, BigDecimal> required) {
        boolean fits(Coded ofPark, Coded ofIndustry) {
            return (park == null || ofPark != null && park.equals(ofPark.code()))
                    && (industry == null || ofIndustry != null && industry.equals(ofIndustry.code()));
        }

        int specificity() {
            return (industry == null ? 0 : 2) + (park == null ? 0 : 1);
        }
    }

    private record Forbidden(String gbt4754, String industry, String entry) {}

    private final String version;
    private final List<Gate> gates;
    private final List<Forbidden> negativeList;

    GateFile(ReferenceFiles files) {
        Map<String, Object> content = files.read("policies/admission-gates.yml");
        version = "gates@" + content.get("version");
        gates = rows(content.get("gates")).stream()
                .map(row -> new Gate((String) row.get("park"), (String) row.get("industry"), required(row)))
                .toList();
        negativeList = rows(content.get("negative-list")).stream()
                .map(row -> new Forbidden(
                        (String) row.get("gbt4754"), (String) row.get("industry"), (String) row.get("entry")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    private static Map<GateMetric, BigDecimal> required(Map<String, Object> row) {
        Map<GateMetric, BigDecimal> required = new EnumMap<>(GateMetric.class);
        ReferenceFiles.texts(row.get("require"))
                .forEach((metric, value) -> required.put(GateMetric.valueOf(metric), new BigDecimal(value)));
        return required;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<GateResult> measure(Coded park, Coded industry, Terms terms) {
        return gates.stream()
                .filter(gate -> gate.fits(park, industry))
                .max(Comparator.comparingInt(Gate::specificity))
                .map(gate -> gate.required().entrySet().stream()
                        .map(entry -> result(entry.getKey(), measured(entry.getKey(), terms), entry.getValue()))
                        .toList())
                .orElse(List.of());
    }

    /** A metric the terms are silent about is not passed: nobody has shown that it is met. */
    private static GateResult result(GateMetric metric, BigDecimal measured, BigDecimal required) {
        boolean passed = measured != null && measured.compareTo(required) >= 0;
        BigDecimal gap = passed || measured == null ? null : required.subtract(measured);
        return new GateResult(metric, measured, required, gap, unit(metric), passed);
    }

    /** Gates are in yuan; a foreign project's total in dollars is not measured against them. */
    private static BigDecimal measured(GateMetric metric, Terms terms) {
        return switch (metric) {
            case TOTAL_INVESTMENT ->
                terms.totalInvestment() != null && terms.totalInvestment().currency() == Currency.CNY
                        ? terms.totalInvestment().inYi()
                        : null;
            case INVESTMENT_INTENSITY -> terms.intensity();
            case OUTPUT_PER_MU -> terms.outputPerMu();
            case TAX_PER_MU -> terms.taxPerMu();
            case PLOT_RATIO -> terms.plotRatio();
        };
    }

    private static String unit(GateMetric metric) {
        return switch (metric) {
            case TOTAL_INVESTMENT -> "亿元";
            case INVESTMENT_INTENSITY -> "万元/亩";
            case OUTPUT_PER_MU, TAX_PER_MU -> "万元/亩·年";
            case PLOT_RATIO -> null;
        };
    }

    @Override
    public String negativeListEntry(Coded industry, Coded gbt4754) {
        return negativeList.stream()
                .filter(each -> gbt4754 != null && Objects.equals(each.gbt4754(), gbt4754.code()))
                .filter(each -> each.industry() == null
                        || industry != null && each.industry().equals(industry.code()))
                .map(Forbidden::entry)
                .findFirst()
                .orElse(null);
    }
}
