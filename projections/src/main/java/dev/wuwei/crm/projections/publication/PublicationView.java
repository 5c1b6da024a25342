package dev.wuwei.crm.projections.publication;

import dev.wuwei.crm.publication.OutsideFigureId;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.publication.PublicationId;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A report as it was published, and what was said of it since.
 *
 * @param verified whether it still is what its digest was made of
 * @param withdrawal {@code null} while it stands
 */
public record PublicationView(
        ReportPublished report,
        boolean verified,
        Instant recordedAt,
        StaffId publishedBy,
        List<Note> notes,
        Withdrawal withdrawal,
        List<OutsideFigure> outside) {

    public record Note(String text, LocalDate on, StaffId by) {}

    public record Withdrawal(LocalDate on, StaffId by, String reason) {}

    /**
     * @param line key of the line that it claims to be
     * @param name of the class, {@code null} for the total
     * @param amount {@code null} where the document names none
     * @param count {@code null} where the document names none
     */
    public record OutsideFigure(
            OutsideFigureId figureId,
            String source,
            LocalDate statedOn,
            String line,
            String name,
            Money amount,
            Integer count,
            StaffId by) {}

    public PublicationId publicationId() {
        return report.publicationId();
    }

    public boolean isWithdrawn() {
        return withdrawal != null;
    }

    public Optional<PublishedLine> line(String key) {
        return report.lines().stream().filter(line -> line.key().equals(key)).findFirst();
    }
}
