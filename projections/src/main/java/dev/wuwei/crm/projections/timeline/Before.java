package dev.wuwei.crm.projections.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;

/**
 * What was known before an event of the fields that it speaks of. With the event itself it tells what changed, so nothing of
 * an event is kept twice.
 *
 * @param was the values that are others now, or none
 * @param same the fields that the event says again as they were
 */
record Before(Map<String, FieldValue> was, List<String> same) {
    static final Before NOTHING = new Before(Map.of(), List.of());

    boolean isNothing() {
        return was.isEmpty() && same.isEmpty();
    }

    boolean hadAmount() {
        return was.values().stream().anyMatch(value -> value.k() == FieldKind.MONEY);
    }

    /** @return {@code null} when nothing was known */
    String json() {
        try {
            return isNothing() ? null : FieldValue.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Before read(String json) {
        try {
            return json == null ? NOTHING : FieldValue.MAPPER.readValue(json, Before.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
