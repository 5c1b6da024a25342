package dev.wuwei.crm.projections.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.shared.DomainEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldPutsTest {
    private static final ObjectMapper JSON = Json.mapper();
    private static final Map<String, Class<? extends DomainEvent>> EVENTS = new EventNames().all();

    static Stream<String> events() {
        return EVENTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_history_can_tell_of_every_event(String name) throws IOException {
        DomainEvent event = sample(name);
        assertThatCode(() -> FieldPuts.of(event).against(new HashMap<>())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_tells_the_same_changes_when_it_is_read_again_and_none_when_it_is_said_again(String name)
            throws IOException {
        DomainEvent event = sample(name);
        Map<String, FieldValue> known = new HashMap<>();
        Before first = FieldPuts.of(event).against(known);
        assertThat(first.isNothing()).isTrue();
        Before again = Before.read(FieldPuts.of(event).against(known).json());
        assertThat(FieldPuts.of(event).changes(again)).isEmpty();
    }

    private static DomainEvent sample(String name) throws IOException {
        try (InputStream sample = FieldPutsTest.class.getResourceAsStream("/events/" + name + ".json")) {
            assertThat(sample).as("approved sample").isNotNull();
            return JSON.readValue(sample, EVENTS.get(name));
        }
    }
}
