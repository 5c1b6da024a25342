package dev.wuwei.crm.shared;

import java.time.LocalDate;
import java.util.List;

/** Looks up dictionary entries: as they are today, and what they were before. */
public interface Dictionaries {
    /**
     * @param field the input field to name when the code is not known
     * @throws RuleViolated {@link SharedRule#UNKNOWN_CODE}, {@link SharedRule#NO_LONGER_OFFERED}, or {@link SharedRule#REQUIRED}
     *     when the code is missing
     */
    Coded require(DictionaryKind kind, String code, String field);

    /** @return the entries in the order in which they are offered */
    List<Coded> all(DictionaryKind kind);

    /** @return every entry that was ever offered, in the order of the dictionary */
    default List<DatedEntry> history(DictionaryKind kind) {
        return all(kind).stream().map(DatedEntry::unchanged).toList();
    }

    /** @return {@code null} for a missing code, otherwise as {@link #require} */
    default Coded optional(DictionaryKind kind, String code, String field) {
        return code == null || code.isBlank() ? null : require(kind, code, field);
    }

    /** @return its name on that day, or {@code null} when no dictionary knows the code */
    default String nameOn(DictionaryKind kind, String code, LocalDate day) {
        return history(kind).stream()
                .filter(entry -> entry.code().equals(code))
                .findFirst()
                .map(entry -> entry.nameOn(day))
                .orElse(null);
    }

    /** @return the code of what it has become by that day: its own where it became nothing else, and where no dictionary knows it */
    default String become(DictionaryKind kind, String code, LocalDate day) {
        return history(kind).stream()
                .filter(entry -> entry.code().equals(code) && entry.into() != null && !entry.isThereOn(day))
                .findFirst()
                .map(entry -> become(kind, entry.into(), day))
                .orElse(code);
    }
}
