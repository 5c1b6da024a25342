package dev.wuwei.crm.ui.counting;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.ledger.PolicyQuery.PolicyVersion;
import java.util.List;

/** What counting policies are called. */
public final class PolicyWords {
    private PolicyWords() {}

    /** The shipped one has no name of its own. */
    static String name(PolicyVersion version) {
        return version.policyId() == null ? t("counting.shipped") : version.name();
    }

    /**
     * {@code 默认口径}, {@code 按签约时点 第 2 版}.
     *
     * @param all versions that are known
     * @param id {@code code@version}
     */
    public static String label(List<PolicyVersion> all, String id) {
        return all.stream()
                .filter(version -> version.policy().id().equals(id))
                .findFirst()
                .map(version -> version.policyId() == null
                        ? name(version)
                        : t(
                                "counting.version-of",
                                name(version),
                                version.policy().version()))
                .orElse(id);
    }
}
