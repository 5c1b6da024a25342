package dev.wuwei.crm.platform.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.wuwei.crm.shared.TypedId;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How values are written as JSON, in events and at the REST interface alike: ids as plain strings, ISO dates, exact numbers
 * as strings, absent instead of null, unknown fields tolerated. Equal values are the same text in every run: maps and sets
 * are written in the order of what they hold, whatever order they come in, so that rows can be compared by their text.
 */
public final class Json {
    private Json() {}

    /** @return a new mapper; callers may add modules of their own */
    public static ObjectMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .addModule(typedIds())
                .addModule(new SimpleModule("ordered-sets").setSerializerModifier(new OrderedSets()))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.FAIL_ON_ORDER_MAP_BY_INCOMPARABLE_KEY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(MapperFeature.PROPAGATE_TRANSIENT_MARKER)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .withConfigOverride(
                        BigDecimal.class,
                        override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)));
        // Only what a record declares is stored; helper methods that happen to be called getX or isX are not.
        builder.visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE);
        builder.visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE);
        builder.visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);
        return builder.build();
    }

    private static SimpleModule typedIds() {
        SimpleModule module = new SimpleModule("typed-ids") {
            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addDeserializers(new TypedIdDeserializers());
                context.addKeyDeserializers(new TypedIdKeys());
            }
        };
        module.addSerializer(TypedId.class, new TypedIdSerializer());
        module.addKeySerializer(TypedId.class, new TypedIdKeySerializer());
        return module;
    }

    private static final class OrderedSets extends BeanSerializerModifier {
        @Override
        public JsonSerializer<?> modifyCollectionSerializer(
                SerializationConfig config,
                CollectionType type,
                BeanDescription description,
                JsonSerializer<?> serializer) {
            return type.isTypeOrSubTypeOf(Set.class)
                            && type.getContentType().isTypeOrSubTypeOf(Comparable.class)
                            && !type.isTypeOrSubTypeOf(EnumSet.class)
                    ? new StdDelegatingSerializer(new Ordered())
                    : serializer;
        }
    }

    private static final class Ordered extends StdConverter<Set<?>, List<?>> {
        @Override
        public List<?> convert(Set<?> set) {
            return set.stream().sorted().toList();
        }
    }

    private static final class TypedIdSerializer extends StdSerializer<TypedId> {
        TypedIdSerializer() {
            super(TypedId.class);
        }

        @Override
        public void serialize(TypedId id, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(id.value().toString());
        }
    }

    private static final class TypedIdKeySerializer extends StdSerializer<TypedId> {
        TypedIdKeySerializer() {
            super(TypedId.class);
        }

        @Override
        public void serialize(TypedId id, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeFieldName(id.value().toString());
        }
    }

    private static boolean isTypedId(JavaType type) {
        return type.isTypeOrSubTypeOf(TypedId.class) && type.getRawClass().isRecord();
    }

    private static final class TypedIdDeserializers extends Deserializers.Base {
        @Override
        public JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            return isTypedId(type) ? new TypedIdDeserializer(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> valueType) {
            return TypedId.class.isAssignableFrom(valueType) && valueType.isRecord();
        }
    }

    private static final class TypedIdKeys implements KeyDeserializers {
        @Override
        public KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            if (!isTypedId(type)) {
                return null;
            }
            MethodHandle constructor = constructor(type.getRawClass());
            return new KeyDeserializer() {
                @Override
                public Object deserializeKey(String key, DeserializationContext context) {
                    return make(constructor, UUID.fromString(key));
                }
            };
        }
    }

    private static final class TypedIdDeserializer extends JsonDeserializer<Object> {
        private final Class<?> type;
        private final MethodHandle constructor;

        TypedIdDeserializer(Class<?> type) {
            this.type = type;
            this.constructor = constructor(type);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString();
            if (text == null) {
                return context.handleUnexpectedToken(type, parser);
            }
            if (text.isBlank()) {
                return null;
            }
            try {
                return make(constructor, UUID.fromString(text.strip()));
            } catch (IllegalArgumentException e) {
                return context.handleWeirdStringValue(type, text, "not an id");
            }
        }
    }

    private static MethodHandle constructor(Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findConstructor(type, MethodType.methodType(void.class, UUID.class))
                    .asType(MethodType.methodType(Object.class, UUID.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no record of one UUID", e);
        }
    }

    private static Object make(MethodHandle constructor, UUID value) {
        try {
            return constructor.invoke(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
