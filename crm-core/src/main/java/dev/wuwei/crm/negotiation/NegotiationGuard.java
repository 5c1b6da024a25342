package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.signing.SigningId;
import java.time.LocalDate;

/**
 * What an agreement asks of the negotiation that it comes from, within its own unit of work: both are stored or neither.
 * Injected into the command handlers of the agreement.
 */
public interface NegotiationGuard {

    /**
     * A letter of intent or framework is to become a framework or formal agreement: the same guards as for a first
     * signature. A formal agreement ends the negotiation.
     *
     * @return the terms to sign: those of the command, with each condition of the approval among the company's commitments
     * @throws dev.wuwei.crm.shared.RuleViolated {@link NegotiationRule#NO_VALID_APPROVAL} and the other guards before signing
     */
    AgreementTerms upgrade(NegotiationId negotiationId, UpgradeAgreement command, EventMeta meta);

    /** The agreement was rescinded or terminated: the negotiation may be reopened, and another agreement signed. */
    void agreementEnded(NegotiationId negotiationId, SigningId signingId, LocalDate occurredOn, EventMeta meta);
}
