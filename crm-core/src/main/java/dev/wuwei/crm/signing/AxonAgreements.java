package dev.wuwei.crm.signing;

import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Loads the agreement in the unit of work of the command that asks. No agreement ever loads whoever asks here. */
@Component
class AxonAgreements implements Agreements {
    private final ObjectProvider<Repository<Signing>> signings;

    AxonAgreements(ObjectProvider<Repository<Signing>> signings) {
        this.signings = signings;
    }

    @Override
    public Optional<AgreementTerms> terms(SigningId signingId) {
        try {
            return Optional.ofNullable(
                    signings.getObject().load(signingId.toString()).invoke(Signing::terms));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }
}
