package dev.wuwei.crm.lookback;

import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.FactSource;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.SigningId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One commitment as it stood on the cut-off date, as far as it was known when the data was pulled.
 *
 * @param company what the company promised, or {@code null}
 * @param government what the government promised, or {@code null}
 * @param wordedBy first contract version with these words
 * @param judgedBy contract version that decides
 * @param actual figure in the unit of the metric, paid amount in 万元, or words; {@code null} for dates and where nothing is in
 * @param inputs what a computed figure is made of, otherwise {@code null}
 * @param gap figure less what was promised, or {@code null}
 * @param rectifyBy deadline ordered for it, or {@code null}
 * @param supersededOn since when its words stand no longer, or {@code null}
 */
public record SheetLine(
        SigningId signingId,
        CompanyCommitment company,
        GovernmentCommitment government,
        int wordedBy,
        CommitmentState state,
        int judgedBy,
        LocalDate dueOn,
        String actual,
        LocalDate actualOn,
        FactSource source,
        String inputs,
        BigDecimal gap,
        LocalDate rectifyBy,
        LocalDate supersededOn) {}
