package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.DECLINE_REASON;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.lead.LeadCommand.DeclineLead;
import dev.wuwei.crm.lead.LeadEvent.LeadDeclined;
import dev.wuwei.crm.lead.LeadEvent.ProtectionLapsed;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class DeclineLeadTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_declined_with_the_cause_as_it_is_called_today() {
        lead.given(in(LeadState.JUDGED))
                .when(new DeclineLead(LEAD, DECLINE_REASON.code(), "已告知来源", TODAY))
                .emits(new LeadDeclined(LEAD, PROJECT, DECLINE_REASON, "已告知来源", TODAY));
    }

    @Test
    void emits_lapse_of_the_first_report() {
        holdsFirstReport(lead);
        lead.given(claimedIn(LeadState.JUDGED))
                .when(new DeclineLead(LEAD, DECLINE_REASON.code(), "已告知来源", TODAY))
                .emits(
                        new ProtectionLapsed(LEAD, PROJECT, INVESTOR, TODAY),
                        new LeadDeclined(LEAD, PROJECT, DECLINE_REASON, "已告知来源", TODAY));
        assertThat(lead.uniqueness.holder(FIRST_REPORT, INVESTOR.toString())).isEmpty();
    }

    @Test
    void rejects_unknown_cause_and_missing_feedback_at_once() {
        assertThat(lead.given(in(LeadState.JUDGED))
                        .when(new DeclineLead(LEAD, NO_SUCH_CODE, null, TODAY))
                        .violations())
                .extracting(Violation::code, Violation::field)
                .containsExactly(tuple("shared.unknown-code", "reasonCode"), tuple("shared.required", "feedback"));
    }
}
