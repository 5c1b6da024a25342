package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.negotiation.AdmissionGates;
import dev.wuwei.crm.negotiation.GateMetric;
import dev.wuwei.crm.negotiation.GateResult;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code config/policies/admission-gates.yml}. A file that cannot be understood stops the start: no admission is measured by half a
 * policy.
 */
final class GateFile implements AdmissionGates {
    /** What a row may require, with the metric that it measures and its unit. */
    private enum Gate {
        TOTAL_INVESTMENT(GateMetric.TOTAL_INVESTMENT, "亿元"),
        TOTAL_INVESTMENT_USD(GateMetric.TOTAL_INVESTMENT, "亿美元"),
        INVESTMENT_INTENSITY(GateMetric.INVESTMENT_INTENSITY, "万元/亩"),
        OUTPUT_PER_MU(GateMetric.OUTPUT_PER_MU, "万元/亩·年"),
        TAX_PER_MU(GateMetric.TAX_PER_MU, "万元/亩·年"),
        PLOT_RATIO(GateMetric.PLOT_RATIO, null);

        private final GateMetric metric;
        private final String unit;

        Gate(GateMetric metric, String unit) {
            this.metric = metric;
            this.unit = unit;
        }

        boolean appliesTo(Terms terms) {
            return switch (this) {
                case TOTAL_INVESTMENT -> terms.totalInvestment().currency() == Currency.CNY;
                case TOTAL_INVESTMENT_USD -> terms.totalInvestment().currency() == Currency.USD;
                case INVESTMENT_INTENSITY, OUTPUT_PER_MU, TAX_PER_MU, PLOT_RATIO -> terms.land() != null;
            };
        }

        BigDecimal measured(Terms terms) {
            return switch (this) {
                case TOTAL_INVESTMENT, TOTAL_INVESTMENT_USD ->
                    terms.totalInvestment().inYi();
                case INVESTMENT_INTENSITY -> intensity(terms);
                case OUTPUT_PER_MU -> terms.outputPerMu();
                case TAX_PER_MU -> terms.taxPerMu();
                case PLOT_RATIO -> terms.plotRatio();
            };
        }

        /** The weaker of what is promised and what the amounts come to: a figure typed in lifts no project over a gate. */
        private static BigDecimal intensity(Terms terms) {
            if (terms.totalInvestment().currency() != Currency.CNY) {
                return terms.intensity();
            }
            BigDecimal computed =
                    terms.totalInvestment().inWan().divide(terms.land().inMu(), 2, RoundingMode.HALF_UP);
            return terms.intensity() == null ? computed : computed.min(terms.intensity());
        }
    }

    private record Row(String park, String industry, Map<Gate, BigDecimal> required) {
        boolean fits(Coded ofPark, Coded ofIndustry) {
            return (park == null || ofPark != null && park.equals(ofPark.code()))
                    && (industry == null || ofIndustry != null && industry.equals(ofIndustry.code()));
        }

        int specificity() {
            return (industry == null ? 0 : 2) + (park == null ? 0 : 1);
        }
    }

    private record Forbidden(String gbt4754, String industry, String entry) {
        boolean fits(Coded ofIndustry, Coded code) {
            return (industry == null || ofIndustry != null && industry.equals(ofIndustry.code()))
                    && (gbt4754 == null || code != null && code.code().startsWith(gbt4754));
        }
    }

    private final PolicyFile file;
    private final String version;
    private final List<Row> rows;
    private final List<Forbidden> negativeList;

    GateFile(ReferenceFiles files) {
        file = new PolicyFile(files, "policies/admission-gates.yml");
        version = file.version("gates");
        rows = rows(file.get("gates")).stream()
                .map(row -> new Row((String) row.get("park"), (String) row.get("industry"), required(row)))
                .toList();
        negativeList =
                rows(file.get("negative-list")).stream().map(this::forbidden).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    private Map<Gate, BigDecimal> required(Map<String, Object> row) {
        Map<Gate, BigDecimal> required = new EnumMap<>(Gate.class);
        ReferenceFiles.texts(row.get("require")).forEach((name, value) -> required.put(gate(name), least(name, value)));
        return required;
    }

    private Gate gate(String name) {
        return Arrays.stream(Gate.values())
                .filter(gate -> gate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> file.broken("knows no gate " + name + ", only " + Arrays.toString(Gate.values())));
    }

    private BigDecimal least(String name, String value) {
        try {
            BigDecimal least = new BigDecimal(value);
            if (least.signum() > 0) {
                return least;
            }
        } catch (NumberFormatException e) {
            throw file.broken(name + " must be a number, not " + value);
        }
        throw file.broken(name + " must be above zero, not " + value);
    }

    private Forbidden forbidden(Map<String, Object> row) {
        Forbidden forbidden =
                new Forbidden((String) row.get("gbt4754"), (String) row.get("industry"), (String) row.get("entry"));
        if (forbidden.entry() == null || forbidden.gbt4754() == null && forbidden.industry() == null) {
            throw file.broken("negative-list: each row needs its entry, and gbt4754 or industry; not " + row);
        }
        return forbidden;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<GateResult> measure(Coded park, Coded industry, Terms terms) {
        List<GateResult> results = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            if (gate.appliesTo(terms)) {
                required(gate, park, industry)
                        .ifPresent(required -> results.add(result(gate, gate.measured(terms), required)));
            }
        }
        return results;
    }

    private Optional<BigDecimal> required(Gate gate, Coded park, Coded industry) {
        return rows.stream()
                .filter(row -> row.fits(park, industry) && row.required().containsKey(gate))
                .max(Comparator.comparingInt(Row::specificity))
                .map(row -> row.required().get(gate));
    }

    /** A metric the terms are silent about is not passed: nobody has shown that it is met. */
    private static GateResult result(Gate gate, BigDecimal measured, BigDecimal required) {
        boolean passed = measured != null && measured.compareTo(required) >= 0;
        BigDecimal gap = passed || measured == null ? null : required.subtract(measured);
        return new GateResult(gate.metric, measured, required, gap, gate.unit, passed);
    }

    @Override
    public String negativeListEntry(Coded industry, Coded gbt4754) {
        return negativeList.stream()
                .filter(each -> each.fits(industry, gbt4754))
                .map(Forbidden::entry)
                .findFirst()
                .orElse(null);
    }
}
