package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.followup.ServiceRole;
import dev.wuwei.crm.followup.ServiceTemplate;
import dev.wuwei.crm.followup.ServiceTemplates;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code config/policies/service-team.yml}. A file that cannot be understood stops the start. */
final class ServiceTemplateFile implements ServiceTemplates {
    private final PolicyFile file;
    private final TreeMap<LocalDate, ServiceTemplate> templates = new TreeMap<>();

    ServiceTemplateFile(ReferenceFiles files) {
        file = new PolicyFile(files, "policies/service-team.yml");
        if (!(file.get("templates") instanceof List<?> rows) || rows.isEmpty()) {
            throw file.broken("has no templates");
        }
        for (Object row : rows) {
            ServiceTemplate template = template(row);
            if (templates.put(template.from(), template) != null) {
                throw file.broken("has two templates from " + template.from());
            }
        }
    }

    private ServiceTemplate template(Object row) {
        if (!(row instanceof Map<?, ?> fields)
                || !(fields.get("name") instanceof String name)
                || !(fields.get("roles") instanceof List<?> roles)
                || roles.isEmpty()) {
            throw file.broken("each template needs from, name and roles; not " + row);
        }
        Set<ServiceRole> needed = EnumSet.noneOf(ServiceRole.class);
        for (Object role : roles) {
            if (!needed.add(role(String.valueOf(role)))) {
                throw file.broken(name + " names " + role + " twice");
            }
        }
        return new ServiceTemplate(from(name, String.valueOf(fields.get("from"))), name, Set.copyOf(needed));
    }

    private LocalDate from(String name, String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw file.broken(name + ": from must be a day like 2023-01-01, not " + day);
        }
    }

    private ServiceRole role(String name) {
        return Arrays.stream(ServiceRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> file.broken("knows no role " + name + ", only " + Arrays.toString(ServiceRole.values())));
    }

    @Override
    public Optional<ServiceTemplate> on(LocalDate day) {
        return Optional.ofNullable(templates.floorEntry(day)).map(Map.Entry::getValue);
    }
}
