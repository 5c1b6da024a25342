package dev.wuwei.crm.projections.staff;

import dev.wuwei.crm.shared.StaffId;

/**
 * What screens show of one of our people.
 *
 * @param name {@link dev.wuwei.crm.shared.PersonalData#ERASED_VALUE} once the person is erased
 * @param title post as shown beside the name, or {@code null}
 * @param teamName as the team is called today, or {@code null}
 */
public record StaffName(StaffId staffId, String name, String title, String teamName, StaffState state) {}
