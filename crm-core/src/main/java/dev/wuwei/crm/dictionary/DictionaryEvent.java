package dev.wuwei.crm.dictionary;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.DomainEvent;
import java.time.LocalDate;

/** What happened to an entry of a dictionary (字典). {@code occurredOn} is the first day on which it holds. */
public sealed interface DictionaryEvent extends DomainEvent {
    DictionaryId dictionaryId();

    DictionaryKind dictionary();

    /** @return code, and the name that it had until then; what is added has the name that it begins with */
    Coded entry();

    /** @param parent entry that it belongs under, or {@code null} */
    record EntryAdded(
            DictionaryId dictionaryId, DictionaryKind dictionary, Coded entry, Coded parent, LocalDate occurredOn)
            implements DictionaryEvent {}

    record EntryRenamed(
            DictionaryId dictionaryId, DictionaryKind dictionary, Coded entry, String name, LocalDate occurredOn)
            implements DictionaryEvent {}

    /** @param parent entry that it belongs under from then on, or {@code null} */
    record EntryMoved(
            DictionaryId dictionaryId, DictionaryKind dictionary, Coded entry, Coded parent, LocalDate occurredOn)
            implements DictionaryEvent {}

    /** @param into entry that it became a part of */
    record EntryMerged(
            DictionaryId dictionaryId, DictionaryKind dictionary, Coded entry, Coded into, LocalDate occurredOn)
            implements DictionaryEvent {}

    record EntryRetired(DictionaryId dictionaryId, DictionaryKind dictionary, Coded entry, LocalDate occurredOn)
            implements DictionaryEvent {}

    /** It is offered again and a part of nothing else. */
    record EntryReopened(DictionaryId dictionaryId, DictionaryKind dictionary, Coded entry, LocalDate occurredOn)
            implements DictionaryEvent {}
}
