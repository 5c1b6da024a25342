package dev.wuwei.crm.signing;

import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationSigned;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

/** Stands where the negotiation stands when an agreement is signed. */
class SigningDoor {
    static final StaffId OWNER = AggregateScenario.SENDER;
    static final String CONDITION = "投产前完成排污许可";

    @AggregateIdentifier
    private NegotiationId id;

    SigningDoor() {}

    @CommandHandler
    SigningDoor(SignAgreement command, EventMeta meta, Dictionaries dictionaries, Uniqueness uniqueness) {
        ProjectId projectId = SigningExamples.PROJECT;
        var origin = new Signings.Origin(
                projectId, "ZS-2026-0042", TestDictionaries.PARK, TestDictionaries.INDUSTRY, OWNER, List.of(CONDITION));
        Signings.open(command, origin, meta, dictionaries, uniqueness);
        AggregateLifecycle.apply(
                new NegotiationSigned(command.negotiationId(), projectId, command.signingId(), command.occurredOn()));
    }

    @EventSourcingHandler
    void on(NegotiationSigned event) {
        id = event.negotiationId();
    }
}
