package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.signing.CompanyCommitment.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions of an admission approved with conditions. They become commitments of the company, in words, and stay in every
 * later version: a supplement cannot wash them away.
 */
final class AgreementConditions {
    private static final String CLAUSE = "ADMISSION-";

    private AgreementConditions() {}

    /** @return the commitments known so far, and one more for each condition that says something new */
    static List<CompanyCommitment> joined(List<CompanyCommitment> known, List<String> conditions) {
        List<CompanyCommitment> all = new ArrayList<>(known);
        for (String condition : conditions == null ? List.<String>of() : conditions) {
            if (all.stream().noneMatch(commitment -> commitment.value().equals(condition))) {
                all.add(new CompanyCommitment(
                        CLAUSE + (all.size() + 1),
                        null,
                        Metric.OTHER,
                        Operator.EQUAL,
                        condition,
                        null,
                        null,
                        null,
                        null));
            }
        }
        return all;
    }

    /** A later version may set a day or a consequence for a condition, but not reword it, nor invent one. */
    static void check(AgreementTerms terms, List<CompanyCommitment> conditions, Violations found) {
        List<CompanyCommitment> given = terms == null ? List.of() : terms.companyCommitments();
        for (int i = 0; i < given.size(); i++) {
            CompanyCommitment commitment = given.get(i);
            if (isCondition(commitment)
                    && conditions.stream().noneMatch(condition -> sameWords(condition, commitment))) {
                found.at("terms.companyCommitments[" + i + "].value", SigningRule.CONDITION_REWORDED);
            }
        }
    }

    private static boolean isCondition(CompanyCommitment commitment) {
        return commitment.clause() != null && commitment.clause().startsWith(CLAUSE);
    }

    private static boolean sameWords(CompanyCommitment condition, CompanyCommitment commitment) {
        return condition.clause().equals(commitment.clause())
                && condition.metric() == commitment.metric()
                && condition.value().equals(commitment.value());
    }

    static List<CompanyCommitment> in(AgreementTerms terms) {
        return terms.companyCommitments().stream()
                .filter(AgreementConditions::isCondition)
                .toList();
    }

    /** @return the terms with every condition that they do not mention themselves */
    static AgreementTerms added(AgreementTerms terms, List<CompanyCommitment> conditions) {
        List<CompanyCommitment> commitments = new ArrayList<>(terms.companyCommitments());
        conditions.stream()
                .filter(condition -> commitments.stream()
                        .noneMatch(commitment -> commitment.clause().equals(condition.clause())))
                .forEach(commitments::add);
        return new AgreementTerms(
                terms.totalInvestment(),
                terms.fixedAssetInvestment(),
                terms.foreignCapital(),
                terms.land(),
                terms.annualPlan(),
                terms.phases(),
                List.copyOf(commitments),
                terms.governmentCommitments());
    }
}
