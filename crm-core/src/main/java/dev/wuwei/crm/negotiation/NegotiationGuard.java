package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.signing.SigningId;
import java.time.LocalDate;
import java.util.List;

/**
 * What an agreement asks of the negotiation that it comes from, within its own unit of work: both are stored or neither.
 * Injected into the command handlers of the agreement, and called before the agreement applies its own event.
 */
public interface NegotiationGuard {

    /**
     * A letter of intent or framework is to become a framework or formal agreement: the same guards as for a first
     * signature. A formal agreement ends the negotiation.
     *
     * @return the conditions of the approval; each becomes a commitment of the company
     * @throws dev.wuwei.crm.shared.RuleViolated {@link NegotiationRule#NO_VALID_APPROVAL} and the other guards before signing
     */
    List<String> upgrade(NegotiationId negotiationId, UpgradeAgreement command, EventMeta meta);

    /**
     * The signing date was entered wrongly; nothing is stored in the negotiation.
     *
     * @throws dev.wuwei.crm.shared.RuleViolated at {@code signedOn}: {@link NegotiationRule#NO_VALID_APPROVAL} or
     *     {@link NegotiationRule#APPROVAL_EXPIRED} when the approval it was signed under does not cover the date
     */
    void signingDateCorrected(NegotiationId negotiationId, SigningId signingId, LocalDate signedOn, EventMeta meta);

    /** The agreement was rescinded or terminated: the negotiation may be reopened, and another agreement signed. */
    void agreementEnded(NegotiationId negotiationId, SigningId signingId, LocalDate occurredOn, EventMeta meta);

    /**
     * The end of the agreement was entered wrongly and is taken back.
     *
     * @throws dev.wuwei.crm.shared.RuleViolated {@link NegotiationRule#ALREADY_SIGNED} or
     *     {@link NegotiationRule#REOPENED_SINCE} when the negotiation has gone on since
     */
    void agreementRestored(NegotiationId negotiationId, SigningId signingId, LocalDate occurredOn, EventMeta meta);
}
