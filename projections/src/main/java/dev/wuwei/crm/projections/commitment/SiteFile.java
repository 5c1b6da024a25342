package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.signing.SigningEvent;
import java.time.LocalDate;
import java.util.Optional;

/** What is known of a project's site, and of the agreement that was signed last. */
final class SiteFile {
    private final SiteFacts facts = new SiteFacts();
    private AgreementFacts agreement;

    void know(CommitmentFact fact) {
        switch (fact.event()) {
            case SigningEvent e -> {
                if (agreement == null || !agreement.id().equals(e.signingId())) {
                    agreement = new AgreementFacts(e.signingId());
                }
                agreement.know(e);
            }
            case FollowUpEvent e -> facts.know(e);
            default -> {}
        }
    }

    SiteFacts facts() {
        return facts;
    }

    Optional<AgreementFacts> agreement() {
        return Optional.ofNullable(agreement);
    }

    /** @return the version of the agreement that was in force on that day */
    Optional<AgreementFacts.Version> inForce(LocalDate day) {
        return agreement()
                .flatMap(known -> known.versions().reversed().stream()
                        .filter(version -> !version.on().isAfter(day))
                        .findFirst());
    }
}
