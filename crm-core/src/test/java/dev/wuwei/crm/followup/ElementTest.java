package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.DISPOSAL_METHOD;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;

import dev.wuwei.crm.followup.FollowUpCommand.DeliverElement;
import dev.wuwei.crm.followup.FollowUpCommand.PlanElement;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawElementDelivery;
import dev.wuwei.crm.followup.FollowUpEvent.ElementDelivered;
import dev.wuwei.crm.followup.FollowUpEvent.ElementDeliveryWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.ElementPlanned;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ElementTest {
    private static final ElementDelivered HANDED_OVER =
            new ElementDelivered(FOLLOW_UP, PROJECT, ElementKind.LAND, null, null, "交地确认书", NONE, START);
    private static final ElementPlanned PLANNED =
            new ElementPlanned(FOLLOW_UP, PROJECT, ElementKind.POWER, "供电公司", COMPLETION, START);

    private final AggregateScenario<FollowUp> followUp = followUp();

    private static PlanElement plan(String provider, LocalDate promisedOn) {
        return new PlanElement(FOLLOW_UP, ElementKind.POWER, provider, promisedOn, START);
    }

    @Test
    void emits_who_provides_it_until_when_and_that_it_is_there() {
        followUp.given(opened()).when(plan("供电公司", COMPLETION)).emits(PLANNED);
        followUp.given(opened())
                .when(new DeliverElement(FOLLOW_UP, ElementKind.LAND, null, null, " 交地确认书 ", NONE, START))
                .emits(HANDED_OVER);
    }

    @Test
    void land_may_have_been_handed_over_before_the_agreement_was_signed() {
        followUp.given(opened())
                .when(new DeliverElement(FOLLOW_UP, ElementKind.LAND, null, null, null, NONE, SIGNED_ON.minusDays(30)))
                .emits(new ElementDelivered(
                        FOLLOW_UP, PROJECT, ElementKind.LAND, null, null, null, NONE, SIGNED_ON.minusDays(30)));
    }

    private static DeliverElement deliver(ElementKind element, Area land, String disposalMethod) {
        return new DeliverElement(FOLLOW_UP, element, land, disposalMethod, null, NONE, START);
    }

    @Test
    void emits_how_much_land_there_is_and_how_idle_land_was_freed() {
        followUp.given(opened())
                .when(deliver(ElementKind.LAND, Area.mu("40"), DISPOSAL_METHOD.code()))
                .emits(new ElementDelivered(
                        FOLLOW_UP, PROJECT, ElementKind.LAND, Area.mu("40"), DISPOSAL_METHOD, null, NONE, START));
        followUp.given(opened())
                .when(deliver(ElementKind.LAND, Area.mu("40"), " "))
                .emits(new ElementDelivered(
                        FOLLOW_UP, PROJECT, ElementKind.LAND, Area.mu("40"), null, null, NONE, START));
    }

    @Test
    void rejects_idle_land_without_an_area_and_ways_that_there_are_not() {
        followUp.given(opened())
                .when(deliver(ElementKind.LAND, null, DISPOSAL_METHOD.code()))
                .rejectsAt("land", SharedRule.REQUIRED);
        followUp.given(opened())
                .when(deliver(ElementKind.LAND, Area.mu("-1"), null))
                .rejectsAt("land", SharedRule.NOT_POSITIVE);
        followUp.given(opened())
                .when(deliver(ElementKind.LAND, Area.mu("1000001"), null))
                .rejectsAt("land", SharedRule.ABSURD_AMOUNT);
        followUp.given(opened())
                .when(deliver(ElementKind.LAND, Area.mu("40"), NO_SUCH_CODE))
                .rejectsAt("disposalMethodCode", SharedRule.UNKNOWN_CODE);
    }

    @Test
    void rejects_land_where_something_else_is_delivered() {
        followUp.given(opened())
                .when(deliver(ElementKind.POWER, Area.mu("40"), null))
                .rejectsAt("element", FollowUpRule.NOT_LAND);
        followUp.given(opened())
                .when(deliver(ElementKind.ROAD, Area.mu("40"), DISPOSAL_METHOD.code()))
                .rejectsAt("element", FollowUpRule.NOT_LAND);
    }

    @Test
    void emits_that_the_delivery_was_entered_wrongly() {
        followUp.given(justOpened(HANDED_OVER))
                .when(new WithdrawElementDelivery(FOLLOW_UP, ElementKind.LAND, "登错项目"))
                .emits(new ElementDeliveryWithdrawn(FOLLOW_UP, PROJECT, ElementKind.LAND, START));
    }

    @Test
    void rejects_what_is_there_already_or_says_nothing_new() {
        followUp.given(justOpened(HANDED_OVER))
                .when(new DeliverElement(FOLLOW_UP, ElementKind.LAND, null, null, null, NONE, TODAY))
                .rejects(FollowUpRule.ALREADY_DELIVERED);
        followUp.given(justOpened(PLANNED)).when(plan("供电公司", COMPLETION)).rejects(FollowUpRule.NOTHING_CHANGED);
        followUp.given(opened())
                .when(new WithdrawElementDelivery(FOLLOW_UP, ElementKind.LAND, "登错项目"))
                .rejects(FollowUpRule.NOT_DELIVERED);
    }

    @Test
    void rejects_the_future_and_a_plan_without_provider() {
        followUp.given(opened())
                .when(new DeliverElement(FOLLOW_UP, ElementKind.LAND, null, null, null, NONE, TODAY.plusDays(1)))
                .rejectsAt("occurredOn", SharedRule.IN_FUTURE);
        followUp.given(opened()).when(plan(" ", COMPLETION)).rejectsAt("provider", SharedRule.REQUIRED);
    }
}
