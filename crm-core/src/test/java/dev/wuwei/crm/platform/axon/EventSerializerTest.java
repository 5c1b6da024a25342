package dev.wuwei.crm.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.platform.personaldata.PersonalDataCipher;
import dev.wuwei.crm.platform.personaldata.PersonalDataModule;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.probe.ProbeEvent.PeopleMet;
import dev.wuwei.probe.ProbeEvent.ProbeMeasured;
import dev.wuwei.probe.ProbeEvent.ProbeNoted;
import dev.wuwei.probe.ProbeId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;

class EventSerializerTest {
    private static final ProbeId PROBE = new ProbeId(UUID.fromString("01a20ff2-afa2-7146-8e36-c83422d090ee"));
    private static final LocalDate DAY = LocalDate.of(2023, 8, 31);

    private final MemoryKeys keys = new MemoryKeys();
    private final EventSerializer serializer = EventSerializer.create(
            new EventNames(List.of("dev.wuwei.crm", "dev.wuwei.probe")),
            new PersonalDataModule(new PersonalDataCipher(keys)));

    @Test
    void writes_the_logical_name_and_revision_and_never_a_class_name() {
        SerializedObject<byte[]> stored = serializer.serialize(new ProbeNoted(PROBE, "一期", DAY), byte[].class);
        assertThat(stored.getType().getName()).isEqualTo("probe.ProbeNoted");
        assertThat(stored.getType().getRevision()).isEqualTo("2");
        assertThat(text(stored))
                .isEqualTo(
                        "{\"probeId\":\"01a20ff2-afa2-7146-8e36-c83422d090ee\",\"text\":\"一期\",\"occurredOn\":\"2023-08-31\"}");
    }

    @Test
    void writes_ids_and_dates_as_texts_and_amounts_exactly_and_reads_them_back() {
        ProbeMeasured event = new ProbeMeasured(
                PROBE,
                Money.yi("247.9"),
                Area.mu("0.30"),
                new BigDecimal("1.20"),
                new Coded("wuxi", "吴溪工业区"),
                Instant.parse("2026-01-05T08:00:00.123Z"),
                List.of(ProjectId.next()),
                DAY);
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
        assertThat(text(stored))
                .contains(
                        "\"amount\":\"24790000000\"",
                        "\"ratio\":\"1.20\"",
                        "\"measuredAt\":\"2026-01-05T08:00:00.123Z\"");
        assertThat(serializer.<byte[], ProbeMeasured>deserialize(stored)).isEqualTo(event);
    }

    record Week(Map<DayOfWeek, String> plans, Set<DayOfWeek> free, Set<String> guests) {}

    /** A read model that is made again in another run is compared with the live one by the text of its rows. */
    @Test
    void writes_maps_and_sets_in_the_order_of_what_they_hold_whatever_order_they_come_in() throws Exception {
        Map<DayOfWeek, String> backwards = new LinkedHashMap<>();
        backwards.put(DayOfWeek.FRIDAY, "走访");
        backwards.put(DayOfWeek.MONDAY, "例会");
        Week week = new Week(
                backwards,
                new LinkedHashSet<>(List.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY)),
                new LinkedHashSet<>(List.of("乙", "A", "甲")));
        assertThat(Json.mapper().writeValueAsString(week)).isEqualTo("""
                {"plans":{"MONDAY":"例会","FRIDAY":"走访"},"free":["SATURDAY","SUNDAY"],"guests":["A","乙","甲"]}""");
    }

    @Test
    void tolerates_fields_it_does_not_know_and_fields_that_are_missing() {
        ProbeNoted read = serializer.deserialize(stored(
                "probe.ProbeNoted",
                "{\"probeId\":\"" + PROBE + "\",\"added\":{\"later\":[1]},\"occurredOn\":\"2023-08-31\"}"));
        assertThat(read).isEqualTo(new ProbeNoted(PROBE, null, DAY));
    }

    @Test
    void an_event_of_a_later_release_is_unknown_not_an_error() {
        Object read = serializer.deserialize(stored("probe.NotYetInvented", "{}"));
        assertThat(read).isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void metadata_is_read_back_as_texts() {
        MetaData facts = MetaData.with("recordedBy", PROBE.toString()).and("reason", "录错了");
        SerializedObject<byte[]> stored =
                new GenericEventMessage<>("x", facts).serializeMetaData(serializer, byte[].class);
        assertThat(serializer.<byte[], MetaData>deserialize(stored)).isEqualTo(facts);
    }

    @Test
    void personal_data_is_readable_with_the_persons_key_only() {
        TheirPerson person = new TheirPerson(PersonId.next(), "丁乙", "厂长");
        PeopleMet event = new PeopleMet(PROBE, List.of(person), person, DAY);
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
        assertThat(text(stored)).doesNotContain("丁乙").contains("厂长");
        assertThat(serializer.<byte[], PeopleMet>deserialize(stored)).isEqualTo(event);

        keys.byPerson.put(person.personId().value(), Optional.empty());
        PeopleMet erased = serializer.deserialize(stored);
        assertThat(erased.host().name()).isEqualTo(PersonalData.ERASED_VALUE);
        assertThat(erased.people()).extracting(TheirPerson::position).containsExactly("厂长");
    }

    @Test
    void personal_data_of_one_person_cannot_be_passed_off_as_anothers() {
        TheirPerson person = new TheirPerson(PersonId.next(), "丁乙", "厂长");
        PersonId other = PersonId.next();
        keys.forWriting(person.personId().value()).ifPresent(key -> keys.byPerson.put(other.value(), Optional.of(key)));
        String json = text(serializer.serialize(new PeopleMet(PROBE, List.of(), person, DAY), byte[].class))
                .replace(person.personId().toString(), other.toString());
        assertThatThrownBy(() -> serializer.deserialize(stored("probe.PeopleMet", json)))
                .rootCause()
                .hasMessageContaining("ag");
    }

    @Test
    void personal_data_of_nobody_is_refused() {
        assertThatThrownBy(() -> serializer.serialize(
                        new PeopleMet(PROBE, List.of(), new TheirPerson(null, "丁乙", "厂长"), DAY), byte[].class))
                .rootCause()
                .hasMessageContaining("personal data of nobody");
    }

    private static String text(SerializedObject<byte[]> stored) {
        return new String(stored.getData(), StandardCharsets.UTF_8);
    }

    private static SerializedObject<byte[]> stored(String name, String json) {
        return new SimpleSerializedObject<>(json.getBytes(StandardCharsets.UTF_8), byte[].class, name, "1");
    }

    private static final class MemoryKeys implements PersonalDataCipher.Keys {
        private final Map<UUID, Optional<SecretKey>> byPerson = new HashMap<>();

        @Override
        public Optional<SecretKey> forWriting(UUID person) {
            return byPerson.computeIfAbsent(person, id -> Optional.of(new SecretKeySpec(new byte[32], "AES")));
        }

        @Override
        public Optional<SecretKey> forReading(UUID person) {
            return byPerson.getOrDefault(person, Optional.empty());
        }
    }
}
