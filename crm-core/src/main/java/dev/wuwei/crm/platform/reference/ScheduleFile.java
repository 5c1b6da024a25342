package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.ScheduleStep;
import dev.wuwei.crm.followup.ScheduleTemplates;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import java.util.ArrayList;
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
    private static final int MOST_MONTHS = 60;
    private static final int MOST_DAYS = 250;

    private final PolicyFile file;
    private final String version;
    private final Map<String, List<ScheduleStep>> templates;

    ScheduleFile(ReferenceFiles files, Dictionaries dictionaries) {
        file = new PolicyFile(files, "policies/schedules.yml");
        version = file.version("schedules");
        Set<String> permits = dictionaries.all(DictionaryKind.PERMIT).stream()
                .map(Coded::code)
                .collect(Collectors.toSet());
        templates = file.byProjectType(
                "templates", "template", dictionaries, (type, rows) -> template(type, rows, permits));
    }

    private List<ScheduleStep> template(String type, Object rows, Set<String> permits) {
        if (!(rows instanceof List<?> list) || list.isEmpty()) {
            throw file.broken(type + " lists no steps");
        }
        List<ScheduleStep> steps = new ArrayList<>();
        Set<String> above = new LinkedHashSet<>();
        for (Object row : list) {
            if (!(row instanceof Map<?, ?> fields)) {
                throw file.broken(type + ": each row needs step, name and days or months; not " + row);
            }
            ScheduleStep step = step(type, fields, above, permits);
            if (!above.add(step.code())) {
                throw file.broken(type + " lists " + step.code() + " twice");
            }
            steps.add(step);
        }
        if (steps.getLast().ends() != Milestone.PRODUCTION_START) {
            throw file.broken(type + ": the last step must end with PRODUCTION_START");
        }
        return List.copyOf(steps);
    }

    private ScheduleStep step(String type, Map<?, ?> fields, Set<String> above, Set<String> permits) {
        String code = text(type, fields, "step");
        String where = type + ", " + code;
        boolean inMonths = fields.get("months") != null;
        if (inMonths == (fields.get("days") != null)) {
            throw file.broken(where + ": either days or months");
        }
        List<String> after = fields.get("after") == null ? List.of() : ReferenceFiles.list(fields.get("after"));
        after.stream().filter(before -> !above.contains(before)).findFirst().ifPresent(before -> {
            throw file.broken(where + ": " + before + " is no step above it");
        });
        String permit = fields.get("permit") == null ? null : text(where, fields, "permit");
        if (permit != null && !permits.contains(permit)) {
            throw file.broken(where + ": " + permit + " is no PERMIT of the dictionaries");
        }
        return new ScheduleStep(
                new Coded(code, text(where, fields, "name")),
                inMonths ? 0 : file.number(where, "days", fields, MOST_DAYS),
                inMonths ? file.number(where, "months", fields, MOST_MONTHS) : 0,
                after,
                permit,
                milestone(where, "begins", fields),
                milestone(where, "ends", fields));
    }

    private String text(String where, Map<?, ?> fields, String name) {
        if (fields.get(name) == null || String.valueOf(fields.get(name)).isBlank()) {
            throw file.broken(where + " lacks " + name);
        }
        return String.valueOf(fields.get(name));
    }

    private Milestone milestone(String where, String name, Map<?, ?> fields) {
        if (fields.get(name) == null) {
            return null;
        }
        try {
            return Milestone.valueOf(String.valueOf(fields.get(name)));
        } catch (IllegalArgumentException e) {
            throw file.broken(where + ": " + name + " must be a milestone, not " + fields.get(name));
        }
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
