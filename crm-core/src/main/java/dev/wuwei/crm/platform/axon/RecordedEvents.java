package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import java.util.Collection;
import java.util.Map;

/** Single events of history: for what is shown or made from a few of them. */
public interface RecordedEvents {
    /** @return by position, in the shape of today; a position that holds nothing is missing */
    Map<Long, Recorded> at(Collection<Long> positions);
}
