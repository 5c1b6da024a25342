package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** One file of {@code config/policies}. What cannot be understood in it stops the start. */
final class PolicyFile {
    private final String name;
    private final Map<String, Object> content;

    PolicyFile(ReferenceFiles files, String name) {
        this.name = name;
        this.content = files.read(name);
    }

    Object get(String key) {
        return content.get(key);
    }

    /** @return for example {@code gates@2}: the version that decisions name */
    String version(String policy) {
        if (!(content.get("version") instanceof String number) || number.isBlank()) {
            throw broken("has no version");
        }
        return policy + "@" + number;
    }

    /**
     * A section that says something of every kind of project (PROJECT_TYPE) and of no other.
     *
     * @param one what the section has one of for each
     * @param read of kind and content
     */
    <T> Map<String, T> byProjectType(
            String section, String one, Dictionaries dictionaries, BiFunction<String, Object, T> read) {
        List<String> types = dictionaries.all(DictionaryKind.PROJECT_TYPE).stream()
                .map(Coded::code)
                .toList();
        if (!(content.get(section) instanceof Map<?, ?> entries)) {
            throw broken("has no " + section);
        }
        Map<String, T> byType = new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            String type = String.valueOf(key);
            if (!types.contains(type)) {
                throw broken(section + ": " + type + " is no PROJECT_TYPE of the dictionaries");
            }
            byType.put(type, read.apply(type, value));
        });
        types.stream().filter(type -> !byType.containsKey(type)).findFirst().ifPresent(type -> {
            throw broken("has no " + one + " for " + type);
        });
        return byType;
    }

    /** @return a whole number from 1 to {@code most} */
    int number(String where, String field, Map<?, ?> fields, int most) {
        try {
            int number = Integer.parseInt(String.valueOf(fields.get(field)));
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw broken(where + ": " + field + " must be a whole number, not " + fields.get(field));
        }
        throw broken(where + ": " + field + " must be between 1 and " + most + ", not " + fields.get(field));
    }

    IllegalStateException broken(String what) {
        return new IllegalStateException("config/" + name + " " + what);
    }
}
