package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The gates and the negative list as the administrator keeps them in {@code policies/admission-gates.yml}. A file that cannot be
 * understood stops the start: an admission must not be measured by half a policy.
 */
@Component
class GatePolicy implements AdmissionGates {
    /** What the file may set, with the metric that it measures and the unit that it is in. */
    private enum Gate {
        TOTAL_INVESTMENT(GateMetric.TOTAL_INVESTMENT, "亿元"),
        TOTAL_INVESTMENT_USD(GateMetric.TOTAL_INVESTMENT, "亿美元"),
        INVESTMENT_INTENSITY(GateMetric.INVESTMENT_INTENSITY, "万元/亩"),
        OUTPUT_PER_MU(GateMetric.OUTPUT_PER_MU, "万元/亩·年"),
        TAX_PER_MU(GateMetric.TAX_PER_MU, "万元/亩·年"),
        PLOT_RATIO(GateMetric.PLOT_RATIO, "");

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

        /** The weaker of what is promised and what the amounts come to: a promise does not lift a project over a gate. */
        private static BigDecimal intensity(Terms terms) {
            if (terms.totalInvestment().currency() != Currency.CNY) {
                return terms.intensity();
            }
            BigDecimal computed =
                    terms.totalInvestment().inWan().divide(terms.land().inMu(), 2, RoundingMode.HALF_UP);
            return terms.intensity() == null || computed.compareTo(terms.intensity()) < 0
                    ? computed
                    : terms.intensity();
        }
    }

    private record NegativeEntry(String entry, List<String> gbt4754, List<String> industries) {
        boolean forbids(Coded industry, Coded code) {
            return (industry != null && industries.contains(industry.code()))
                    || (code != null && gbt4754.stream().anyMatch(code.code()::startsWith));
        }
    }

    private final String source;
    private final int version;
    private final Map<Gate, BigDecimal> general;
    private final Map<String, Map<Gate, BigDecimal>> parks;
    private final Map<String, Map<Gate, BigDecimal>> industries;
    private final List<NegativeEntry> negativeList;

    @Autowired
    GatePolicy(@Value("${wuwei.policies.admission-gates:classpath:policies/admission-gates.yml}") Resource file) {
        this(read(file), file.getDescription());
    }

    /** @param source where the content comes from, for messages */
    GatePolicy(Map<?, ?> content, String source) {
        this.source = source;
        version = wholeNumber(content.get("version"));
        general = gates(section(content, "gates"), "gates");
        parks = gatesByCode(content, "parks");
        industries = gatesByCode(content, "industries");
        negativeList = negativeEntries(content.get("negative-list"));
    }

    @Override
    public String version() {
        return "gates@" + version;
    }

    @Override
    public List<GateResult> measure(Coded park, Coded industry, Terms terms) {
        List<GateResult> results = new ArrayList<>();
        required(park, industry).forEach((gate, required) -> {
            if (gate.appliesTo(terms)) {
                results.add(result(gate, gate.measured(terms), required));
            }
        });
        return results;
    }

    private static GateResult result(Gate gate, BigDecimal measured, BigDecimal required) {
        boolean passed = measured != null && measured.compareTo(required) >= 0;
        BigDecimal gap = measured == null || passed ? null : required.subtract(measured);
        return new GateResult(gate.metric, measured, required, gap, gate.unit, passed);
    }

    private Map<Gate, BigDecimal> required(Coded park, Coded industry) {
        Map<Gate, BigDecimal> special = new EnumMap<>(Gate.class);
        special.putAll(of(parks, park));
        of(industries, industry).forEach((gate, least) -> special.merge(gate, least, BigDecimal::max));
        Map<Gate, BigDecimal> required = new EnumMap<>(Gate.class);
        required.putAll(general);
        required.putAll(special);
        return required;
    }

    private static Map<Gate, BigDecimal> of(Map<String, Map<Gate, BigDecimal>> gates, Coded coded) {
        return coded == null ? Map.of() : gates.getOrDefault(coded.code(), Map.of());
    }

    @Override
    public String negativeListEntry(Coded industry, Coded gbt4754) {
        return negativeList.stream()
                .filter(entry -> entry.forbids(industry, gbt4754))
                .map(NegativeEntry::entry)
                .findFirst()
                .orElse(null);
    }

    private static Map<?, ?> read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            if (content instanceof Map<?, ?> map) {
                return map;
            }
            throw new IllegalStateException(file.getDescription() + ": no policy in it");
        } catch (YAMLException e) {
            throw new IllegalStateException(file.getDescription() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file.getDescription(), e);
        }
    }

    private int wholeNumber(Object value) {
        if (value instanceof Integer number && number > 0) {
            return number;
        }
        throw broken("version must be a whole number from 1 on, not " + value);
    }

    private Map<?, ?> section(Map<?, ?> content, String name) {
        return switch (content.get(name)) {
            case null -> Map.of();
            case Map<?, ?> section -> section;
            default -> throw broken(name + " must be a section");
        };
    }

    private Map<String, Map<Gate, BigDecimal>> gatesByCode(Map<?, ?> content, String name) {
        Map<String, Map<Gate, BigDecimal>> byCode = new LinkedHashMap<>();
        Map<?, ?> codes = section(content, name);
        codes.keySet()
                .forEach(code ->
                        byCode.put(code.toString(), gates(section(codes, code.toString()), name + "." + code)));
        return byCode;
    }

    private Map<Gate, BigDecimal> gates(Map<?, ?> values, String where) {
        Map<Gate, BigDecimal> gates = new EnumMap<>(Gate.class);
        values.forEach((key, value) -> {
            Gate gate = Arrays.stream(Gate.values())
                    .filter(one -> one.name().equals(key))
                    .findFirst()
                    .orElseThrow(() ->
                            broken(where + ": there is no gate " + key + ", only " + Arrays.toString(Gate.values())));
            if (!(value instanceof Number) || new BigDecimal(value.toString()).signum() <= 0) {
                throw broken(where + "." + key + " must be a number above zero, not " + value);
            }
            gates.put(gate, new BigDecimal(value.toString()));
        });
        return gates;
    }

    private List<NegativeEntry> negativeEntries(Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> entries)) {
            throw broken("negative-list must be a list");
        }
        return entries.stream().map(this::negativeEntry).toList();
    }

    private NegativeEntry negativeEntry(Object value) {
        if (!(value instanceof Map<?, ?> entry) || entry.get("entry") == null) {
            throw broken("negative-list: every entry needs its wording under 'entry'");
        }
        List<String> codes = codes(entry.get("gbt4754"));
        List<String> forbidden = codes(entry.get("industries"));
        if (codes.isEmpty() && forbidden.isEmpty()) {
            throw broken("negative-list: '" + entry.get("entry") + "' names neither gbt4754 nor industries");
        }
        return new NegativeEntry(entry.get("entry").toString(), codes, forbidden);
    }

    private List<String> codes(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> codes -> codes.stream().map(Object::toString).toList();
            default -> throw broken("negative-list: codes must be a list, not " + value);
        };
    }

    private IllegalStateException broken(String what) {
        return new IllegalStateException(source + ": " + what);
    }
}
