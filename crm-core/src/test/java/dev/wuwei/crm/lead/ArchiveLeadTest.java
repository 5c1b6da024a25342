package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.ARCHIVE_REASON;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadCommand.ArchiveLead;
import dev.wuwei.crm.lead.LeadEvent.LeadArchived;
import dev.wuwei.crm.lead.LeadEvent.ProtectionLapsed;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class ArchiveLeadTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_archived_with_the_cause_as_it_is_called_today() {
        lead.given(registered())
                .when(new ArchiveLead(LEAD, ARCHIVE_REASON.code(), TODAY, REASON))
                .emits(new LeadArchived(LEAD, PROJECT, ARCHIVE_REASON, TODAY));
    }

    @Test
    void emits_lapse_of_the_first_report() {
        holdsFirstReport(lead);
        lead.given(registered(), claimed())
                .when(new ArchiveLead(LEAD, ARCHIVE_REASON.code(), TODAY, REASON))
                .emitsTypes(ProtectionLapsed.class, LeadArchived.class);
        assertThat(lead.uniqueness.holder(FIRST_REPORT, INVESTOR.toString())).isEmpty();
    }

    @Test
    void rejects_unknown_cause() {
        lead.given(registered())
                .when(new ArchiveLead(LEAD, NO_SUCH_CODE, TODAY, REASON))
                .rejectsAt("reasonCode", SharedRule.UNKNOWN_CODE);
    }
}
