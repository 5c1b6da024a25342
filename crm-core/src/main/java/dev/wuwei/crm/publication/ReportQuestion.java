package dev.wuwei.crm.publication;

import java.time.LocalDate;
import java.util.List;

/**
 * What a report asks the ledger. Asked again later, it is the same question with later knowledge.
 *
 * @param from first and
 * @param to last day that its figures belong to
 * @param asOf business date that it is told of
 * @param policy counting policy (口径) and its version, for example {@code default@1}
 * @param measures by their names on the wire, for example {@code signed}
 * @param breakdowns dimensions by their names on the wire; each measure is broken down by each
 * @param parks codes of the parks that it counts; empty for all
 */
public record ReportQuestion(
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        String policy,
        List<String> measures,
        List<String> breakdowns,
        List<String> parks) {
    public ReportQuestion {
        measures = List.copyOf(measures);
        breakdowns = List.copyOf(breakdowns);
        parks = List.copyOf(parks);
    }
}
