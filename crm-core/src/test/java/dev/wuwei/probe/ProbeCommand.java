package dev.wuwei.probe;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A small capability that the platform is tested with. */
public sealed interface ProbeCommand extends Command {
    @Allowed(Role.PROMOTER)
    record OpenProbe(@TargetAggregateIdentifier ProbeId probeId, String label, PersonId personId, String person)
            implements ProbeCommand {}

    @Allowed(Role.PROMOTER)
    record NoteProbe(@TargetAggregateIdentifier ProbeId probeId, String text, String reason)
            implements ProbeCommand, Reasoned {}

    @Allowed(Role.PROMOTER)
    record ClaimLabel(@TargetAggregateIdentifier ProbeId probeId, String label) implements ProbeCommand {}

    /** Begins another probe first, as a negotiation begins its agreement, and notes it then. */
    @Allowed(Role.PROMOTER)
    record SplitProbe(@TargetAggregateIdentifier ProbeId probeId, ProbeId part) implements ProbeCommand {}

    /** What the policy sends. */
    record AcknowledgeProbe(@TargetAggregateIdentifier ProbeId probeId) implements ProbeCommand {}

    @Allowed(Role.PROMOTER)
    record FailProbe(@TargetAggregateIdentifier ProbeId probeId) implements ProbeCommand {}

    @Allowed(Role.PROMOTER)
    record ForgetPerson(@TargetAggregateIdentifier ProbeId probeId, PersonId personId) implements ProbeCommand {}
}
