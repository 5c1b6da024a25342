package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

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
     * @param position of the event that told it
     * @param doc as JSON, kept as it was first written: it is compared as text
     */
    record Version(LocalDate from, LocalDate to, Instant knownFrom, Instant knownTo, long position, String doc) {
        boolean isKnown() {
            return knownTo == null;
        }
    }

    record Key(ProjectId project, ItemKind kind, String id) {}

    private record Step(String doc, long position) {}

    final Key key;
    long sequence;
    private Supplier<List<Version>> stored;
    private List<Version> versions;

    /** @param stored is asked when they are first needed: most items of a project are read beside the one that an event is about */
    Item(Key key, long sequence, Supplier<List<Version>> stored) {
        this.key = key;
        this.sequence = sequence;
        this.stored = stored;
    }

    List<Version> versions() {
        if (versions == null) {
            versions = new ArrayList<>(stored.get());
            stored = null;
        }
        return versions;
    }

    /** The value from that day on, until another dated later takes over; {@code null} when the item ends. */
    void put(LocalDate from, String doc, EventMeta meta) {
        TreeMap<LocalDate, Step> steps = steps();
        steps.put(from, new Step(doc, meta.position()));
        become(steps, meta.recordedAt());
    }

    /** All that was known was wrong; this is how it is, from that day on. */
    void replace(LocalDate from, String doc, EventMeta meta) {
        TreeMap<LocalDate, Step> steps = new TreeMap<>();
        steps.put(from, new Step(doc, meta.position()));
        become(steps, meta.recordedAt());
    }

    /** What was told of that day is taken back; what held before goes on. */
    void takeBack(LocalDate from, EventMeta meta) {
        TreeMap<LocalDate, Step> steps = steps();
        steps.remove(from);
        become(steps, meta.recordedAt());
    }

    /** @return the value of the latest day, or {@code null} */
    String latest() {
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

    private TreeMap<LocalDate, Step> steps() {
        TreeMap<LocalDate, Step> steps = new TreeMap<>();
        for (Version version : versions()) {
            if (version.isKnown()) {
                steps.put(version.from(), new Step(version.doc(), version.position()));
                if (version.to() != null) {
                    steps.putIfAbsent(version.to(), new Step(null, version.position()));
                }
            }
        }
        return steps;
    }

    private void become(TreeMap<LocalDate, Step> steps, Instant recordedAt) {
        // A clock that was set back must not make anything known before it was.
        Instant now = versions().stream()
                .map(Version::knownFrom)
                .filter(known -> known.isAfter(recordedAt))
                .max(Instant::compareTo)
                .orElse(recordedAt);
        List<Version> next = new ArrayList<>();
        LocalDate from = null;
        Step held = new Step(null, 0);
        for (Map.Entry<LocalDate, Step> entry : steps.entrySet()) {
            if (Objects.equals(entry.getValue().doc(), held.doc())) {
                continue;
            }
            if (held.doc() != null) {
                next.add(new Version(from, entry.getKey(), now, null, held.position(), held.doc()));
            }
            from = entry.getKey();
            held = entry.getValue();
        }
        if (held.doc() != null) {
            next.add(new Version(from, null, now, null, held.position(), held.doc()));
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
                kept.add(new Version(
                        version.from(), version.to(), version.knownFrom(), now, version.position(), version.doc()));
            }
        }
        versions.clear();
        versions.addAll(kept);
        versions.addAll(next);
    }
}
