package dev.wuwei.crm.dictionary;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.dictionary.DictionaryCommand.AddEntry;
import dev.wuwei.crm.dictionary.DictionaryCommand.MergeEntry;
import dev.wuwei.crm.dictionary.DictionaryCommand.MoveEntry;
import dev.wuwei.crm.dictionary.DictionaryCommand.RenameEntry;
import dev.wuwei.crm.dictionary.DictionaryCommand.ReopenEntry;
import dev.wuwei.crm.dictionary.DictionaryCommand.RetireEntry;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryAdded;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryMerged;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryMoved;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryRenamed;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryReopened;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryRetired;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.RuleViolated;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * What was changed of one dictionary (字典) since it was listed. One aggregate holds all its entries, so that names, successors and
 * parents are decided on together. The changes of an entry follow one another in the order of their days. Begins with its first
 * change.
 */
@Aggregate(cache = "aggregateCache")
class Dictionary {
    @AggregateIdentifier
    private DictionaryId id;

    private final List<DictionaryEvent> changes = new ArrayList<>();

    Dictionary() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddEntry command, EventMeta meta, DictionaryStandard standard) {
        EntryChecks checks = checks(command, meta, standard);
        checks.notKeptWithPolicies();
        Coded entry = checks.added(command.name());
        Coded parent = checks.parent(command.parentCode());
        checks.found.throwIfAny();
        apply(new EntryAdded(command.dictionaryId(), checks.kind, entry, parent, command.occurredOn()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RenameEntry command, EventMeta meta, DictionaryStandard standard) {
        EntryChecks checks = checks(command, meta, standard);
        Coded entry = checks.current();
        String name = checks.name(command.name());
        checks.found.throwIfAny();
        if (name.equals(entry.name())) {
            throw new RuleViolated(DictionaryRule.NOTHING_CHANGED);
        }
        apply(new EntryRenamed(command.dictionaryId(), checks.kind, entry, name, command.occurredOn()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MoveEntry command, EventMeta meta, DictionaryStandard standard) {
        EntryChecks checks = checks(command, meta, standard);
        checks.notKeptWithPolicies();
        Coded entry = checks.current();
        Coded parent = checks.parent(command.parentCode());
        checks.found.throwIfAny();
        if (checks.isUnder(parent)) {
            throw new RuleViolated(DictionaryRule.NOTHING_CHANGED);
        }
        EntryMoved moved = new EntryMoved(command.dictionaryId(), checks.kind, entry, parent, command.occurredOn());
        checks.noCircle(moved, DictionaryRule.PARENT_CIRCLE);
        apply(moved);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MergeEntry command, EventMeta meta, DictionaryStandard standard) {
        EntryChecks checks = checks(command, meta, standard);
        checks.notKeptWithPolicies();
        Coded entry = checks.current();
        Coded into = checks.successor(command.intoCode());
        checks.found.throwIfAny();
        EntryMerged merged = new EntryMerged(command.dictionaryId(), checks.kind, entry, into, command.occurredOn());
        checks.noCircle(merged, DictionaryRule.SUCCESSOR_CIRCLE);
        apply(merged);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RetireEntry command, EventMeta meta, DictionaryStandard standard) {
        EntryChecks checks = checks(command, meta, standard);
        checks.notKeptWithPolicies();
        Coded entry = checks.current();
        checks.found.throwIfAny();
        checks.notLast();
        apply(new EntryRetired(command.dictionaryId(), checks.kind, entry, command.occurredOn()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReopenEntry command, EventMeta meta, DictionaryStandard standard) {
        EntryChecks checks = checks(command, meta, standard);
        Coded entry = checks.retired();
        checks.found.throwIfAny();
        apply(new EntryReopened(command.dictionaryId(), checks.kind, entry, command.occurredOn()));
    }

    private EntryChecks checks(DictionaryCommand command, EventMeta meta, DictionaryStandard standard) {
        EntryChecks checks = new EntryChecks(command, changes, standard, meta);
        // What everybody chooses from is not decided by somebody who sees some parks.
        ParkScope.checkAll(meta);
        return checks;
    }

    @EventSourcingHandler
    void on(DictionaryEvent event) {
        id = event.dictionaryId();
        changes.add(event);
    }
}
