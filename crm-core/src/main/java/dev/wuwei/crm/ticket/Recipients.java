package dev.wuwei.crm.ticket;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffDirectory;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who gets a notice: blue whoever is in charge, yellow the heads of department of the park, red the leaders. Where nobody
 * is there, the next above; at the end whoever supervises.
 */
final class Recipients {
    private Recipients() {}

    /** @param inCharge the handler while it lies with them, or {@code null} */
    static List<StaffId> of(NoticeLevel level, StaffId inCharge, String parkCode, StaffDirectory staff) {
        List<StaffId> first = inCharge != null && staff.isInService(inCharge) ? List.of(inCharge) : List.of();
        return Stream.concat(
                        Stream.of(first),
                        Stream.of(Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR)
                                .map(role -> staff.inService(role, parkCode)))
                .skip(level.ordinal())
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElseThrow(() -> new RuleViolated(TicketRule.NO_RECIPIENT));
    }
}
