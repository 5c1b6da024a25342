package dev.wuwei.crm.projections.support;

import java.util.BitSet;

/**
 * Remembers keys by their hashes alone: says of none that was added that it was not, and of few others that they were. Takes
 * two megabytes at most, however many there are.
 */
public final class Sieve {
    private static final int SHIFT = 8;

    private final BitSet held = new BitSet();

    public void add(Object key) {
        held.set(place(key));
    }

    public boolean mayHold(Object key) {
        return held.get(place(key));
    }

    /** Neighbouring hashes lie far apart (Fibonacci hashing). */
    private static int place(Object key) {
        return key.hashCode() * 0x9E3779B9 >>> SHIFT;
    }
}
