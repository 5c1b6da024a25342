package dev.wuwei.crm.shared;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Looks up dictionary entries as they are today. */
public interface Dictionaries {
    /**
     * @param field the input field to name when the code is not known
     * @throws RuleViolated {@link SharedRule#UNKNOWN_CODE}, {@link SharedRule#NO_LONGER_OFFERED}, or {@link SharedRule#REQUIRED}
     *     when the code is missing
     */
    Coded require(DictionaryKind kind, String code, String field);

    /** @return the entries in the order in which they are offered */
    List<Coded> all(DictionaryKind kind);

    /** @return every entry there is or ever was, in order, for whoever looks for records */
    List<Coded> everything(DictionaryKind kind);

    /**
     * What is there or once was, for whoever speaks of records that are there already: a scope, a rule of counting.
     *
     * @return with its name of today, or its last one
     * @throws RuleViolated {@link SharedRule#UNKNOWN_CODE}, or {@link SharedRule#REQUIRED} when the code is missing
     */
    Coded known(DictionaryKind kind, String code, String field);

    /**
     * The same of several codes, each once.
     *
     * @param codes or {@code null} for none
     * @param found takes what is wrong with them
     */
    default List<Coded> known(DictionaryKind kind, List<String> codes, String field, Violations found) {
        return (codes == null ? Stream.<String>empty() : codes.stream())
                .map(code -> found.value(() -> known(kind, code, field)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** @return {@code null} for a missing code, otherwise as {@link #require(DictionaryKind, String, String)} */
    default Coded optional(DictionaryKind kind, String code, String field) {
        return code == null || code.isBlank() ? null : require(kind, code, field);
    }

    /**
     * A record that is changed may keep what it has, with the name of its day, whatever has become of the entry.
     *
     * @param kept what it has, or {@code null}
     * @return {@code kept} for its code, otherwise as {@link #require}
     */
    default Coded require(DictionaryKind kind, String code, Coded kept, String field) {
        return kept != null && kept.code().equals(code) ? kept : require(kind, code, field);
    }

    /** @return {@code null} for a missing code, otherwise as {@link #require(DictionaryKind, String, Coded, String)} */
    default Coded optional(DictionaryKind kind, String code, Coded kept, String field) {
        return code == null || code.isBlank() ? null : require(kind, code, kept, field);
    }
}
