package dev.wuwei.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeadActionsTest {
    @Test
    void offers_first_what_moves_the_lead_on() {
        assertThat(LeadActions.of(LeadState.REGISTERED, null, false, false)).startsWith("lead.RespondToLead");
        assertThat(LeadActions.of(LeadState.JUDGED, Assessment.WORTH_FOLLOWING, false, false))
                .containsSubsequence("lead.JudgeLead", "lead.AdoptLead", "lead.DeclineLead", "lead.LogVisit");
    }

    @Test
    void offers_nothing_but_the_way_back_for_a_merged_or_archived_lead() {
        assertThat(LeadActions.of(LeadState.MERGED, null, false, false))
                .containsExactly("lead.UnmergeLead", "lead.CorrectVisit", "lead.WithdrawVisit");
        assertThat(LeadActions.of(LeadState.ARCHIVED, null, false, false))
                .containsExactly("lead.ReopenLead", "lead.CorrectVisit", "lead.WithdrawVisit");
    }

    @Test
    void offers_no_adoption_of_what_was_judged_unsuitable() {
        assertThat(LeadActions.of(LeadState.JUDGED, Assessment.UNSUITABLE, false, false))
                .doesNotContain("lead.AdoptLead")
                .contains("lead.DeclineLead");
    }

    @Test
    void offers_arbitration_while_one_is_open_and_lapse_while_protected() {
        assertThat(LeadActions.of(LeadState.RESPONDED, null, false, false))
                .doesNotContain("lead.ArbitrateClaim", "lead.LapseProtection");
        assertThat(LeadActions.of(LeadState.RESPONDED, null, true, true))
                .contains("lead.ArbitrateClaim", "lead.LapseProtection");
    }

    @Test
    void offers_what_the_roles_may_send() {
        assertThat(LeadActions.of(LeadState.REGISTERED, null, false, false, Set.of(Role.SUPERVISOR)))
                .containsExactly("lead.LogVisit", "lead.CorrectVisit", "lead.WithdrawVisit");
        assertThat(LeadActions.of(LeadState.REGISTERED, null, false, false, Set.of(Role.AUDITOR)))
                .isEmpty();
        assertThat(LeadActions.of(LeadState.REGISTERED, null, false, false, Set.of(Role.SYSTEM)))
                .isEqualTo(LeadActions.of(LeadState.REGISTERED, null, false, false));
    }
}
