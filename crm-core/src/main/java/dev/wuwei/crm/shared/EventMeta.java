package dev.wuwei.crm.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The facts that every command and every event carries beside its own: who, by which door, when it was entered, why.
 *
 * @param recordedAt when it was entered; for an event its own timestamp
 * @param recordedBy the account that entered it
 * @param onBehalfOf the account it was entered for, or {@code null}
 * @param roles roles the account held
 * @param parks codes of the parks in the account's scope; empty means all
 * @param reason why a step goes back or corrects, or {@code null}
 * @param correctionOf id of the event that is corrected, or {@code null}
 * @param causedBy id of the message that caused this one, or {@code null}
 * @param importBatch the import it came with, or {@code null}
 * @param position place in the event store; 0 for a command
 * @param sequence place in its aggregate's stream; -1 for a command
 * @param eventId the event's own id, {@code null} for a command
 */
public record EventMeta(
        Instant recordedAt,
        StaffId recordedBy,
        StaffId onBehalfOf,
        Set<Role> roles,
        Set<String> parks,
        Channel channel,
        String reason,
        String correctionOf,
        String causedBy,
        String importBatch,
        long position,
        long sequence,
        String eventId) {

    /** China keeps one time zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public LocalDate today() {
        return LocalDate.ofInstant(recordedAt, ZONE);
    }

    /** @return days between what happened and its entry; 0 when it was entered the same day */
    public long daysLate(LocalDate occurredOn) {
        return Math.max(0, ChronoUnit.DAYS.between(occurredOn, today()));
    }

    /** For whom and since when a fact stands, whoever typed it in and when. */
    public EventMeta withRecorded(StaffId by, Instant at) {
        return new EventMeta(
                at,
                by,
                onBehalfOf,
                roles,
                parks,
                channel,
                reason,
                correctionOf,
                causedBy,
                importBatch,
                position,
                sequence,
                eventId);
    }

    /** @return who stands behind it: the one it was entered for, else the one who entered it */
    public StaffId actor() {
        return onBehalfOf == null ? recordedBy : onBehalfOf;
    }

    public boolean isSystem() {
        return roles.contains(Role.SYSTEM);
    }

    public boolean seesPark(String code) {
        return parks.isEmpty() || isSystem() || parks.contains(code);
    }
}
