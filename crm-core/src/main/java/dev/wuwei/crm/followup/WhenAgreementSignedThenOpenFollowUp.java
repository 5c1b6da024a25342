package dev.wuwei.crm.followup;

import dev.wuwei.crm.followup.FollowUpCommand.OpenFollowUp;
import dev.wuwei.crm.followup.FollowUpCommand.ReviseAgreedDates;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Consequences;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningEvent.AgreementUpgraded;
import dev.wuwei.crm.signing.SigningId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * A project is followed up from its formal agreement on, whether signed at once or by upgrade. One follow-up per project: a
 * second agreement, after the first had ended, takes up the same one.
 */
@Component
@ProcessingGroup("policies")
@DisallowReplay
class WhenAgreementSignedThenOpenFollowUp {
    private final Consequences consequences;
    private final FollowUps followUps;

    WhenAgreementSignedThenOpenFollowUp(Consequences consequences, Uniqueness uniqueness) {
        this.consequences = consequences;
        this.followUps = new FollowUps(uniqueness);
    }

    @EventHandler
    void on(AgreementSigned event, EventMeta meta) {
        if (event.kind() == AgreementKind.FORMAL) {
            open(
                    event.signingId(),
                    1,
                    event.projectId(),
                    event.projectNo(),
                    event.park(),
                    event.terms().phases(),
                    event.occurredOn(),
                    meta);
        }
    }

    @EventHandler
    void on(AgreementUpgraded event, EventMeta meta) {
        if (event.kind() == AgreementKind.FORMAL) {
            open(
                    event.signingId(),
                    event.version(),
                    event.projectId(),
                    event.projectNo(),
                    event.park(),
                    event.terms().phases(),
                    event.occurredOn(),
                    meta);
        }
    }

    private void open(
            SigningId signingId,
            int version,
            ProjectId projectId,
            String projectNo,
            Coded park,
            List<AgreedPhase> phases,
            LocalDate signedOn,
            EventMeta meta) {
        Optional<FollowUpId> standing = followUps.of(projectId);
        if (standing.isPresent()) {
            consequences.sendBecause(new ReviseAgreedDates(standing.get(), signingId, version, phases, signedOn), meta);
        } else {
            consequences.sendBecause(
                    new OpenFollowUp(
                            FollowUpId.next(), projectId, projectNo, signingId, version, park, phases, signedOn),
                    meta);
        }
    }
}
