package dev.wuwei.crm.projections.timeline;

import dev.wuwei.crm.shared.PersonId;

/**
 * One field before and after an event.
 *
 * @param field name of the field as in the command, list elements dotted: {@code phases.startBy}
 * @param item which element of the list (phase, clause, year, topic …), or {@code null}
 * @param kind type of both values
 * @param before {@code null} where nothing was there
 * @param after {@code null} where it was taken away
 */
public record FieldChange(String field, String item, FieldKind kind, Object before, Object after) {

    /** One of their people who took part; who it is the investor read model knows, as long as the person is not erased. */
    public record Attendee(PersonId personId, String position) {}

    /** @return an amount of money that was there before is another one now */
    public boolean changesAmount() {
        return kind == FieldKind.MONEY && before != null;
    }
}
