package dev.wuwei.crm.shared;

import java.util.Optional;

/**
 * Keys that only one owner may hold (credit code, contract number, first report …), taken in the command's own
 * transaction: of six who ask at once, one gets it and five are told who was first.
 */
public interface Uniqueness {
    /**
     * @param scope for example {@code investor.credit-code}
     * @param owner the aggregate that takes the key
     * @param field the input field to name when it is taken
     * @throws RuleViolated {@link SharedRule#ALREADY_TAKEN} with the key, who was first, and when
     */
    void take(String scope, String key, TypedId owner, String field, EventMeta meta);

    /** Takes the key unless somebody holds it. @return the holder that stands in the way, empty when the key is ours now */
    Optional<Holder> tryTake(String scope, String key, TypedId owner, EventMeta meta);

    /** Frees the key if this owner holds it. */
    void release(String scope, String key, TypedId owner);

    Optional<Holder> holder(String scope, String key);

    /** Who holds a key, and since when. */
    record Holder(String owner, StaffId takenBy, java.time.Instant takenAt) {}
}
