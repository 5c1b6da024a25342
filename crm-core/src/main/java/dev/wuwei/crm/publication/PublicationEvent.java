package dev.wuwei.crm.publication;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What happened to a published report (发布). */
public sealed interface PublicationEvent extends DomainEvent {
    PublicationId publicationId();

    /**
     * The report, whole and for ever.
     *
     * @param periodFrom first and
     * @param periodTo last day that its figures belong to
     * @param asOf business date that it is told of
     * @param parks that it counts; empty for all
     * @param policy counting policy and its version
     * @param position everything up to this event was counted
     * @param knownAt the instant that the position stands for
     * @param breakdowns dimensions that each measure is broken down by, also where a class had nothing
     * @param digest see {@link PublicationDigest}
     */
    record ReportPublished(
            PublicationId publicationId,
            String title,
            ReportKind kind,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate asOf,
            List<Coded> parks,
            String policy,
            long position,
            Instant knownAt,
            List<String> breakdowns,
            List<PublishedLine> lines,
            String digest,
            LocalDate occurredOn)
            implements PublicationEvent {}

    record PublicationAnnotated(PublicationId publicationId, String note, LocalDate occurredOn)
            implements PublicationEvent {}

    record PublicationWithdrawn(PublicationId publicationId, LocalDate occurredOn) implements PublicationEvent {}

    /**
     * @param source the document that says so
     * @param statedOn its date
     * @param line of the report that the figure claims to be, see {@link PublishedLine#key}
     * @param name of the class, {@code null} for the total
     * @param amount {@code null} where the document names none
     * @param count projects, {@code null} where the document names none
     */
    record OutsideFigureRecorded(
            PublicationId publicationId,
            OutsideFigureId figureId,
            String source,
            LocalDate statedOn,
            String line,
            String name,
            Money amount,
            Integer count,
            LocalDate occurredOn)
            implements PublicationEvent {}

    record OutsideFigureWithdrawn(PublicationId publicationId, OutsideFigureId figureId, LocalDate occurredOn)
            implements PublicationEvent {}
}
