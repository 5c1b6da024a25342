package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadCommand.AdoptLead;
import dev.wuwei.crm.lead.LeadCommand.DrawFromPool;
import dev.wuwei.crm.lead.LeadEvent.LeadDrawnFromPool;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DrawFromPoolTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_drawn_and_starts_the_clock_to_respond_again() {
        lead.given(in(LeadState.POOLED))
                .when(new DrawFromPool(LEAD, OTHER_OWNER, TODAY))
                .emits(new LeadDrawnFromPool(LEAD, PROJECT, OTHER_OWNER, LocalDate.of(2026, 6, 16), TODAY));
    }

    @Test
    void emits_the_sender_as_owner_when_none_is_given() {
        assertThat(lead.given(in(LeadState.POOLED))
                        .when(new DrawFromPool(LEAD, null, TODAY))
                        .event(LeadDrawnFromPool.class)
                        .owner())
                .isEqualTo(SENDER);
    }

    @Test
    void rejects_owner_who_does_not_work_here() {
        lead.given(in(LeadState.POOLED))
                .when(new DrawFromPool(LEAD, StaffId.next(), TODAY))
                .rejectsAt("owner", StaffRule.UNKNOWN_STAFF);
    }

    @Test
    void rejects_adopting_at_once_whatever_was_judged_before() {
        lead.given(
                        registered(),
                        responded(),
                        judged(Assessment.WORTH_FOLLOWING),
                        pooled(),
                        new LeadDrawnFromPool(LEAD, PROJECT, OWNER, TODAY, LocalDate.of(2026, 6, 8)))
                .when(new AdoptLead(LEAD, NEGOTIATION, TODAY))
                .rejects(LeadRule.NOT_POSSIBLE_IN_STATE);
    }
}
