package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.dictionary.Catalogue;
import dev.wuwei.crm.dictionary.DictionaryStandard;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DatedEntry;
import dev.wuwei.crm.shared.DictionaryKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code config/dictionaries/dictionaries.yml}, as it was when the application started. */
final class DictionaryFile extends CataloguedDictionaries implements DictionaryStandard {
    private static final String FILE = "dictionaries/dictionaries.yml";

    private final Map<DictionaryKind, Map<String, DatedEntry>> entries = new EnumMap<>(DictionaryKind.class);
    private final Map<DictionaryKind, Catalogue> catalogues = new EnumMap<>(DictionaryKind.class);

    DictionaryFile(ReferenceFiles files) {
        Map<String, Object> content = files.read(FILE);
        for (DictionaryKind kind : DictionaryKind.values()) {
            Map<String, DatedEntry> byCode = new LinkedHashMap<>();
            ReferenceFiles.map(content.get(kind.name()))
                    .forEach((code, written) -> byCode.put(code, entry(kind, code, written)));
            if (byCode.isEmpty()) {
                throw wrong("has no entries for " + kind);
            }
            byCode.values().forEach(entry -> checkWay(kind, entry, byCode));
            entries.put(kind, byCode);
            catalogues.put(kind, Catalogue.of(byCode.values(), List.of()));
        }
    }

    /** Either the name alone, or a name with what was before and what comes after. */
    private static DatedEntry entry(DictionaryKind kind, String code, Object written) {
        if (written instanceof String name) {
            return DatedEntry.unchanged(new Coded(code, name));
        }
        Map<String, Object> parts = ReferenceFiles.map(written);
        Map<LocalDate, String> formerly = new LinkedHashMap<>();
        ReferenceFiles.texts(parts.get("formerly"))
                .forEach((until, name) -> formerly.put(LocalDate.parse(until), name));
        String until = (String) parts.get("until");
        String into = (String) parts.get("into");
        if (parts.get("name") == null || into != null && until == null) {
            throw wrong("says of " + kind + " " + code + " too little: name, and until with into");
        }
        return new DatedEntry(
                code, (String) parts.get("name"), formerly, until == null ? null : LocalDate.parse(until), into);
    }

    /** What something became is there, and nothing becomes itself by a detour. */
    private static void checkWay(DictionaryKind kind, DatedEntry from, Map<String, DatedEntry> byCode) {
        Set<String> seen = new HashSet<>();
        for (DatedEntry entry = from; entry.into() != null; entry = byCode.get(entry.into())) {
            if (!byCode.containsKey(entry.into()) || !seen.add(entry.code())) {
                throw wrong("lets " + kind + " " + from.code() + " become " + entry.into()
                        + ", which is not there or leads back");
            }
        }
    }

    private static IllegalStateException wrong(String how) {
        return new IllegalStateException("config/" + FILE + " " + how);
    }

    @Override
    public List<DatedEntry> entries(DictionaryKind kind) {
        return List.copyOf(entries.get(kind).values());
    }

    @Override
    Catalogue catalogue(DictionaryKind kind) {
        return catalogues.get(kind);
    }
}
