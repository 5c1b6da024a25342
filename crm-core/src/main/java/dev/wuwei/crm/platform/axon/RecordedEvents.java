package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Single events of history: for what is shown or made from a few of them. */
public interface RecordedEvents {
    /** @return by position, in the shape of today; a position that holds nothing is missing */
    Map<Long, Recorded> at(Collection<Long> positions);

    /** @return everything that happened to some aggregates so far, in the order in which it was recorded */
    List<Recorded> of(Collection<UUID> aggregates);
}
