package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.dictionary.Catalogue;
import dev.wuwei.crm.dictionary.DictionaryEvent;
import dev.wuwei.crm.dictionary.DictionaryId;
import dev.wuwei.crm.dictionary.DictionaryStandard;
import dev.wuwei.crm.shared.DictionaryKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** The dictionaries as they are listed, with what events say was changed since. */
final class RecordedDictionaries extends CataloguedDictionaries {
    private static final String[] IDS = Arrays.stream(DictionaryKind.values())
            .map(kind -> DictionaryId.of(kind).toString())
            .toArray(String[]::new);

    private final LatestRecorded<Map<DictionaryKind, Catalogue>> catalogues;

    /** @param changes everything that was ever changed of a dictionary, in order */
    RecordedDictionaries(
            DataSource dataSource,
            Function<DictionaryKind, List<DictionaryEvent>> changes,
            DictionaryStandard standard) {
        catalogues = new LatestRecorded<>(dataSource, IDS, () -> catalogues(changes, standard), Duration.ZERO);
    }

    private static Map<DictionaryKind, Catalogue> catalogues(
            Function<DictionaryKind, List<DictionaryEvent>> changes, DictionaryStandard standard) {
        Map<DictionaryKind, Catalogue> catalogues = new EnumMap<>(DictionaryKind.class);
        for (DictionaryKind kind : DictionaryKind.values()) {
            catalogues.put(kind, Catalogue.of(standard.entries(kind), changes.apply(kind)));
        }
        return catalogues;
    }

    @Override
    Catalogue catalogue(DictionaryKind kind) {
        return catalogues.get().get(kind);
    }
}
