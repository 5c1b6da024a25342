package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.ScheduleStep;
import dev.wuwei.crm.followup.ScheduleTemplates;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code config/policies/schedules.yml}. A step may only come after steps that stand above it, so that no steps wait for each
 * other in a circle. A file that cannot be understood stops the start.
 */
final class ScheduleFile implements ScheduleTemplates {
    private static final String FILE = "policies/schedules.yml";
    private static final int MOST_MONTHS = 60;
    private static final int MOST_DAYS = 250;

    private final String version;
    private final Map<String, List<ScheduleStep>> templates = new LinkedHashMap<>();

    ScheduleFile(ReferenceFiles files, Dictionaries dictionaries) {
        Map<String, Object> content = files.read(FILE);
        if (!(content.get("version") instanceof String number) || number.isBlank()) {
            throw broken("has no version");
        }
        version = "schedules@" + number;
        Set<String> permits = codes(dictionaries, DictionaryKind.PERMIT);
        Set<String> types = codes(dictionaries, DictionaryKind.PROJECT_TYPE);
        if (!(content.get("templates") instanceof Map<?, ?> lists)) {
            throw broken("has no templates");
        }
        lists.forEach((type, rows) -> {
            if (!types.contains(String.valueOf(type))) {
                throw broken("templates: " + type + " is no PROJECT_TYPE of the dictionaries");
            }
            templates.put(String.valueOf(type), template(String.valueOf(type), rows, permits));
        });
        types.stream().filter(type -> !templates.containsKey(type)).findFirst().ifPresent(type -> {
            throw broken("has no template for " + type);
        });
    }

    private static Set<String> codes(Dictionaries dictionaries, DictionaryKind kind) {
        return dictionaries.all(kind).stream().map(Coded::code).collect(Collectors.toSet());
    }

    private static List<ScheduleStep> template(String type, Object rows, Set<String> permits) {
        if (!(rows instanceof List<?> list) || list.isEmpty()) {
            throw broken(type + " lists no steps");
        }
        List<ScheduleStep> steps = new ArrayList<>();
        Set<String> above = new LinkedHashSet<>();
        for (Object row : list) {
            if (!(row instanceof Map<?, ?> fields)) {
                throw broken(type + ": each row needs step, name and days or months; not " + row);
            }
            ScheduleStep step = step(type, fields, above, permits);
            if (!above.add(step.code())) {
                throw broken(type + " lists " + step.code() + " twice");
            }
            steps.add(step);
        }
        if (steps.getLast().ends() != Milestone.PRODUCTION_START) {
            throw broken(type + ": the last step must end with PRODUCTION_START");
        }
        return List.copyOf(steps);
    }

    private static ScheduleStep step(String type, Map<?, ?> fields, Set<String> above, Set<String> permits) {
        String code = text(type, fields, "step");
        String where = type + ", " + code;
        boolean inMonths = fields.get("months") != null;
        if (inMonths == (fields.get("days") != null)) {
            throw broken(where + ": either days or months");
        }
        List<String> after = fields.get("after") == null ? List.of() : ReferenceFiles.list(fields.get("after"));
        after.stream().filter(before -> !above.contains(before)).findFirst().ifPresent(before -> {
            throw broken(where + ": " + before + " is no step above it");
        });
        String permit = fields.get("permit") == null ? null : text(where, fields, "permit");
        if (permit != null && !permits.contains(permit)) {
            throw broken(where + ": " + permit + " is no PERMIT of the dictionaries");
        }
        return new ScheduleStep(
                new Coded(code, text(where, fields, "name")),
                inMonths ? 0 : number(where, "days", fields, MOST_DAYS),
                inMonths ? number(where, "months", fields, MOST_MONTHS) : 0,
                after,
                permit,
                milestone(where, "begins", fields),
                milestone(where, "ends", fields));
    }

    private static String text(String where, Map<?, ?> fields, String name) {
        if (fields.get(name) == null || String.valueOf(fields.get(name)).isBlank()) {
            throw broken(where + " lacks " + name);
        }
        return String.valueOf(fields.get(name));
    }

    private static Milestone milestone(String where, String name, Map<?, ?> fields) {
        if (fields.get(name) == null) {
            return null;
        }
        try {
            return Milestone.valueOf(String.valueOf(fields.get(name)));
        } catch (IllegalArgumentException e) {
            throw broken(where + ": " + name + " must be a milestone, not " + fields.get(name));
        }
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
    public List<ScheduleStep> of(String projectType) {
        return templates.getOrDefault(projectType, List.of());
    }
}
