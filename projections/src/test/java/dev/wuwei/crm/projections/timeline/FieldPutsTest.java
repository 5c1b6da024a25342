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
        try (InputStream sample = FieldPutsTest.class.getResourceAsStream("/events/" + name + ".json")) {
            assertThat(sample).as("approved sample").isNotNull();
            DomainEvent event = JSON.readValue(sample, EVENTS.get(name));
            assertThatCode(() -> FieldPuts.of(event).against(new HashMap<>())).doesNotThrowAnyException();
        }
    }
}
