package dev.wuwei.crm.reminder;

import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import java.time.LocalDate;
import java.util.UUID;

/** A reminder (提醒) of one person about one thing. */
public record ReminderId(UUID value) implements TypedId {
    public static ReminderId of(String text) {
        return new ReminderId(UUID.fromString(text));
    }

    /**
     * Named by what it is about, so that whoever raises it again, on whatever node, raises the same one.
     *
     * @param item what of the project, or empty; a person has one digest a day, whatever its figures
     * @param past whether it is about the day having passed, rather than coming near
     */
    public static ReminderId about(
            StaffId recipient, ReminderKind kind, ProjectId projectId, String item, LocalDate dueOn, boolean past) {
        String what = kind == ReminderKind.DIGEST ? "" : item;
        return new ReminderId(
                TypedId.named("reminder", "" + recipient, "" + kind, "" + projectId, what, "" + dueOn, "" + past));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
