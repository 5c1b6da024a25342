package dev.wuwei.crm.projections.investor;

import dev.wuwei.crm.projections.project.SearchText;
import java.util.HashSet;
import java.util.Set;

/** How alike two company names are, when what all companies have in common is left out. */
final class InvestorNames {
    private static final String[] COMMON = {
        "有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "股份公司", "集团公司", "公司", "集团", "股份", "总厂", "(集团)", "(", ")"
    };

    private InvestorNames() {}

    /** @return the name without legal form, in the normal form of {@link SearchText} */
    static String core(String name) {
        String core = SearchText.normal(name);
        for (String common : COMMON) {
            core = core.replace(common, "");
        }
        return core.isEmpty() ? SearchText.normal(name) : core;
    }

    /** @return 0 for nothing in common, 1 for the same */
    static double likeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        Set<String> pieces = SearchText.pieces(one);
        Set<String> others = SearchText.pieces(other);
        if (pieces.isEmpty() || others.isEmpty()) {
            return 0;
        }
        Set<String> shared = new HashSet<>(pieces);
        shared.retainAll(others);
        return 2.0 * shared.size() / (pieces.size() + others.size());
    }
}
