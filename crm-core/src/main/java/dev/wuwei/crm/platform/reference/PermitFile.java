package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.followup.PermitChecklists;
import dev.wuwei.crm.followup.RequiredPermit;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code config/policies/permits.yml}. A file that cannot be understood stops the start: no due date comes from half a list. */
final class PermitFile implements PermitChecklists {
    private static final String FILE = "policies/permits.yml";
    private static final int MOST_DAYS = 250;
    private static final int MOST_STEPS = 20;

    private final String version;
    private final Map<String, List<RequiredPermit>> checklists = new LinkedHashMap<>();

    PermitFile(ReferenceFiles files, Dictionaries dictionaries) {
        Map<String, Object> content = files.read(FILE);
        if (!(content.get("version") instanceof String number) || number.isBlank()) {
            throw broken("has no version");
        }
        version = "permits@" + number;
        Map<String, Coded> permits = byCode(dictionaries, DictionaryKind.PERMIT);
        Map<String, Coded> types = byCode(dictionaries, DictionaryKind.PROJECT_TYPE);
        if (!(content.get("checklists") instanceof Map<?, ?> lists)) {
            throw broken("has no checklists");
        }
        lists.forEach((type, rows) -> {
            if (!types.containsKey(String.valueOf(type))) {
                throw broken("checklists: " + type + " is no PROJECT_TYPE of the dictionaries");
            }
            checklists.put(String.valueOf(type), checklist(String.valueOf(type), rows, permits));
        });
        types.keySet().stream()
                .filter(type -> !checklists.containsKey(type))
                .findFirst()
                .ifPresent(type -> {
                    throw broken("has no checklist for " + type);
                });
    }

    private static Map<String, Coded> byCode(Dictionaries dictionaries, DictionaryKind kind) {
        Map<String, Coded> entries = new LinkedHashMap<>();
        dictionaries.all(kind).forEach(entry -> entries.put(entry.code(), entry));
        return entries;
    }

    private static List<RequiredPermit> checklist(String type, Object rows, Map<String, Coded> permits) {
        if (!(rows instanceof List<?> list) || list.isEmpty()) {
            throw broken(type + " lists no permits");
        }
        List<RequiredPermit> required = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Object row : list) {
            if (!(row instanceof Map<?, ?> fields)) {
                throw broken(type + ": each row needs permit, step, legal and promised; not " + row);
            }
            Coded permit = Optional.ofNullable(permits.get(String.valueOf(fields.get("permit"))))
                    .orElseThrow(
                            () -> broken(type + ": " + fields.get("permit") + " is no PERMIT of the dictionaries"));
            if (!seen.add(permit.code())) {
                throw broken(type + " lists " + permit.code() + " twice");
            }
            String where = type + ", " + permit.code();
            int legal = number(where, "legal", fields, MOST_DAYS);
            int promised = number(where, "promised", fields, MOST_DAYS);
            if (promised > legal) {
                throw broken(where + ": no more days are promised than the law grants");
            }
            required.add(new RequiredPermit(permit, number(where, "step", fields, MOST_STEPS), legal, promised));
        }
        required.sort(Comparator.comparingInt(RequiredPermit::step));
        return List.copyOf(required);
    }

    private static int number(String where, String name, Map<?, ?> fields, int most) {
        try {
            int number = Integer.parseInt(String.valueOf(fields.get(name)));
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw broken(where + ": " + name + " must be a whole number, not " + fields.get(name));
        }
        throw broken(where + ": " + name + " must be between 1 and " + most + ", not " + fields.get(name));
    }

    private static IllegalStateException broken(String what) {
        return new IllegalStateException("config/" + FILE + " " + what);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<RequiredPermit> of(String projectType) {
        return checklists.getOrDefault(projectType, List.of());
    }
}
