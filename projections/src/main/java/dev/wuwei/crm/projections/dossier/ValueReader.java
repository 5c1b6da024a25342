package dev.wuwei.crm.projections.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.shared.ProjectId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the values of dossiers as they were known. */
final class ValueReader {
    private static final String VALUES = """
            select i.project_id, i.kind, i.item_id, v."from", v."to", v.doc
            from dossier_item i
            cross join lateral jsonb_to_recordset(i.versions::jsonb) as v(
                "from" date, "to" date, "knownFrom" timestamptz, "knownTo" timestamptz, doc jsonb)
            where i.project_id = any(:projects)
            """;

    private final JdbcClient jdbc;

    ValueReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Values read(ProjectId project, AsOf asOf) {
        return new Values(
                read(List.of(project), EnumSet.allOf(ItemKind.class), asOf).getOrDefault(project, List.of()),
                asOf.asOf());
    }

    /** @return the values of these kinds by project; projects that have none are missing */
    Map<ProjectId, List<Values.Value>> read(Collection<ProjectId> projects, Set<ItemKind> kinds, AsOf asOf) {
        StringBuilder sql = new StringBuilder(VALUES);
        Map<String, Object> params = new HashMap<>();
        params.put("projects", projects.stream().map(ProjectId::value).toArray(UUID[]::new));
        if (kinds.size() < ItemKind.values().length) {
            sql.append(" and i.kind = any(:kinds)");
            params.put("kinds", kinds.stream().map(Enum::name).toArray(String[]::new));
        }
        if (asOf.asOf() != null) {
            sql.append(" and v.\"from\" <= :day");
            params.put("day", asOf.asOf());
        }
        if (asOf.knownAt() == null) {
            sql.append(" and v.\"knownTo\" is null");
        } else {
            sql.append(" and v.\"knownFrom\" <= :knownAt and (v.\"knownTo\" is null or v.\"knownTo\" > :knownAt)");
            params.put("knownAt", asOf.knownAt().atOffset(ZoneOffset.UTC));
        }
        Map<ProjectId, List<Values.Value>> found = new HashMap<>();
        jdbc.sql(sql.toString()).params(params).query(row -> {
            found.computeIfAbsent(new ProjectId(row.getObject("project_id", UUID.class)), project -> new ArrayList<>())
                    .add(new Values.Value(
                            ItemKind.valueOf(row.getString("kind")),
                            row.getString("item_id"),
                            row.getObject("from", LocalDate.class),
                            row.getObject("to", LocalDate.class),
                            tree(row.getString("doc"))));
        });
        return found;
    }

    private static JsonNode tree(String json) {
        try {
            return DossierReadModel.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
