package dev.wuwei.crm.lookback;

import dev.wuwei.crm.shared.EventMeta;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where campaigns get their lists and data from: the read models, which know of all projects. */
public interface LookBackSource {
    /** @return the projects that the rule meets on the cut-off date and that the sender may see, by number */
    List<ScopeEntry> scope(ScopeRule rule, LocalDate cutOff, EventMeta meta);

    /** Waits until everything recorded up to this position is known here. */
    void awaitKnown(long position);

    /** @return how the project stood on the cut-off date, as far as was known at that instant */
    Sheet sheet(ScopeEntry project, LocalDate cutOff, Instant knownAt);

    /** @return reviews of the campaign that are neither closed nor escalated */
    int unfinished(CampaignId campaign);
}
