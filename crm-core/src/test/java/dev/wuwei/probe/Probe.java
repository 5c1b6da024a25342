package dev.wuwei.probe;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.PersonalDataKeys;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectNumbers;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.shared.Uniqueness;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate(cache = "aggregateCache")
class Probe {
    @AggregateIdentifier
    private ProbeId id;

    Probe() {}

    private Probe(ProbeEvent.ProbeOpened opened) {
        apply(opened);
    }

    @CommandHandler
    Probe(ProbeCommand.OpenProbe command, EventMeta meta, ProjectNumbers numbers) {
        apply(new ProbeEvent.ProbeOpened(
                command.probeId(),
                ProjectId.next(),
                numbers.next(meta.today().getYear()),
                command.label(),
                meta.today()));
        if (command.personId() != null) {
            TheirPerson person = new TheirPerson(command.personId(), command.person(), "厂长");
            apply(new ProbeEvent.PeopleMet(command.probeId(), List.of(person), person, meta.today()));
        }
    }

    @CommandHandler
    void on(ProbeCommand.NoteProbe command, EventMeta meta) {
        apply(new ProbeEvent.ProbeNoted(id, Checks.required(command.text(), 100, "text"), meta.today()));
    }

    @CommandHandler
    void on(ProbeCommand.SplitProbe command, EventMeta meta, ProjectNumbers numbers) throws Exception {
        var opened = new ProbeEvent.ProbeOpened(
                command.part(), ProjectId.next(), numbers.next(meta.today().getYear()), "part", meta.today());
        createNew(Probe.class, () -> new Probe(opened));
        apply(new ProbeEvent.ProbeNoted(id, "split", meta.today()));
    }

    @CommandHandler
    void on(ProbeCommand.ClaimLabel command, EventMeta meta, Uniqueness uniqueness) {
        uniqueness.take("probe.label", command.label(), id, "label", meta);
        apply(new ProbeEvent.ProbeNoted(id, command.label(), meta.today()));
    }

    @CommandHandler
    void on(ProbeCommand.AcknowledgeProbe command, EventMeta meta) {
        apply(new ProbeEvent.ProbeAcknowledged(id, meta.today()));
    }

    @CommandHandler
    void on(ProbeCommand.FailProbe command, EventMeta meta) {
        apply(new ProbeEvent.ProbeNoted(id, "never stored", meta.today()));
        throw new IllegalStateException("fails on purpose");
    }

    @CommandHandler
    void on(ProbeCommand.ForgetPerson command, EventMeta meta, PersonalDataKeys keys) {
        keys.erase(command.personId());
        apply(new ProbeEvent.ProbeMeasured(
                id, Money.yi("1.5"), null, null, null, meta.recordedAt(), List.of(), meta.today()));
    }

    @EventSourcingHandler
    void on(ProbeEvent.ProbeOpened event) {
        id = event.probeId();
    }
}
