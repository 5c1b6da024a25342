package dev.wuwei.crm.publication;

import java.time.Instant;
import java.util.List;

/**
 * What the ledger answered.
 *
 * @param policy the one that counted, with its version
 * @param position everything up to this event was counted
 * @param knownAt the instant that it stands for: what was recorded later does not count
 * @param lines by measure, its total first
 */
public record FrozenFigures(String policy, long position, Instant knownAt, List<PublishedLine> lines) {
    public FrozenFigures {
        lines = List.copyOf(lines);
    }
}
