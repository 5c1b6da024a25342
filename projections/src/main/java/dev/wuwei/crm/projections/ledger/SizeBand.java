package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.RuleViolated;
import java.util.List;
import java.util.Optional;

/**
 * A size band; or what is below the smallest.
 *
 * @param index 0 for below the smallest
 * @param code {@code ge5} for at least 5亿, {@code lt1} for below 1亿, {@code 5to10} for what is in no larger band
 * @param sign {@code ≥5亿}
 * @param exclusive whether what is in a larger band is not in this one too
 */
public record SizeBand(int index, String code, String sign, boolean exclusive) {
    static SizeBand at(int index, CountingPolicy policy) {
        String bound = bound(Math.max(0, index - 1), policy);
        return index == 0
                ? new SizeBand(0, "lt" + bound, "<" + bound + "亿", true)
                : new SizeBand(index, "ge" + bound, "≥" + bound + "亿", false);
    }

    static SizeBand exactly(int index, CountingPolicy policy) {
        if (index == 0 || index == policy.rules().bands().size()) {
            return at(index, policy);
        }
        String from = bound(index - 1, policy);
        String to = bound(index, policy);
        return new SizeBand(index, from + "to" + to, from + "–" + to + "亿", true);
    }

    private static String bound(int index, CountingPolicy policy) {
        return policy.rules().bands().get(index).toPlainString();
    }

    /** @throws RuleViolated {@link LedgerRule#UNKNOWN_CLASS} */
    static SizeBand of(String code, CountingPolicy policy) {
        return find(code, policy)
                .orElseThrow(() -> new RuleViolated(LedgerRule.UNKNOWN_CLASS, code, Dimension.SIZE_BAND.key()));
    }

    /** @param code or the sign */
    static Optional<SizeBand> find(String code, CountingPolicy policy) {
        for (int index = 0; index <= policy.rules().bands().size(); index++) {
            for (SizeBand band : List.of(at(index, policy), exactly(index, policy))) {
                if (band.code().equals(code) || band.sign().equals(code)) {
                    return Optional.of(band);
                }
            }
        }
        return Optional.empty();
    }
}
