package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.OPENED_ON;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opened;

import dev.wuwei.crm.negotiation.NegotiationCommand.AdoptPlan;
import dev.wuwei.crm.negotiation.NegotiationEvent.PlanAdopted;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptPlanTest {
    private static final Attachment FILE = new Attachment("a".repeat(64), "方案.docx", "application/msword", 1024);
    private static final PlanAdopted FIRST = new PlanAdopted(ID, PROJECT, 1, "招引方案", "先谈用地", List.of(), TERMS_ON);

    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_first_plan() {
        negotiation
                .given(opened())
                .when(new AdoptPlan(ID, " 招引方案 ", "先谈用地", null, TODAY))
                .emits(new PlanAdopted(ID, PROJECT, 1, "招引方案", "先谈用地", List.of(), TODAY));
    }

    @Test
    void emits_next_version() {
        negotiation
                .given(opened(), FIRST)
                .when(new AdoptPlan(ID, "招引方案", null, List.of(FILE), TODAY))
                .emits(new PlanAdopted(ID, PROJECT, 2, "招引方案", null, List.of(FILE), TODAY));
    }

    @Test
    void rejects_the_same_plan() {
        negotiation
                .given(opened(), FIRST)
                .when(new AdoptPlan(ID, "招引方案", " 先谈用地", List.of(), TODAY))
                .rejects(NegotiationRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_plan_without_content() {
        negotiation
                .given(opened())
                .when(new AdoptPlan(ID, "招引方案", " ", List.of(), TODAY))
                .rejectsAt("text", SharedRule.REQUIRED);
    }

    @Test
    void rejects_every_wrong_field_at_once() {
        negotiation
                .given(opened())
                .when(new AdoptPlan(
                        ID, null, "文".repeat(4001), List.of(new Attachment("x", "a", "b", 1)), OPENED_ON.minusDays(1)))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.TOO_LONG, SharedRule.NOT_FOUND, SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_date_before_the_plan_before() {
        negotiation
                .given(opened(), FIRST)
                .when(new AdoptPlan(ID, "新方案", "再谈用电", List.of(), TERMS_ON.minusDays(1)))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_when_not_active() {
        negotiation
                .given(Given.shelved())
                .when(new AdoptPlan(ID, "招引方案", "先谈用地", List.of(), TODAY))
                .rejects(NegotiationRule.NOT_ACTIVE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(opened())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(new AdoptPlan(ID, "招引方案", "先谈用地", List.of(), TODAY))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
