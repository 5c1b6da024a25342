package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.lead.LeadCommand.JudgeLead;
import dev.wuwei.crm.lead.LeadEvent.LeadJudged;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JudgeLeadTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_judged_and_starts_the_clock_to_tell_the_source() {
        lead.given(in(LeadState.RESPONDED))
                .when(new JudgeLead(LEAD, Assessment.WORTH_FOLLOWING, true, "产业契合", TODAY))
                .emits(new LeadJudged(
                        LEAD, PROJECT, Assessment.WORTH_FOLLOWING, true, "产业契合", LocalDate.of(2026, 6, 22), TODAY));
    }

    @Test
    void emits_a_second_judgement_of_a_watched_lead() {
        lead.given(registered(), responded(), judged(Assessment.WATCH))
                .when(new JudgeLead(LEAD, Assessment.WORTH_FOLLOWING, false, "条件成熟", TODAY))
                .emitsTypes(LeadJudged.class);
    }

    @Test
    void rejects_missing_assessment_and_opinion_at_once() {
        assertThat(lead.given(in(LeadState.RESPONDED))
                        .when(new JudgeLead(LEAD, null, false, " ", TODAY))
                        .violations())
                .extracting(Violation::code, Violation::field)
                .containsExactly(tuple("shared.required", "assessment"), tuple("shared.required", "opinion"));
    }

    @Test
    void rejects_control_characters() {
        lead.given(in(LeadState.RESPONDED))
                .when(new JudgeLead(LEAD, Assessment.WATCH, false, "暂缓\u0000", TODAY))
                .rejectsAt("opinion", SharedRule.FORBIDDEN_CHARACTERS);
    }
}
