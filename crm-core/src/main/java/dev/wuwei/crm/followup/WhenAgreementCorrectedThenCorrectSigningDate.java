package dev.wuwei.crm.followup;

import dev.wuwei.crm.followup.FollowUpCommand.CorrectSigningDate;
import dev.wuwei.crm.shared.Consequences;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.signing.SigningEvent.AgreementCorrected;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** No milestone lies before the signing: when that date was entered wrongly, the follow-up must know. */
@Component
@ProcessingGroup("policies")
@DisallowReplay
class WhenAgreementCorrectedThenCorrectSigningDate {
    private final Consequences consequences;
    private final FollowUps followUps;

    WhenAgreementCorrectedThenCorrectSigningDate(Consequences consequences, Uniqueness uniqueness) {
        this.consequences = consequences;
        this.followUps = new FollowUps(uniqueness);
    }

    @EventHandler
    void on(AgreementCorrected event, EventMeta meta) {
        followUps
                .of(event.projectId())
                .ifPresent(followUp -> consequences.sendBecause(
                        new CorrectSigningDate(followUp, event.signingId(), event.signedOn()), meta));
    }
}
