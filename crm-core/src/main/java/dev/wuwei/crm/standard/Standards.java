package dev.wuwei.crm.standard;

import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.standard.StandardEvent.StandardAdopted;
import dev.wuwei.crm.standard.StandardEvent.StandardWithdrawn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The standards (标准) over time: what the thresholds say, and what was adopted since. Any day can be asked for. The one way by
 * which a limit that may be adopted is asked for, on both sides.
 */
public final class Standards {
    private final Thresholds thresholds;
    private final List<StandardAdopted> adopted;

    private Standards(Thresholds thresholds, List<StandardAdopted> adopted) {
        this.thresholds = thresholds;
        this.adopted = adopted;
    }

    public static Standards of(Thresholds thresholds) {
        return new Standards(thresholds, List.of());
    }

    /** @param events in the order in which they were recorded */
    public static Standards of(Thresholds thresholds, Collection<? extends StandardEvent> events) {
        Standards standards = of(thresholds);
        for (StandardEvent event : events) {
            standards = standards.after(event);
        }
        return standards;
    }

    public Standards after(StandardEvent event) {
        List<StandardAdopted> then = new ArrayList<>(adopted);
        switch (event) {
            case StandardAdopted e -> then.add(e);
            case StandardWithdrawn e ->
                then.removeIf(
                        each -> each.standard() == e.standard() && each.from().equals(e.from()));
        }
        return new Standards(thresholds, List.copyOf(then));
    }

    /** @return what is held against that standard on that day, in its unit */
    public BigDecimal limit(Standard standard, LocalDate day) {
        return adoption(standard, day).map(StandardAdopted::limit).orElseGet(() -> thresholds.standard(standard));
    }

    /** @return by which that limit holds on that day; empty where it is the one of the thresholds */
    public Optional<StandardAdopted> adoption(Standard standard, LocalDate day) {
        // Asked for every project on each of its days: a stream costs more than the answer.
        for (StandardAdopted each : adopted.reversed()) {
            if (each.standard() == standard && !each.from().isAfter(day)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** @return the last adoption that stands, though it may hold only from a day to come */
    public Optional<StandardAdopted> last(Standard standard) {
        return adopted.stream().filter(each -> each.standard() == standard).reduce((before, after) -> after);
    }

    public LightLimits lights(LocalDate day) {
        return LightLimits.of(light -> whole(light, day));
    }

    /** Thresholds that were changed after an adoption leave red where yellow is, never before it. */
    private int whole(Standard light, LocalDate day) {
        int limit = limit(light, day).intValue();
        return light.isRed() ? Math.max(limit, limit(light.yellow(), day).intValue()) : limit;
    }

    /** @return the days from which lights turn otherwise than before */
    public SortedSet<LocalDate> lightsChangeOn() {
        SortedSet<LocalDate> days = new TreeSet<>();
        adopted.stream().filter(each -> each.standard().isLight()).forEach(each -> days.add(each.from()));
        return days;
    }

    /** @return the first day from that one on on which a light would turn red before it turns yellow */
    Optional<LocalDate> redBeforeYellow(Standard light, LocalDate since) {
        TreeSet<LocalDate> days = new TreeSet<>(lightsChangeOn().tailSet(since));
        days.add(since);
        return days.stream()
                .filter(day -> limit(light.red(), day).compareTo(limit(light.yellow(), day)) < 0)
                .findFirst();
    }
}
