package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.Coded;
import java.math.BigDecimal;
import java.util.List;

/** Gates that pass, unless the test says otherwise. */
final class TestGates implements AdmissionGates {
    static final List<GateResult> PASSED = List.of(new GateResult(
            GateMetric.INVESTMENT_INTENSITY, new BigDecimal("320"), new BigDecimal("200"), null, "万元/亩", true));

    static final List<GateResult> MISSED = List.of(new GateResult(
            GateMetric.TAX_PER_MU, new BigDecimal("3"), new BigDecimal("5"), new BigDecimal("2"), "万元/亩·年", false));

    private List<GateResult> results = PASSED;
    private String entry;

    TestGates measuring(List<GateResult> gates) {
        results = gates;
        return this;
    }

    TestGates forbidding(String negativeListEntry) {
        entry = negativeListEntry;
        return this;
    }

    @Override
    public String version() {
        return "gates@7";
    }

    @Override
    public List<GateResult> measure(Coded park, Coded industry, Terms terms) {
        return results;
    }

    @Override
    public String negativeListEntry(Coded industry, Coded gbt4754) {
        return entry;
    }
}
