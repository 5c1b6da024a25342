package dev.wuwei.crm.dictionary;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about dictionaries (字典). {@code occurredOn} is the first day on which the change holds. */
public sealed interface DictionaryCommand extends Command, Reasoned {
    DictionaryId dictionaryId();

    /** @return of the entry */
    String code();

    LocalDate occurredOn();

    /**
     * @param code never used in this dictionary before
     * @param parentCode entry that it belongs under, or {@code null}
     */
    @Allowed(Role.ADMINISTRATOR)
    record AddEntry(
            @TargetAggregateIdentifier DictionaryId dictionaryId,
            String code,
            String name,
            String parentCode,
            LocalDate occurredOn,
            String reason)
            implements DictionaryCommand {}

    @Allowed(Role.ADMINISTRATOR)
    record RenameEntry(
            @TargetAggregateIdentifier DictionaryId dictionaryId,
            String code,
            String name,
            LocalDate occurredOn,
            String reason)
            implements DictionaryCommand {}

    /** @param parentCode entry that it belongs under from then on, or {@code null} for none */
    @Allowed(Role.ADMINISTRATOR)
    record MoveEntry(
            @TargetAggregateIdentifier DictionaryId dictionaryId,
            String code,
            String parentCode,
            LocalDate occurredOn,
            String reason)
            implements DictionaryCommand {}

    /** @param intoCode entry that it became a part of */
    @Allowed(Role.ADMINISTRATOR)
    record MergeEntry(
            @TargetAggregateIdentifier DictionaryId dictionaryId,
            String code,
            String intoCode,
            LocalDate occurredOn,
            String reason)
            implements DictionaryCommand {}

    /** It is offered no more; what was entered under it stays. */
    @Allowed(Role.ADMINISTRATOR)
    record RetireEntry(
            @TargetAggregateIdentifier DictionaryId dictionaryId, String code, LocalDate occurredOn, String reason)
            implements DictionaryCommand {}

    /** It is offered again, and a part of nothing else, from that day on. */
    @Allowed(Role.ADMINISTRATOR)
    record ReopenEntry(
            @TargetAggregateIdentifier DictionaryId dictionaryId, String code, LocalDate occurredOn, String reason)
            implements DictionaryCommand {}
}
