package dev.wuwei.crm.projections.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wuwei.crm.projections.commitment.CommitmentQuery;
import dev.wuwei.crm.projections.investor.InvestorQuery;
import dev.wuwei.crm.projections.lookback.LookBackQuery;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Thresholds;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dossier of a project: as it is, as of any business day, and as it was known at any instant. */
@Component
public class DossierQuery {
    private static final String VALUES = """
            select i.kind, i.item_id, v."from", v."to", v.doc
            from dossier_item i
            cross join lateral jsonb_to_recordset(i.versions) as v(
                "from" date, "to" date, "knownFrom" timestamptz, "knownTo" timestamptz, doc jsonb)
            where i.project_id = :project
            """;

    private final JdbcClient jdbc;
    private final ProjectQuery projects;
    private final InvestorQuery investors;
    private final StaffQuery staff;
    private final CommitmentQuery commitments;
    private final LookBackQuery reviews;
    private final Thresholds thresholds;

    public DossierQuery(
            JdbcClient jdbc,
            ProjectQuery projects,
            InvestorQuery investors,
            StaffQuery staff,
            CommitmentQuery commitments,
            LookBackQuery reviews,
            Thresholds thresholds) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.investors = investors;
        this.staff = staff;
        this.commitments = commitments;
        this.reviews = reviews;
        this.thresholds = thresholds;
    }

    /**
     * @param today the day that clocks are reckoned by when no other day is asked for
     * @return empty when there is no such project, it is not the viewer's to see, or it was not there yet
     */
    public Optional<DossierView> find(ProjectId project, AsOf asOf, Viewer viewer, LocalDate today) {
        return projects.find(project, viewer, today).flatMap(row -> dossier(row, asOf, viewer, today));
    }

    /** @param no business number, {@code ZS-2023-0042} */
    public Optional<DossierView> find(String no, AsOf asOf, Viewer viewer, LocalDate today) {
        return projects.find(no, viewer, today).flatMap(row -> dossier(row, asOf, viewer, today));
    }

    /**
     * A file, by the project that an event put it into: knowing its hash opens nothing.
     *
     * @return empty when nothing of the project that the viewer may see names it
     */
    public Optional<Attachment> attachment(
            ProjectId project, String sha256, AsOf asOf, Viewer viewer, LocalDate today) {
        return find(project, asOf, viewer, today).stream()
                .flatMap(dossier -> dossier.attachments().stream())
                .map(DossierView.FiledAttachment::file)
                .filter(file -> file.sha256().equals(sha256))
                .findFirst();
    }

    private Optional<DossierView> dossier(ProjectRow row, AsOf asOf, Viewer viewer, LocalDate today) {
        Values values = new Values(values(row.projectId(), asOf), asOf.asOf());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        UUID[] mentioned = values.mentionedIds().toArray(UUID[]::new);
        return Optional.of(new DossierFile(
                        row,
                        values,
                        asOf,
                        asOf.asOf() == null ? today : asOf.asOf(),
                        viewer,
                        thresholds,
                        investors,
                        staff,
                        commitments,
                        reviews,
                        List.of(mentioned))
                .view());
    }

    private List<Values.Value> values(ProjectId project, AsOf asOf) {
        StringBuilder sql = new StringBuilder(VALUES);
        Map<String, Object> params = new HashMap<>();
        params.put("project", project.value());
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
        return jdbc.sql(sql.toString())
                .params(params)
                .query((row, n) -> new Values.Value(
                        ItemKind.valueOf(row.getString("kind")),
                        row.getString("item_id"),
                        row.getObject("from", LocalDate.class),
                        row.getObject("to", LocalDate.class),
                        tree(row.getString("doc"))))
                .list();
    }

    private static JsonNode tree(String json) {
        try {
            return DossierReadModel.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
