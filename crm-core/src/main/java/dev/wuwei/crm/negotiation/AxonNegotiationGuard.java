package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.signing.SigningId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Loads the negotiation in the unit of work of the agreement's command; its events are stored with the agreement's. */
@Component
class AxonNegotiationGuard implements NegotiationGuard {
    private final ObjectProvider<Repository<Negotiation>> negotiations;

    AxonNegotiationGuard(ObjectProvider<Repository<Negotiation>> negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public List<String> upgrade(NegotiationId negotiationId, UpgradeAgreement command, EventMeta meta) {
        return with(negotiationId, negotiation -> negotiation.upgrade(command, meta));
    }

    @Override
    public void signingDateCorrected(
            NegotiationId negotiationId, SigningId signingId, LocalDate signedOn, EventMeta meta) {
        with(negotiationId, negotiation -> {
            negotiation.signingDateCorrected(signingId, signedOn, meta);
            return null;
        });
    }

    @Override
    public void agreementEnded(NegotiationId negotiationId, SigningId signingId, LocalDate occurredOn, EventMeta meta) {
        with(negotiationId, negotiation -> {
            negotiation.agreementEnded(signingId, occurredOn, meta);
            return null;
        });
    }

    @Override
    public void agreementRestored(
            NegotiationId negotiationId, SigningId signingId, LocalDate occurredOn, EventMeta meta) {
        with(negotiationId, negotiation -> {
            negotiation.agreementRestored(signingId, occurredOn, meta);
            return null;
        });
    }

    private <T> T with(NegotiationId negotiationId, Function<Negotiation, T> ask) {
        return negotiations.getObject().load(negotiationId.toString()).invoke(ask);
    }
}
