package dev.wuwei.crm.projections.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wuwei.crm.shared.DomainEvent;
import java.util.HashMap;
import java.util.Map;

/** How a read model keeps the events that it is made of beside its rows, so that it can be carried on without the event store. */
public final class FactCodec {
    private final ObjectMapper json;
    private final Map<String, JavaType> types = new HashMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    /** @param capabilities sealed interfaces of events */
    public FactCodec(ObjectMapper json, Class<?>... capabilities) {
        this.json = json;
        for (Class<?> capability : capabilities) {
            for (Class<?> type : capability.getPermittedSubclasses()) {
                String packageName = type.getPackageName();
                String name = packageName.substring(packageName.lastIndexOf('.') + 1) + "." + type.getSimpleName();
                types.put(name, json.constructType(type));
                names.put(type, name);
            }
        }
    }

    /** @return logical name, for example {@code signing.AgreementSigned} */
    public String nameOf(DomainEvent event) {
        return names.get(event.getClass());
    }

    public String write(DomainEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public DomainEvent read(String name, String text) {
        try {
            return json.readValue(text, types.get(name));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
