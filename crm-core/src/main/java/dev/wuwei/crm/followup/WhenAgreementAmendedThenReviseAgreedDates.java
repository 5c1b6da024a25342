package dev.wuwei.crm.followup;

import dev.wuwei.crm.followup.FollowUpCommand.ReviseAgreedDates;
import dev.wuwei.crm.shared.Consequences;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.signing.SigningEvent.AgreementAmended;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** A supplementary agreement moves the dates that the follow-up holds its phases against. */
@Component
@ProcessingGroup("policies")
@DisallowReplay
class WhenAgreementAmendedThenReviseAgreedDates {
    private final Consequences consequences;
    private final FollowUps followUps;

    WhenAgreementAmendedThenReviseAgreedDates(Consequences consequences, Uniqueness uniqueness) {
        this.consequences = consequences;
        this.followUps = new FollowUps(uniqueness);
    }

    @EventHandler
    void on(AgreementAmended event, EventMeta meta) {
        followUps
                .of(event.projectId())
                .ifPresent(followUp -> consequences.sendBecause(
                        new ReviseAgreedDates(
                                followUp,
                                event.signingId(),
                                event.version(),
                                event.terms().phases(),
                                event.occurredOn()),
                        meta));
    }
}
