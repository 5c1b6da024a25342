package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.CommitmentVerdict;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.PromiseStep;
import dev.wuwei.crm.signing.SigningId;
import java.time.LocalDate;
import java.util.List;

/**
 * What was recorded by hand about a commitment, and stands.
 *
 * @param entryId of an assessment or payment, otherwise {@code null}
 * @param text evidence, document, demand, note or proof
 * @param actual figure or words of an assessment
 * @param deadline of a rectification
 * @param amount paid
 * @param budgetYear of a payment, otherwise 0
 */
public record CommitmentRecord(
        Kind kind,
        SigningId signingId,
        String clause,
        LocalDate on,
        EntryId entryId,
        String text,
        String actual,
        CommitmentVerdict verdict,
        PromiseStep step,
        LocalDate deadline,
        Money amount,
        int budgetYear,
        List<Attachment> attachments) {

    /** 核实, 豁免, 整改, 办理, 拨付. */
    public enum Kind {
        ASSESSMENT,
        WAIVER,
        RECTIFICATION,
        STEP,
        PAYMENT
    }
}
