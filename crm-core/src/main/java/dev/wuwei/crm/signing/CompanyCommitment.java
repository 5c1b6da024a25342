package dev.wuwei.crm.signing;

/**
 * What the company promises in one clause (企业承诺).
 *
 * @param clause number of the clause, unique within the agreement; carries the commitment from version to version
 * @param phase the phase it belongs to, or {@code null} for the whole project
 * @param operator how the fact is held against the value
 * @param value number or ISO date as text, by {@code metric}; words for {@link Metric#OTHER}; {@code null} for a date that
 *     runs from an event
 * @param unit unit as written in the agreement
 */
public record CompanyCommitment(
        String clause,
        String phase,
        Metric metric,
        Operator operator,
        String value,
        String unit,
        DueRule due,
        String evidence,
        String consequence) {

    /** 不低于, 不高于, 等于, 不晚于. */
    public enum Operator {
        AT_LEAST,
        AT_MOST,
        EQUAL,
        NOT_LATER_THAN
    }
}
