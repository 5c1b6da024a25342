package dev.wuwei.crm.shared;

import java.util.List;

/** Looks up dictionary entries as they are today. */
public interface Dictionaries {
    /**
     * @param field the input field to name when the code is not known
     * @throws RuleViolated {@link SharedRule#UNKNOWN_CODE}, or {@link SharedRule#REQUIRED} when the code is missing
     */
    Coded require(DictionaryKind kind, String code, String field);

    /** @return the entries in the order in which they are offered */
    List<Coded> all(DictionaryKind kind);

    /** @return {@code null} for a missing code, otherwise as {@link #require} */
    default Coded optional(DictionaryKind kind, String code, String field) {
        return code == null || code.isBlank() ? null : require(kind, code, field);
    }
}
