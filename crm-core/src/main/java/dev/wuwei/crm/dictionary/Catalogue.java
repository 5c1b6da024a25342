package dev.wuwei.crm.dictionary;

import dev.wuwei.crm.dictionary.DictionaryEvent.EntryAdded;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryMerged;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryMoved;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryRenamed;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryReopened;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryRetired;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DatedEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A dictionary, or another set of things that are renamed and become one another, over time: what is listed, and what was changed
 * since. Any day can be asked for.
 */
public final class Catalogue {
    /** What is kept for whatever nothing else fits; stands last, whatever is added. */
    private static final String OTHER = "other";

    /**
     * How an entry stands from a day on.
     *
     * @param from first day; {@link LocalDate#MIN} for since ever
     * @param parent code, or {@code null}
     * @param into code of what it became a part of, or {@code null}
     * @param current whether it is offered
     */
    public record Stand(LocalDate from, String name, String parent, String into, boolean current) {}

    private final Map<String, NavigableMap<LocalDate, Stand>> entries = new LinkedHashMap<>();

    private Catalogue() {}

    /** @param changes in the order in which they were recorded */
    public static Catalogue of(Collection<DatedEntry> listed, Collection<? extends DictionaryEvent> changes) {
        Catalogue catalogue = new Catalogue();
        listed.forEach(catalogue::list);
        changes.forEach(catalogue::apply);
        return catalogue;
    }

    /** @return one of things that no list has, to be told of each in the order in which it was recorded */
    public static Catalogue empty() {
        return new Catalogue();
    }

    private void list(DatedEntry entry) {
        NavigableMap<LocalDate, Stand> stands = new TreeMap<>();
        LocalDate from = LocalDate.MIN;
        for (Map.Entry<LocalDate, String> former : new TreeMap<>(entry.formerly()).entrySet()) {
            stands.put(from, new Stand(from, former.getValue(), null, null, true));
            from = former.getKey().plusDays(1);
        }
        stands.put(from, new Stand(from, entry.name(), null, null, true));
        entries.put(entry.code(), stands);
        if (entry.until() != null) {
            change(
                    entry.code(),
                    entry.until().plusDays(1),
                    stand -> new Stand(stand.from(), stand.name(), stand.parent(), entry.into(), false));
        }
    }

    private void apply(DictionaryEvent event) {
        String code = event.entry().code();
        LocalDate from = event.occurredOn();
        switch (event) {
            case EntryAdded e -> add(code, e.entry().name(), code(e.parent()), from);
            case EntryRenamed e -> rename(code, e.name(), from);
            case EntryMoved e -> move(code, code(e.parent()), from);
            case EntryMerged e -> merge(code, e.into().code(), from);
            case EntryRetired e -> retire(code, from);
            case EntryReopened e -> change(code, from, s -> new Stand(s.from(), s.name(), s.parent(), null, true));
        }
    }

    /** @param parent code, or {@code null} */
    public void add(String code, String name, String parent, LocalDate from) {
        NavigableMap<LocalDate, Stand> stands = new TreeMap<>();
        stands.put(from, new Stand(from, name, parent, null, true));
        entries.putIfAbsent(code, stands);
    }

    public void rename(String code, String name, LocalDate from) {
        change(code, from, s -> new Stand(s.from(), name, s.parent(), s.into(), s.current()));
    }

    /** @param parent code, or {@code null} for none */
    public void move(String code, String parent, LocalDate from) {
        change(code, from, s -> new Stand(s.from(), s.name(), parent, s.into(), s.current()));
    }

    public void merge(String code, String into, LocalDate from) {
        change(code, from, s -> new Stand(s.from(), s.name(), s.parent(), into, false));
    }

    public void retire(String code, LocalDate from) {
        change(code, from, s -> new Stand(s.from(), s.name(), s.parent(), s.into(), false));
    }

    private static String code(Coded entry) {
        return entry == null ? null : entry.code();
    }

    /** From that day on; what the list says of a later day is overruled too. */
    private void change(String code, LocalDate from, UnaryOperator<Stand> change) {
        NavigableMap<LocalDate, Stand> stands = entries.get(code);
        if (stands == null) {
            return;
        }
        Stand then = stands.floorEntry(from) == null
                ? stands.firstEntry().getValue()
                : stands.floorEntry(from).getValue();
        stands.put(from, new Stand(from, then.name(), then.parent(), then.into(), then.current()));
        stands.tailMap(from, true).replaceAll((day, stand) -> change.apply(stand));
    }

    /** @return every code there ever was, in the order in which they are offered */
    public List<String> codes() {
        List<String> codes = new ArrayList<>(entries.keySet());
        if (codes.remove(OTHER)) {
            codes.add(OTHER);
        }
        return List.copyOf(codes);
    }

    public boolean knows(String code) {
        return entries.containsKey(code);
    }

    /** @return what is offered on that day, in order */
    public List<Coded> offeredOn(LocalDate day) {
        return codes().stream()
                .filter(code -> isCurrentOn(code, day))
                .map(code -> new Coded(code, nameOn(code, day)))
                .toList();
    }

    public boolean isCurrentOn(String code, LocalDate day) {
        Map.Entry<LocalDate, Stand> stand = entries.get(code).floorEntry(day);
        return stand != null && stand.getValue().current();
    }

    /** @return its first name for a day before it was there; {@code null} when there never was such an entry */
    public String nameOn(String code, LocalDate day) {
        return knows(code) ? on(code, day).name() : null;
    }

    /** @return the code of what it belongs under on that day, or {@code null} */
    public String parentOn(String code, LocalDate day) {
        String parent = knows(code) ? on(code, day).parent() : null;
        return parent == null ? null : becomeOn(parent, day);
    }

    /** @return the code of what it has become by that day: its own where it is a part of nothing else */
    public String becomeOn(String code, LocalDate day) {
        Set<String> seen = new HashSet<>();
        String become = code;
        while (knows(become) && seen.add(become)) {
            String into = on(become, day).into();
            if (into == null) {
                return become;
            }
            become = into;
        }
        return become;
    }

    /** @return the code of the topmost entry that it belongs under on that day, its own where it belongs under none */
    public String topOn(String code, LocalDate day) {
        String top = becomeOn(code, day);
        for (String above = parentOn(top, day); above != null; above = parentOn(top, day)) {
            top = above;
        }
        return top;
    }

    /** @return how it stood from which day on, oldest first; never empty for a code that is known */
    public List<Stand> history(String code) {
        return List.copyOf(entries.get(code).values());
    }

    /** @return whether anything was ever called otherwise, became a part of something else, or belongs under it */
    public boolean hasPast() {
        return entries.values().stream()
                .anyMatch(stands -> stands.values().stream().anyMatch(stand -> stand.parent() != null)
                        || stands.values().stream()
                                        .map(stand -> Arrays.asList(stand.name(), stand.into()))
                                        .distinct()
                                        .count()
                                > 1);
    }

    /** @return the day from which its latest stand holds */
    LocalDate lastChangeOf(String code) {
        return entries.get(code).lastKey();
    }

    /** @return whether that is so of the entry on a day and ever after */
    boolean everSince(String code, LocalDate day, Predicate<Stand> holds) {
        return entries.get(code).floorEntry(day) != null
                && holds.test(on(code, day))
                && entries.get(code).tailMap(day, false).values().stream().allMatch(holds);
    }

    /** @return whether on some day from then on an entry is above itself */
    boolean circlesSince(LocalDate day) {
        Set<LocalDate> days = new HashSet<>(Set.of(day));
        entries.values()
                .forEach(stands -> days.addAll(stands.tailMap(day, false).keySet()));
        return days.stream().anyMatch(each -> entries.keySet().stream().anyMatch(code -> circles(code, each)));
    }

    private boolean circles(String code, LocalDate day) {
        Set<String> seen = new HashSet<>();
        for (String each = becomeOn(code, day); each != null; each = parentOn(each, day)) {
            if (!seen.add(each)) {
                return true;
            }
        }
        return false;
    }

    private Stand on(String code, LocalDate day) {
        Map.Entry<LocalDate, Stand> stand = entries.get(code).floorEntry(day);
        return stand == null ? entries.get(code).firstEntry().getValue() : stand.getValue();
    }
}
