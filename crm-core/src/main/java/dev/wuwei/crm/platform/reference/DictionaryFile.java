package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code config/dictionaries/dictionaries.yml}, as it was when the application started. */
final class DictionaryFile implements Dictionaries {
    private final Map<DictionaryKind, Map<String, Coded>> entries = new EnumMap<>(DictionaryKind.class);

    DictionaryFile(ReferenceFiles files) {
        Map<String, Object> content = files.read("dictionaries/dictionaries.yml");
        for (DictionaryKind kind : DictionaryKind.values()) {
            Map<String, Coded> byCode = new LinkedHashMap<>();
            ReferenceFiles.texts(content.get(kind.name()))
                    .forEach((code, name) -> byCode.put(code, new Coded(code, name)));
            if (byCode.isEmpty()) {
                throw new IllegalStateException("config/dictionaries/dictionaries.yml has no entries for " + kind);
            }
            entries.put(kind, byCode);
        }
    }

    @Override
    public Coded require(DictionaryKind kind, String code, String field) {
        if (code == null || code.isBlank()) {
            throw RuleViolated.at(field, SharedRule.REQUIRED);
        }
        Coded found = entries.get(kind).get(code.strip());
        if (found == null) {
            throw RuleViolated.at(field, SharedRule.UNKNOWN_CODE, code);
        }
        return found;
    }

    @Override
    public List<Coded> all(DictionaryKind kind) {
        return List.copyOf(entries.get(kind).values());
    }
}
