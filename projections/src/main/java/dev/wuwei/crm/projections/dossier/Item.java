package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.shared.EventMeta;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One item of a dossier with all the values it ever had, on both axes: over which days each held, and from when to when that
 * was known. What is known no longer stays, so the dossier can be opened as it was.
 */
final class Item {
    /**
     * A value.
     *
     * @param from first day on which it held
     * @param to first day on which it held no longer, or {@code null}
     * @param knownFrom when it became known
     * @param knownTo when it was known otherwise, or {@code null}
     * @param doc what it was, {@code equals} when it is the same
     */
    record Version(LocalDate from, LocalDate to, Instant knownFrom, Instant knownTo, Object doc) {
        boolean isKnown() {
            return knownTo == null;
        }
    }

    record Key(ItemKind kind, String id) {}

    final Key key;
    private final List<Version> versions = new ArrayList<>();

    Item(Key key) {
        this.key = key;
    }

    List<Version> versions() {
        return versions;
    }

    /** The value from that day on, until another dated later takes over; {@code null} when the item ends. */
    void put(LocalDate from, Object doc, EventMeta meta) {
        TreeMap<LocalDate, Object> steps = steps();
        steps.put(from, doc);
        become(steps, meta.recordedAt());
    }

    /** All that was known was wrong; this is how it is, from that day on. */
    void replace(LocalDate from, Object doc, EventMeta meta) {
        TreeMap<LocalDate, Object> steps = new TreeMap<>();
        steps.put(from, doc);
        become(steps, meta.recordedAt());
    }

    /** What was told of that day is taken back; what held before goes on. */
    void takeBack(LocalDate from, EventMeta meta) {
        TreeMap<LocalDate, Object> steps = steps();
        steps.remove(from);
        become(steps, meta.recordedAt());
    }

    /** @return the value of the latest day, or {@code null} */
    Object latest() {
        return versions().stream()
                .filter(version -> version.isKnown() && version.to() == null)
                .map(Version::doc)
                .findFirst()
                .orElse(null);
    }

    /** @return the first day of the value of the latest day, or {@code null} */
    LocalDate latestFrom() {
        return versions().stream()
                .filter(version -> version.isKnown() && version.to() == null)
                .map(Version::from)
                .findFirst()
                .orElse(null);
    }

    private TreeMap<LocalDate, Object> steps() {
        TreeMap<LocalDate, Object> steps = new TreeMap<>();
        for (Version version : versions()) {
            if (version.isKnown()) {
                steps.put(version.from(), version.doc());
                if (version.to() != null) {
                    steps.putIfAbsent(version.to(), null);
                }
            }
        }
        return steps;
    }

    private void become(TreeMap<LocalDate, Object> steps, Instant recordedAt) {
        // A clock that was set back must not make anything known before it was.
        Instant now = versions().stream()
                .map(Version::knownFrom)
                .filter(known -> known.isAfter(recordedAt))
                .max(Instant::compareTo)
                .orElse(recordedAt);
        List<Version> next = new ArrayList<>();
        LocalDate from = null;
        Object held = null;
        for (Map.Entry<LocalDate, Object> entry : steps.entrySet()) {
            if (Objects.equals(entry.getValue(), held)) {
                continue;
            }
            if (held != null) {
                next.add(new Version(from, entry.getKey(), now, null, held));
            }
            from = entry.getKey();
            held = entry.getValue();
        }
        if (held != null) {
            next.add(new Version(from, null, now, null, held));
        }
        List<Version> kept = new ArrayList<>();
        for (Version version : versions) {
            boolean same = version.isKnown()
                    && next.removeIf(wanted -> wanted.from().equals(version.from())
                            && Objects.equals(wanted.to(), version.to())
                            && wanted.doc().equals(version.doc()));
            if (same || !version.isKnown()) {
                kept.add(version);
            } else if (version.knownFrom().isBefore(now)) {
                kept.add(new Version(version.from(), version.to(), version.knownFrom(), now, version.doc()));
            }
        }
        versions.clear();
        versions.addAll(kept);
        versions.addAll(next);
    }
}
