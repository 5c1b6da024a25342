package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who sends a command, and by which door.
 *
 * @param staffId the account; {@code null} for jobs and policies
 * @param roles what the account may do
 * @param parks codes of the parks in its scope; empty means all
 * @param onBehalfOf the account it is entered for, or {@code null}
 * @param importBatch the import it comes with, or {@code null}
 * @param recordedAt for demo data only: the recording time to pretend; {@code null} for the clock's
 */
public record Caller(
        StaffId staffId,
        Set<Role> roles,
        Set<String> parks,
        Channel channel,
        StaffId onBehalfOf,
        String importBatch,
        Instant recordedAt) {

    public Caller {
        roles = Set.copyOf(roles);
        parks = Set.copyOf(parks);
    }

    public static Caller of(StaffId staffId, Set<Role> roles, Set<String> parks, Channel channel) {
        return new Caller(staffId, roles, parks, channel, null, null, null);
    }

    /** Jobs, and the first start of an empty installation. */
    public static Caller system() {
        return of(null, Set.of(Role.SYSTEM), Set.of(), Channel.JOB);
    }

    public Caller onBehalfOf(StaffId other) {
        return new Caller(staffId, roles, parks, channel, other, importBatch, recordedAt);
    }

    public Caller withImportBatch(String batch) {
        return new Caller(staffId, roles, parks, channel, onBehalfOf, batch, recordedAt);
    }

    /** Demo data only: the command and all that it causes are recorded at this instant. */
    public Caller pretending(Instant instant) {
        return new Caller(staffId, roles, parks, channel, onBehalfOf, importBatch, instant);
    }

    /** @return the metadata that a command of this caller carries; for tests of aggregates too */
    public Map<String, Object> metaData() {
        Map<String, Object> facts = new HashMap<>();
        put(facts, Facts.RECORDED_BY, staffId);
        put(facts, Facts.ON_BEHALF_OF, onBehalfOf);
        put(facts, Facts.CHANNEL, channel);
        put(facts, Facts.IMPORT_BATCH, importBatch);
        facts.put(Facts.ROLES, Facts.join(roles));
        if (!parks.isEmpty()) {
            facts.put(Facts.PARKS, Facts.join(parks));
        }
        if (recordedAt != null) {
            facts.put(Facts.SIMULATED, recordedAt.toString());
        }
        return facts;
    }

    private static void put(Map<String, Object> facts, String key, Object value) {
        if (value != null) {
            facts.put(key, value.toString());
        }
    }
}
