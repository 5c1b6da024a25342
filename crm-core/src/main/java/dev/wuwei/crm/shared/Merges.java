package dev.wuwei.crm.shared;

import java.util.stream.Stream;

/**
 * Which of two entries went into which. Only an entry that stands by itself takes another in, so merges never run in a
 * circle, also when two people merge the same pair in opposite directions at once.
 */
public final class Merges {
    private final String scope;

    /** @param scope for example {@code investor.merged} */
    public Merges(String scope) {
        this.scope = scope;
    }

    /** @return whether this entry has gone into another */
    public boolean isMerged(TypedId entry, Uniqueness uniqueness) {
        return uniqueness.holder(scope, entry.toString()).isPresent();
    }

    /** @return whether {@code entry} has gone into {@code other} */
    public boolean isMergedInto(String entry, TypedId other, Uniqueness uniqueness) {
        return uniqueness
                .holder(scope, entry)
                .filter(holder -> holder.owner().equals(other.toString()))
                .isPresent();
    }

    /** @return {@code false} when {@code into} itself has gone into another */
    public boolean merge(TypedId from, TypedId into, Uniqueness uniqueness, EventMeta meta) {
        // Both keys, in one order for everybody: whoever comes second waits here and then sees what the first did.
        boolean free = Stream.of(from, into)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .allMatch(entry ->
                        uniqueness.tryTake(scope, entry.toString(), into, meta).isEmpty());
        uniqueness.release(scope, into.toString(), into);
        return free;
    }

    public void unmerge(TypedId from, TypedId into, Uniqueness uniqueness) {
        uniqueness.release(scope, from.toString(), into);
    }
}
