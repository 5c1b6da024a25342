package dev.wuwei.crm.projections.investor;

import dev.wuwei.crm.shared.PersonId;

/**
 * Somebody on their side.
 *
 * @param name {@link dev.wuwei.crm.shared.PersonalData#ERASED_VALUE} once the person is erased
 */
public record PersonName(PersonId personId, String name, String position, boolean erased) {}
