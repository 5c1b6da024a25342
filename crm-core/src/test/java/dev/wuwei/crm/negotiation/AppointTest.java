package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.LEADER;
import static dev.wuwei.crm.negotiation.Given.MEMBER;
import static dev.wuwei.crm.negotiation.Given.OFFICER;
import static dev.wuwei.crm.negotiation.Given.OPENED_ON;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opened;

import dev.wuwei.crm.negotiation.NegotiationCommand.Appoint;
import dev.wuwei.crm.negotiation.NegotiationEvent.Appointed;
import dev.wuwei.crm.negotiation.NegotiationEvent.Dismissed;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import org.junit.jupiter.api.Test;

class AppointTest {
    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_appointed() {
        negotiation
                .given(opened())
                .when(new Appoint(ID, ProjectRole.LINKING_LEADER, LEADER, TODAY))
                .emits(new Appointed(ID, PROJECT, ProjectRole.LINKING_LEADER, LEADER, null, TODAY));
    }

    @Test
    void emits_who_held_the_post_before() {
        negotiation
                .given(opened())
                .when(new Appoint(ID, ProjectRole.LEAD_OFFICER, MEMBER, TODAY))
                .emits(new Appointed(ID, PROJECT, ProjectRole.LEAD_OFFICER, MEMBER, OFFICER, TODAY));
    }

    @Test
    void emits_members_beside_one_another() {
        negotiation
                .given(opened(), new Appointed(ID, PROJECT, ProjectRole.MEMBER, MEMBER, null, OPENED_ON))
                .when(new Appoint(ID, ProjectRole.MEMBER, OFFICER, TODAY))
                .emits(new Appointed(ID, PROJECT, ProjectRole.MEMBER, OFFICER, null, TODAY));
    }

    @Test
    void emits_member_who_comes_back() {
        negotiation
                .given(
                        opened(),
                        new Appointed(ID, PROJECT, ProjectRole.MEMBER, MEMBER, null, OPENED_ON),
                        new Dismissed(ID, PROJECT, ProjectRole.MEMBER, MEMBER, TERMS_ON))
                .when(new Appoint(ID, ProjectRole.MEMBER, MEMBER, TERMS_ON))
                .emits(new Appointed(ID, PROJECT, ProjectRole.MEMBER, MEMBER, null, TERMS_ON));
        negotiation
                .when(new Appoint(ID, ProjectRole.MEMBER, MEMBER, TERMS_ON.minusDays(1)))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void emits_after_signing_too() {
        negotiation
                .given(Given.signed())
                .when(new Appoint(ID, ProjectRole.LINKING_LEADER, LEADER, TODAY))
                .emitsTypes(Appointed.class);
    }

    @Test
    void rejects_who_is_in_the_post_already() {
        negotiation
                .given(opened())
                .when(new Appoint(ID, ProjectRole.LEAD_OFFICER, OFFICER, TODAY))
                .rejects(NegotiationRule.ALREADY_APPOINTED);
        negotiation
                .given(opened(), new Appointed(ID, PROJECT, ProjectRole.MEMBER, MEMBER, null, OPENED_ON))
                .when(new Appoint(ID, ProjectRole.MEMBER, MEMBER, TODAY))
                .rejects(NegotiationRule.ALREADY_APPOINTED);
    }

    @Test
    void rejects_date_before_the_one_in_the_post_began() {
        negotiation
                .given(opened(), new Appointed(ID, PROJECT, ProjectRole.LINKING_LEADER, LEADER, null, TERMS_ON))
                .when(new Appoint(ID, ProjectRole.LINKING_LEADER, MEMBER, TERMS_ON.minusDays(1)))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_somebody_who_does_not_work_here() {
        negotiation
                .given(opened())
                .when(new Appoint(ID, ProjectRole.MEMBER, StaffId.next(), TODAY))
                .rejectsAt("staffId", StaffRule.UNKNOWN_STAFF);
    }

    @Test
    void rejects_every_wrong_field_at_once() {
        negotiation
                .given(opened())
                .when(new Appoint(ID, null, null, OPENED_ON.minusDays(1)))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_when_terminated() {
        negotiation
                .given(Given.terminated())
                .when(new Appoint(ID, ProjectRole.LINKING_LEADER, LEADER, TODAY))
                .rejects(NegotiationRule.NOT_ACTIVE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(opened())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(new Appoint(ID, ProjectRole.LINKING_LEADER, LEADER, TODAY))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
