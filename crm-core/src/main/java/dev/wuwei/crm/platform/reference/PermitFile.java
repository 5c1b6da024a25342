package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.followup.PermitChecklists;
import dev.wuwei.crm.followup.RequiredPermit;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code config/policies/permits.yml}. A file that cannot be understood stops the start: no due date comes from half a list. */
final class PermitFile implements PermitChecklists {
    private static final int MOST_DAYS = 250;
    private static final int MOST_STEPS = 20;

    private final PolicyFile file;
    private final String version;
    private final Map<String, List<RequiredPermit>> checklists;

    PermitFile(ReferenceFiles files, Dictionaries dictionaries) {
        file = new PolicyFile(files, "policies/permits.yml");
        version = file.version("permits");
        Map<String, Coded> permits = dictionaries.all(DictionaryKind.PERMIT).stream()
                .collect(Collectors.toMap(Coded::code, Function.identity()));
        checklists = file.byProjectType(
                "checklists", "checklist", dictionaries, (type, rows) -> checklist(type, rows, permits));
    }

    private List<RequiredPermit> checklist(String type, Object rows, Map<String, Coded> permits) {
        if (!(rows instanceof List<?> list) || list.isEmpty()) {
            throw file.broken(type + " lists no permits");
        }
        List<RequiredPermit> required = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Object row : list) {
            if (!(row instanceof Map<?, ?> fields)) {
                throw file.broken(type + ": each row needs permit, step, legal and promised; not " + row);
            }
            Coded permit = Optional.ofNullable(permits.get(String.valueOf(fields.get("permit"))))
                    .orElseThrow(() ->
                            file.broken(type + ": " + fields.get("permit") + " is no PERMIT of the dictionaries"));
            if (!seen.add(permit.code())) {
                throw file.broken(type + " lists " + permit.code() + " twice");
            }
            String where = type + ", " + permit.code();
            int legal = file.number(where, "legal", fields, MOST_DAYS);
            int promised = file.number(where, "promised", fields, MOST_DAYS);
            if (promised > legal) {
                throw file.broken(where + ": no more days are promised than the law grants");
            }
            required.add(new RequiredPermit(permit, file.number(where, "step", fields, MOST_STEPS), legal, promised));
        }
        required.sort(Comparator.comparingInt(RequiredPermit::step));
        return List.copyOf(required);
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
