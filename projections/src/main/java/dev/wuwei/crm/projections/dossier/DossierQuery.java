package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.followup.ServiceTemplates;
import dev.wuwei.crm.projections.commitment.CommitmentQuery;
import dev.wuwei.crm.projections.investor.InvestorQuery;
import dev.wuwei.crm.projections.ledger.StandardQuery;
import dev.wuwei.crm.projections.lookback.LookBackQuery;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.timeline.ProjectHistory;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dossier of a project: as it is, as of any business day, and as it was known at any instant. */
@Component
public class DossierQuery {
    private final ValueReader reader;
    private final ProjectQuery projects;
    private final InvestorQuery investors;
    private final StaffQuery staff;
    private final CommitmentQuery commitments;
    private final LookBackQuery reviews;
    private final Thresholds thresholds;
    private final StandardQuery standards;
    private final WorkingCalendar calendar;
    private final ServiceTemplates templates;

    public DossierQuery(
            JdbcClient jdbc,
            ProjectHistory history,
            ProjectQuery projects,
            InvestorQuery investors,
            StaffQuery staff,
            CommitmentQuery commitments,
            LookBackQuery reviews,
            Thresholds thresholds,
            WorkingCalendar calendar,
            ServiceTemplates templates) {
        reader = new ValueReader(history);
        this.projects = projects;
        this.investors = investors;
        this.staff = staff;
        this.commitments = commitments;
        this.reviews = reviews;
        this.thresholds = thresholds;
        this.standards = new StandardQuery(jdbc, thresholds);
        this.calendar = calendar;
        this.templates = templates;
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
        Values values = reader.read(row.projectId(), asOf);
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
                        standards.standards(asOf),
                        calendar,
                        templates,
                        investors,
                        staff,
                        commitments,
                        reviews,
                        List.of(mentioned))
                .view());
    }
}
