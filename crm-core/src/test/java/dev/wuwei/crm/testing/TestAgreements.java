package dev.wuwei.crm.testing;

import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.Agreements;
import dev.wuwei.crm.signing.SigningId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Knows the agreements that a test names. */
public final class TestAgreements implements Agreements {
    private final Map<SigningId, AgreementTerms> known = new HashMap<>();

    public TestAgreements with(SigningId signing, AgreementTerms terms) {
        known.put(signing, terms);
        return this;
    }

    @Override
    public Optional<AgreementTerms> terms(SigningId signingId) {
        return Optional.ofNullable(known.get(signingId));
    }
}
