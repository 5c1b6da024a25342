package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.timeline.ProjectHistory;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of dossiers as they were known. */
final class ValueReader {
    private final ProjectHistory history;

    ValueReader(ProjectHistory history) {
        this.history = history;
    }

    Values read(ProjectId project, AsOf asOf) {
        return values(history.of(List.of(project)).getOrDefault(project, List.of()), asOf);
    }

    /** @return the values by project; projects of which there is nothing are missing */
    Map<ProjectId, Values> read(Collection<ProjectId> projects, AsOf asOf) {
        return values(history.of(projects), asOf);
    }

    /** @param kinds what the wanted values are made of: all that is read */
    Map<ProjectId, Values> read(Collection<ProjectId> projects, Set<Class<? extends DomainEvent>> kinds, AsOf asOf) {
        return values(history.of(projects, kinds), asOf);
    }

    private static Map<ProjectId, Values> values(Map<ProjectId, List<Recorded>> histories, AsOf asOf) {
        Map<ProjectId, Values> values = new HashMap<>();
        histories.forEach((project, recorded) -> values.put(project, values(recorded, asOf)));
        return values;
    }

    private static Values values(List<Recorded> history, AsOf asOf) {
        return new Values(
                DossierItems.of(history).stream()
                        .flatMap(item -> item.versions().stream()
                                .filter(version -> wasKnown(version, asOf))
                                .map(version -> new Values.Value(
                                        item.key.kind(), item.key.id(), version.from(), version.to(), version.doc())))
                        .toList(),
                asOf.asOf());
    }

    private static boolean wasKnown(Item.Version version, AsOf asOf) {
        boolean begun = asOf.asOf() == null || !version.from().isAfter(asOf.asOf());
        return begun
                && (asOf.knownAt() == null
                        ? version.isKnown()
                        : !version.knownFrom().isAfter(asOf.knownAt())
                                && (version.isKnown() || version.knownTo().isAfter(asOf.knownAt())));
    }
}
