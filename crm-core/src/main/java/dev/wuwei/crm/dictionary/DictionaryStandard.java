package dev.wuwei.crm.dictionary;

import dev.wuwei.crm.shared.DatedEntry;
import dev.wuwei.crm.shared.DictionaryKind;
import java.util.List;

/** The dictionaries as {@code config/dictionaries} lists them: what holds since ever, until an event says otherwise. */
@FunctionalInterface
public interface DictionaryStandard {
    /** @return in the order in which they are offered */
    List<DatedEntry> entries(DictionaryKind kind);
}
