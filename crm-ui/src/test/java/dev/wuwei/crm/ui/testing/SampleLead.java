package dev.wuwei.crm.ui.testing;

import dev.wuwei.crm.lead.LeadDetails;
import dev.wuwei.crm.shared.ProjectKind;

/** What a lead cannot do without, for tests that need one and do not care which. */
public final class SampleLead {
    private SampleLead() {}

    public static LeadDetails details(String name) {
        return new LeadDetails(
                name,
                null,
                null,
                "chamber",
                null,
                "self",
                "510000",
                "textile",
                null,
                null,
                null,
                null,
                null,
                ProjectKind.NEWLY_INTRODUCED,
                null);
    }
}
