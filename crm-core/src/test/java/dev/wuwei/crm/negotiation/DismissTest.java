package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.LEADER;
import static dev.wuwei.crm.negotiation.Given.MEMBER;
import static dev.wuwei.crm.negotiation.Given.OFFICER;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opened;

import dev.wuwei.crm.negotiation.NegotiationCommand.Dismiss;
import dev.wuwei.crm.negotiation.NegotiationEvent.Appointed;
import dev.wuwei.crm.negotiation.NegotiationEvent.Dismissed;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import org.junit.jupiter.api.Test;

class DismissTest {
    private static final Appointed SEAT = new Appointed(ID, PROJECT, ProjectRole.MEMBER, MEMBER, null, TERMS_ON);

    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_dismissed() {
        negotiation
                .given(opened(), SEAT)
                .when(new Dismiss(ID, ProjectRole.MEMBER, MEMBER, TODAY, "调离"))
                .emits(new Dismissed(ID, PROJECT, ProjectRole.MEMBER, MEMBER, TODAY));
    }

    @Test
    void rejects_posts_that_are_never_empty() {
        negotiation
                .given(opened())
                .when(new Dismiss(ID, ProjectRole.LEAD_OFFICER, OFFICER, TODAY, "调离"))
                .rejects(NegotiationRule.REPLACE_INSTEAD_OF_DISMISS);
        negotiation
                .when(new Dismiss(ID, ProjectRole.LINKING_LEADER, LEADER, TODAY, "调离"))
                .rejects(NegotiationRule.REPLACE_INSTEAD_OF_DISMISS);
    }

    @Test
    void rejects_who_has_no_seat() {
        negotiation
                .given(opened())
                .when(new Dismiss(ID, ProjectRole.MEMBER, MEMBER, TODAY, "调离"))
                .rejects(NegotiationRule.NOT_APPOINTED);
        negotiation
                .given(opened(), SEAT, new Dismissed(ID, PROJECT, ProjectRole.MEMBER, MEMBER, TERMS_ON))
                .when(new Dismiss(ID, ProjectRole.MEMBER, MEMBER, TODAY, "调离"))
                .rejects(NegotiationRule.NOT_APPOINTED);
    }

    @Test
    void rejects_date_before_the_seat_was_taken() {
        negotiation
                .given(opened(), SEAT)
                .when(new Dismiss(ID, ProjectRole.MEMBER, MEMBER, TERMS_ON.minusDays(1), "调离"))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_every_wrong_field_at_once() {
        negotiation
                .given(opened(), SEAT)
                .when(new Dismiss(ID, null, null, TODAY.plusDays(1), " "))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.IN_FUTURE, SharedRule.REASON_REQUIRED);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(opened(), SEAT)
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(new Dismiss(ID, ProjectRole.MEMBER, MEMBER, TODAY, "调离"))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
