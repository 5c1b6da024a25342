package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.AggregateScenario.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.lead.LeadCommand.ArbitrateClaim;
import dev.wuwei.crm.lead.LeadEvent.ArbitrationOpened;
import dev.wuwei.crm.lead.LeadEvent.ClaimArbitrated;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class ArbitrateClaimTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_decision_and_moves_the_claim_to_the_winner() {
        otherHoldsFirstReport(lead);
        lead.given(registered(), claimed(), disputed())
                .when(arbitrate(LEAD))
                .emits(new ClaimArbitrated(LEAD, PROJECT, LEAD, "会议纪要〔2026〕3号", TODAY));
        assertThat(lead.uniqueness.holder(FIRST_REPORT, INVESTOR.toString())).hasValueSatisfying(holder -> {
            assertThat(holder.owner()).isEqualTo(LEAD.toString());
            assertThat(holder.takenBy()).isEqualTo(SENDER);
            assertThat(holder.takenAt()).isEqualTo(REGISTERED_AT);
        });
    }

    @Test
    void emits_decision_and_leaves_the_claim_where_it_is_when_the_other_wins() {
        otherHoldsFirstReport(lead);
        lead.given(registered(), claimed(), disputed())
                .when(arbitrate(OTHER_LEAD))
                .emits(new ClaimArbitrated(LEAD, PROJECT, OTHER_LEAD, "会议纪要〔2026〕3号", TODAY));
        assertThat(lead.uniqueness.holder(FIRST_REPORT, INVESTOR.toString()))
                .hasValueSatisfying(holder -> assertThat(holder.owner()).isEqualTo(OTHER_LEAD.toString()));
    }

    @Test
    void emits_a_new_arbitration_when_a_third_lead_holds_the_claim_by_now() {
        LeadId third = LeadId.next();
        lead.uniqueness.holding(FIRST_REPORT, INVESTOR.toString(), third, OWNER, at(TODAY));
        lead.given(registered(), claimed(), disputed())
                .when(arbitrate(LEAD))
                .emits(
                        new ClaimArbitrated(LEAD, PROJECT, LEAD, "会议纪要〔2026〕3号", TODAY),
                        new ArbitrationOpened(
                                LEAD, PROJECT, INVESTOR, ClaimKind.FIRST_REPORT, third, OWNER, at(TODAY), TODAY));
    }

    @Test
    void emits_one_decision_for_both_kinds_of_claim() {
        otherHoldsFirstReport(lead);
        lead.uniqueness.holding(FIRST_TALK, INVESTOR.toString(), OTHER_LEAD, OTHER_OWNER, REGISTERED_AT);
        lead.given(registered(), claimed(), disputed(), claimed(ClaimKind.FIRST_TALK), disputed(ClaimKind.FIRST_TALK))
                .when(arbitrate(LEAD))
                .emitsTypes(ClaimArbitrated.class);
        assertThat(lead.uniqueness.holder(FIRST_TALK, INVESTOR.toString()))
                .hasValueSatisfying(holder -> assertThat(holder.owner()).isEqualTo(LEAD.toString()));
    }

    @Test
    void rejects_when_nothing_is_disputed() {
        lead.given(registered(), claimed()).when(arbitrate(LEAD)).rejects(LeadRule.NO_ARBITRATION);
    }

    @Test
    void rejects_second_decision() {
        lead.given(registered(), claimed(), disputed(), new ClaimArbitrated(LEAD, PROJECT, LEAD, "会议纪要", REGISTERED_ON))
                .when(arbitrate(OTHER_LEAD))
                .rejects(LeadRule.NO_ARBITRATION);
    }

    @Test
    void rejects_second_decision_after_the_other_won() {
        lead.given(
                        registered(),
                        claimed(),
                        disputed(),
                        new ClaimArbitrated(LEAD, PROJECT, OTHER_LEAD, "会议纪要", REGISTERED_ON))
                .when(arbitrate(LEAD))
                .rejects(LeadRule.NO_ARBITRATION);
    }

    @Test
    void rejects_winner_who_is_no_party() {
        lead.given(registered(), claimed(), disputed())
                .when(arbitrate(LeadId.next()))
                .rejects(LeadRule.WINNER_NOT_A_PARTY);
    }

    @Test
    void rejects_missing_winner_and_minutes_at_once() {
        assertThat(lead.given(registered(), claimed(), disputed())
                        .when(new ArbitrateClaim(LEAD, null, " ", TODAY))
                        .violations())
                .extracting(Violation::code, Violation::field)
                .containsExactly(tuple("shared.required", "winner"), tuple("shared.required", "minutes"));
    }

    private static ArbitrateClaim arbitrate(LeadId winner) {
        return new ArbitrateClaim(LEAD, winner, "会议纪要〔2026〕3号", TODAY);
    }
}
