package dev.wuwei.crm.projections.staff;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * An account as the administrator sees it.
 *
 * @param parks in scope; empty means all
 * @param sequence of its last event, to refuse a stale form
 */
public record Account(
        StaffId staffId,
        String username,
        String name,
        String title,
        String phone,
        Set<Role> roles,
        List<Coded> parks,
        TeamId teamId,
        String teamName,
        StaffState state,
        LocalDate openedOn,
        Instant passwordChangedAt,
        Instant lastEventAt,
        long sequence) {}
