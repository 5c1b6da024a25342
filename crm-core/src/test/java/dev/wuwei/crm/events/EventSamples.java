package dev.wuwei.crm.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.axon.EventSerializer;
import dev.wuwei.crm.platform.personaldata.PersonalDataCipher;
import dev.wuwei.crm.platform.personaldata.PersonalDataModule;
import dev.wuwei.crm.shared.DomainEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.serialization.SimpleSerializedObject;

/** The approved samples on disk, and the store's own serializer to write and read them with. */
final class EventSamples {
    static final EventNames NAMES = new EventNames();
    static final Path DIRECTORY = Path.of("src/test/resources/events");

    private static final ObjectMapper TEXT = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    private static final EventSerializer SERIALIZER =
            EventSerializer.create(NAMES, new PersonalDataModule(new PersonalDataCipher(new OneKey())));

    private EventSamples() {}

    /** Everybody's key, so that samples stay readable. */
    private static final class OneKey implements PersonalDataCipher.Keys {
        @Override
        public Optional<SecretKey> forWriting(UUID person) {
            return Optional.of(KEY);
        }

        @Override
        public Optional<SecretKey> forReading(UUID person) {
            return Optional.of(KEY);
        }
    }

    static boolean approving() {
        return Boolean.getBoolean("wuwei.approve");
    }

    static Path file(String name) {
        return DIRECTORY.resolve(name + ".json");
    }

    /** @return logical names of all stored samples */
    static TreeSet<String> stored() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            TreeSet<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .forEach(file -> names.add(file.substring(0, file.length() - ".json".length())));
            return names;
        }
    }

    static ObjectNode write(DomainEvent event) {
        return parse(new String(SERIALIZER.serialize(event, byte[].class).getData(), StandardCharsets.UTF_8));
    }

    static DomainEvent read(String name, String revision, JsonNode json) {
        return SERIALIZER.deserialize(new SimpleSerializedObject<>(
                json.toString().getBytes(StandardCharsets.UTF_8), byte[].class, name, revision));
    }

    static ObjectNode parse(String json) {
        try {
            return (ObjectNode) TEXT.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pretty(JsonNode json) {
        try {
            return TEXT.writeValueAsString(json).replace("\r\n", "\n") + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the text with every ciphertext replaced, since encrypting twice never gives the same */
    static String masked(String text) {
        return text.replaceAll("\"enc1:[^\"]*\"", "\"enc1:…\"");
    }
}
