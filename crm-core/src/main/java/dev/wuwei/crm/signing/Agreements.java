package dev.wuwei.crm.signing;

import java.util.Optional;

/** What other capabilities ask about an agreement in their own unit of work. */
public interface Agreements {
    /** @return the terms in force */
    Optional<AgreementTerms> terms(SigningId signingId);
}
