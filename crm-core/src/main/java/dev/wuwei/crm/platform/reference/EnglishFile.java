package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.shared.EnglishNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What dictionaries and schedules say under {@code english} beside a {@code name}. A name has one, wherever it stands. */
final class EnglishFile implements EnglishNames {
    private static final List<String> FILES = List.of("dictionaries/dictionaries.yml", "policies/schedules.yml");

    private final Map<String, String> byName = new HashMap<>();

    EnglishFile(ReferenceFiles files) {
        FILES.forEach(file -> read(file, files.read(file)));
    }

    private void read(String file, Object written) {
        if (written instanceof Map<?, ?> parts) {
            if (parts.get("name") instanceof String name && parts.get("english") instanceof String english) {
                put(file, name, english);
            }
            read(file, parts.values());
        } else if (written instanceof Collection<?> all) {
            all.forEach(one -> read(file, one));
        }
    }

    private void put(String file, String name, String english) {
        String before = byName.putIfAbsent(name, english);
        if (before != null && !before.equals(english)) {
            throw new IllegalStateException(
                    "config/" + file + " calls " + name + " both " + before + " and " + english);
        }
    }

    @Override
    public Optional<String> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
