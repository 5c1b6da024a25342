package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;

import dev.wuwei.crm.followup.FollowUpCommand.AssignService;
import dev.wuwei.crm.followup.FollowUpEvent.ServiceAssigned;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AssignServiceTest {
    private static final LocalDate ON = LocalDate.of(2025, 2, 1);
    private static final StaffId OTHER = StaffId.next();

    private final AggregateScenario<FollowUp> followUp = followUp().given(opened());

    private static AssignService assign(ServiceRole role, StaffId staff, LocalDate on) {
        return new AssignService(FOLLOW_UP, role, staff, on);
    }

    private static ServiceAssigned assigned(StaffId staff, StaffId previous) {
        return new ServiceAssigned(FOLLOW_UP, PROJECT, ServiceRole.RESIDENT_LIAISON, staff, previous, ON);
    }

    @Test
    void emits_assignment_and_names_whom_it_replaces() {
        followUp.directory.withStaff(OTHER);
        followUp.when(assign(ServiceRole.RESIDENT_LIAISON, SENDER, ON)).emits(assigned(SENDER, null));
        followUp.given(justOpened(assigned(SENDER, null)))
                .when(assign(ServiceRole.RESIDENT_LIAISON, OTHER, ON))
                .emits(assigned(OTHER, SENDER));
    }

    @Test
    void rejects_the_same_person_and_strangers() {
        followUp.given(justOpened(assigned(SENDER, null)))
                .when(assign(ServiceRole.RESIDENT_LIAISON, SENDER, ON))
                .rejects(FollowUpRule.SAME_PERSON);
        followUp.given(opened())
                .when(assign(ServiceRole.RESIDENT_LIAISON, StaffId.next(), ON))
                .rejects(FollowUpRule.UNKNOWN_PERSON);
    }

    @Test
    void rejects_bad_input_and_other_parks() {
        followUp.when(assign(null, SENDER, ON)).rejectsAt("role", SharedRule.REQUIRED);
        followUp.when(assign(ServiceRole.LOGISTICS, null, ON)).rejectsAt("staffId", SharedRule.REQUIRED);
        followUp.when(assign(ServiceRole.LOGISTICS, SENDER, TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
        followUp.when(assign(ServiceRole.LOGISTICS, SENDER, SIGNED_ON.minusDays(1)))
                .rejects(FollowUpRule.BEFORE_SIGNING);
        followUp.seeing(OTHER_PARK.code())
                .when(assign(ServiceRole.LOGISTICS, SENDER, ON))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
