package dev.wuwei.crm.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.PersonalData;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** History is for ever: what was stored once is read by every later version, and is written the same way until someone says why not. */
class ApprovedEventsTest {

    static Stream<String> names() {
        return EventSamples.NAMES.all().keySet().stream();
    }

    static Stream<String> stored() throws IOException {
        return EventSamples.stored().stream();
    }

    private static Class<? extends DomainEvent> type(String name) {
        return EventSamples.NAMES.find(name).orElseThrow(() -> new AssertionError(name + " is known no more"));
    }

    private static String revision(String name) {
        return EventNames.revisionOf(type(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void example_is_written_as_approved(String name) throws IOException {
        String written = EventSamples.pretty(EventSamples.write(EventExamples.of(type(name))));
        Path file = EventSamples.file(name);
        String approved = Files.exists(file) ? Files.readString(file) : "";
        if (EventSamples.approving() && !EventSamples.masked(written).equals(EventSamples.masked(approved))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, written);
            approved = written;
        }
        assertThat(EventSamples.masked(written))
                .as("%s differs from its approved sample; see package-info of the tests", name)
                .isEqualTo(EventSamples.masked(approved));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void approved_sample_is_read_as_it_was_meant(String name) throws IOException {
        ObjectNode sample = EventSamples.parse(Files.readString(EventSamples.file(name)));
        assertThat(EventSamples.read(name, revision(name), sample)).isEqualTo(EventExamples.of(type(name)));
    }

    @Test
    void every_event_has_a_sample_and_every_sample_an_event() throws IOException {
        assertThat(EventSamples.stored())
                .isEqualTo(new TreeSet<>(EventSamples.NAMES.all().keySet()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void history_without_a_field_and_history_with_one_more_are_read_too(String name) {
        ObjectNode whole = EventSamples.write(EventExamples.of(type(name)));
        whole.put("aFieldOfALaterVersion", "x");
        assertThatCode(() -> EventSamples.read(name, revision(name), whole)).doesNotThrowAnyException();
        List<String> fields = new ArrayList<>();
        whole.fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            ObjectNode less = whole.deepCopy();
            less.remove(field);
            assertThatCode(() -> EventSamples.read(name, revision(name), less))
                    .as("%s without %s", name, field)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void personal_data_never_stands_in_clear(String name) {
        assertEncrypted(type(name), EventSamples.write(EventExamples.of(type(name))), name);
    }

    private static void assertEncrypted(Class<?> type, JsonNode json, String path) {
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode value = json.get(component.getName());
            String at = path + "." + component.getName();
            if (component.isAnnotationPresent(PersonalData.class)) {
                assertThat(value.textValue()).as(at).startsWith("enc1:");
            } else if (value.isObject() && component.getType().isRecord()) {
                assertEncrypted(component.getType(), value, at);
            } else if (value.isArray()
                    && component.getGenericType() instanceof ParameterizedType generic
                    && generic.getActualTypeArguments()[0] instanceof Class<?> element
                    && value.get(0).isObject()) {
                assertEncrypted(element, value.get(0), at);
            }
        }
    }
}
