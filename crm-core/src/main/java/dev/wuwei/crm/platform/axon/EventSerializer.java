package dev.wuwei.crm.platform.axon;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wuwei.crm.platform.personaldata.PersonalDataModule;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Writes events under their logical names, personal data encrypted. Class names never reach the store, so a class may move
 * and history stays readable.
 */
public final class EventSerializer extends JacksonSerializer {
    private final EventNames names;

    private EventSerializer(Builder builder, EventNames names) {
        super(builder);
        this.names = names;
    }

    /** @param personalData how the components marked as personal data are encrypted */
    public static EventSerializer create(EventNames names, PersonalDataModule personalData) {
        ObjectMapper mapper = Json.mapper().registerModule(personalData);
        return new EventSerializer(
                JacksonSerializer.builder().objectMapper(mapper).revisionResolver(EventNames::revisionOf), names);
    }

    @Override
    public SerializedType typeForClass(Class type) {
        return names.nameIfKnown(type == null ? Void.class : type)
                .<SerializedType>map(name ->
                        new SimpleSerializedType(name, getRevisionResolver().revisionOf(type)))
                .orElseGet(() -> super.typeForClass(type));
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return names.find(type.getName()).<String>map(Class::getName).orElseGet(() -> super.resolveClassName(type));
    }
}
