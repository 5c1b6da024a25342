package dev.wuwei.crm.followup;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The state of a project from its phases. Officially it is that of the least advanced active phase; both ends are shown.
 *
 * @param leastAdvanced {@code null} when no phase is active
 * @param mostAdvanced {@code null} when no phase is active
 * @param withdrawn every phase has been withdrawn
 */
public record ProjectProgress(PhaseProgress leastAdvanced, PhaseProgress mostAdvanced, boolean withdrawn) {

    public static ProjectProgress of(Collection<PhaseProgress> phases) {
        List<PhaseProgress> active =
                phases.stream().filter(PhaseProgress::isActive).toList();
        Comparator<PhaseProgress> byState = Comparator.comparing(PhaseProgress::state);
        return new ProjectProgress(
                active.stream().min(byState).orElse(null),
                active.stream().max(byState).orElse(null),
                active.isEmpty() && !phases.isEmpty());
    }

    /** @return the state that counts; empty when every phase has been withdrawn */
    public Optional<PhaseState> state() {
        return Optional.ofNullable(leastAdvanced).map(PhaseProgress::state);
    }
}
