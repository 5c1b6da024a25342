package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.SigningId;
import java.time.LocalDate;

/**
 * One commitment in the words of one version, as it stands from one day to another.
 *
 * @param wordedBy the first version that words it so
 * @param company what the company promises, or {@code null}
 * @param government what the government promises, or {@code null}
 * @param to first day on which it no longer stands so, or {@code null}
 */
record Stretch(
        SigningId signingId,
        int wordedBy,
        CompanyCommitment company,
        GovernmentCommitment government,
        LocalDate from,
        LocalDate to,
        Standing standing) {

    CommitmentSide side() {
        return company == null ? CommitmentSide.GOVERNMENT : CommitmentSide.COMPANY;
    }

    String clause() {
        return company == null ? government.clause() : company.clause();
    }
}
