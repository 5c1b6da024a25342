package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.dictionary.Catalogue;
import dev.wuwei.crm.dictionary.DictionaryEvent;
import dev.wuwei.crm.dictionary.DictionaryStandard;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.staff.StaffEvent.TeamClosed;
import dev.wuwei.crm.staff.StaffEvent.TeamMerged;
import dev.wuwei.crm.staff.StaffEvent.TeamOpened;
import dev.wuwei.crm.staff.StaffEvent.TeamRenamed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dictionaries and teams over time, as known at any instant: what a code was called on a day, and what has become of it. */
@Component
public class CatalogueQuery {
    private final JdbcClient jdbc;
    private final DictionaryStandard standard;

    public CatalogueQuery(JdbcClient jdbc, DictionaryStandard standard) {
        this.jdbc = jdbc;
        this.standard = standard;
    }

    /** @param knownAt {@code null} for what is known now */
    public Catalogue dictionary(DictionaryKind kind, Instant knownAt) {
        return catalogues(List.of(kind.name()), knownAt).get(kind.name());
    }

    /** @param asked decides on the tree and its day */
    Tree tree(Collection<Dimension> dimensions, TotalsQuery.Request asked, AsOf asOf) {
        Map<Dimension, String> kinds = new EnumMap<>(Dimension.class);
        dimensions.stream()
                .filter(dimension -> dimension.catalogue() != null)
                .forEach(dimension -> kinds.put(dimension, dimension.catalogue()));
        Map<Dimension, Catalogue> catalogues = new EnumMap<>(Dimension.class);
        if (!kinds.isEmpty()) {
            Map<String, Catalogue> found =
                    catalogues(kinds.values(), asked.roof() == Roof.OF_THE_DAY ? asOf.knownAt() : null);
            kinds.forEach((dimension, kind) -> catalogues.put(dimension, found.get(kind)));
        }
        return new Tree(catalogues, day(asked, asOf), asked.roof());
    }

    /** The day asked for, or the last one of the period when that is over by then. */
    private static LocalDate day(TotalsQuery.Request asked, AsOf asOf) {
        LocalDate today = ParkTime.today();
        if (asked.roof() != Roof.OF_THE_DAY) {
            return today;
        }
        LocalDate day = asOf.asOf() == null ? today : asOf.asOf();
        return asked.to() != null && asked.to().isBefore(day) ? asked.to() : day;
    }

    /** @return whether figures by these classes read otherwise under today's catalogue than under that of their day */
    public boolean hasPast(Dimension dimension) {
        return dimension.hasCatalogue()
                && catalogues(List.of(dimension.catalogue()), null)
                        .get(dimension.catalogue())
                        .hasPast();
    }

    private Map<String, Catalogue> catalogues(Collection<String> kinds, Instant knownAt) {
        List<LedgerTables.CatalogueEntry> rows = rows(kinds, knownAt);
        Map<String, Catalogue> catalogues = new HashMap<>();
        for (String kind : kinds) {
            Stream<DomainEvent> changes =
                    rows.stream().filter(row -> row.kind().equals(kind)).map(LedgerTables.CatalogueEntry::event);
            catalogues.put(
                    kind,
                    kind.equals(LedgerTables.CatalogueEntry.TEAMS)
                            ? teams(changes)
                            : Catalogue.of(
                                    standard.entries(DictionaryKind.valueOf(kind)),
                                    changes.map(DictionaryEvent.class::cast).toList()));
        }
        return catalogues;
    }

    private static Catalogue teams(Stream<DomainEvent> changes) {
        Catalogue teams = Catalogue.empty();
        changes.forEach(change -> {
            switch (change) {
                case TeamOpened e -> teams.add(e.teamId().toString(), e.name(), null, e.occurredOn());
                case TeamRenamed e -> teams.rename(e.teamId().toString(), e.name(), e.occurredOn());
                case TeamClosed e -> teams.retire(e.teamId().toString(), e.occurredOn());
                case TeamMerged e ->
                    teams.merge(e.teamId().toString(), e.intoTeamId().toString(), e.occurredOn());
                default -> throw new IllegalStateException("says nothing of a team: " + change);
            }
        });
        return teams;
    }

    private List<LedgerTables.CatalogueEntry> rows(Collection<String> kinds, Instant knownAt) {
        return jdbc.sql("select * from ledger_catalogue where kind = any(:kinds)"
                        + " and (cast(:knownAt as timestamptz) is null or known_at <= :knownAt) order by position")
                .param("kinds", kinds.toArray(String[]::new))
                .param("knownAt", knownAt == null ? null : Slice.at(knownAt))
                .query((row, number) -> LedgerTables.CatalogueEntry.read(row))
                .list();
    }
}
