package dev.wuwei.crm.projections.publication;

import dev.wuwei.crm.projections.publication.PublicationView.Note;
import dev.wuwei.crm.projections.publication.PublicationView.OutsideFigure;
import dev.wuwei.crm.projections.publication.PublicationView.Withdrawal;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Conditions;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.publication.PublicationDigest;
import dev.wuwei.crm.publication.PublicationEvent.OutsideFigureRecorded;
import dev.wuwei.crm.publication.PublicationEvent.OutsideFigureWithdrawn;
import dev.wuwei.crm.publication.PublicationEvent.PublicationAnnotated;
import dev.wuwei.crm.publication.PublicationEvent.PublicationWithdrawn;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.publication.PublicationId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Published reports as of any day and as known at any instant. A report is shown whole or not at all: to whoever may see every
 * park that it counts.
 */
@Component
public class PublicationQuery {
    private final JdbcClient jdbc;

    public PublicationQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final class Where extends Conditions<Where> {
        Where(AsOf asOf) {
            given("f.occurred_on <= :day", "day", asOf.asOf());
            given(
                    "f.recorded_at <= :knownAt",
                    "knownAt",
                    asOf.knownAt() == null ? null : asOf.knownAt().atOffset(ZoneOffset.UTC));
        }
    }

    /** @return the latest first */
    public List<PublicationView> publications(AsOf asOf, Viewer viewer) {
        return told(new Where(asOf), viewer);
    }

    public Optional<PublicationView> find(PublicationId publication, AsOf asOf, Viewer viewer) {
        return told(new Where(asOf).and("f.publication_id = :publication", "publication", publication.value()), viewer)
                .stream()
                .findFirst();
    }

    private List<PublicationView> told(Where where, Viewer viewer) {
        List<PublicationFact> facts = jdbc.sql("select f.* from publication_fact f where " + where.sql()
                        + " order by f.publication_id, f.sequence")
                .params(where.params())
                .query(PublicationFact::read)
                .list();
        Map<PublicationId, PublicationView> views = new LinkedHashMap<>();
        facts.forEach(fact -> views.compute(fact.publicationId(), (id, view) -> after(view, fact)));
        return views.values().stream()
                .filter(view -> sees(viewer, view))
                .sorted(Comparator.comparing(
                                (PublicationView view) -> view.report().occurredOn())
                        .thenComparing(PublicationView::recordedAt)
                        .reversed())
                .toList();
    }

    private static boolean sees(Viewer viewer, PublicationView view) {
        return viewer.seesAllParks()
                || !view.report().parks().isEmpty()
                        && view.report().parks().stream()
                                .allMatch(park -> viewer.parks().contains(park.code()));
    }

    private static PublicationView after(PublicationView view, PublicationFact fact) {
        return switch (fact.event()) {
            case ReportPublished e ->
                new PublicationView(
                        e, PublicationDigest.fits(e), fact.recordedAt(), fact.recordedBy(), List.of(), null, List.of());
            case PublicationAnnotated e -> {
                List<Note> notes = new ArrayList<>(view.notes());
                notes.add(new Note(e.note(), e.occurredOn(), fact.recordedBy()));
                yield with(view, notes, view.withdrawal(), view.outside());
            }
            case PublicationWithdrawn e ->
                with(
                        view,
                        view.notes(),
                        new Withdrawal(e.occurredOn(), fact.recordedBy(), fact.reason()),
                        view.outside());
            case OutsideFigureRecorded e -> {
                List<OutsideFigure> outside = new ArrayList<>(view.outside());
                outside.add(new OutsideFigure(
                        e.figureId(),
                        e.source(),
                        e.statedOn(),
                        e.line(),
                        e.name(),
                        e.amount(),
                        e.count(),
                        fact.recordedBy()));
                yield with(view, view.notes(), view.withdrawal(), outside);
            }
            case OutsideFigureWithdrawn e ->
                with(
                        view,
                        view.notes(),
                        view.withdrawal(),
                        view.outside().stream()
                                .filter(figure -> !figure.figureId().equals(e.figureId()))
                                .toList());
        };
    }

    private static PublicationView with(
            PublicationView view, List<Note> notes, Withdrawal withdrawal, List<OutsideFigure> outside) {
        return new PublicationView(
                view.report(),
                view.verified(),
                view.recordedAt(),
                view.publishedBy(),
                List.copyOf(notes),
                withdrawal,
                List.copyOf(outside));
    }
}
