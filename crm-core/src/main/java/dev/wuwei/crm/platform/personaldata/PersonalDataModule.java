package dev.wuwei.crm.platform.personaldata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import dev.wuwei.crm.shared.DataSubject;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.shared.TypedId;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Encrypts {@link PersonalData} components with the key of the record's {@link DataSubject}, wherever in an event such a
 * record stands. Records without such components are written and read as ever, at no cost.
 */
public final class PersonalDataModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    private final transient PersonalDataCipher cipher;

    public PersonalDataModule(PersonalDataCipher cipher) {
        super("personal-data");
        this.cipher = cipher;
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addBeanSerializerModifier(new BeanSerializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public List<BeanPropertyWriter> changeProperties(
                    SerializationConfig config, BeanDescription description, List<BeanPropertyWriter> properties) {
                Optional<Marked> marked = Marked.in(description.getBeanClass());
                marked.ifPresent(found -> properties.replaceAll(property -> found.texts.contains(property.getName())
                        ? new Encrypting(property, found.subject, cipher)
                        : property));
                return properties;
            }
        });
        context.addBeanDeserializerModifier(new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
                return Marked.in(description.getBeanClass())
                        .<JsonDeserializer<?>>map(found -> new Decrypting(deserializer, found, cipher))
                        .orElse(deserializer);
            }
        });
    }

    /** The components of a record that are personal data, and the one that says whose. */
    private record Marked(RecordComponent subject, Set<String> texts) {
        static Optional<Marked> in(Class<?> type) {
            if (!type.isRecord()) {
                return Optional.empty();
            }
            RecordComponent[] components = type.getRecordComponents();
            List<RecordComponent> texts = Arrays.stream(components)
                    .filter(component -> component.isAnnotationPresent(PersonalData.class))
                    .toList();
            if (texts.isEmpty()) {
                return Optional.empty();
            }
            RecordComponent subject = Arrays.stream(components)
                    .filter(component -> component.isAnnotationPresent(DataSubject.class))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(type + " has personal data of nobody"));
            if (texts.stream().anyMatch(component -> component.getType() != String.class)) {
                throw new IllegalStateException(type + " has personal data that is no text");
            }
            subject.getAccessor().setAccessible(true);
            return Optional.of(new Marked(
                    subject, texts.stream().map(RecordComponent::getName).collect(Collectors.toUnmodifiableSet())));
        }
    }

    private static final class Encrypting extends BeanPropertyWriter {
        private static final long serialVersionUID = 1L;

        private final transient RecordComponent subject;
        private final transient PersonalDataCipher cipher;

        Encrypting(BeanPropertyWriter plain, RecordComponent subject, PersonalDataCipher cipher) {
            super(plain);
            this.subject = subject;
            this.cipher = cipher;
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator generator, SerializerProvider provider)
                throws Exception {
            String text = (String) get(bean);
            if (text == null) {
                return;
            }
            TypedId person = (TypedId) subject.getAccessor().invoke(bean);
            if (person == null) {
                throw new IllegalStateException(
                        bean.getClass().getSimpleName() + "." + getName() + " is personal data of nobody");
            }
            generator.writeStringField(getName(), cipher.encrypt(person.value(), text));
        }
    }

    private static final class Decrypting extends JsonDeserializer<Object>
            implements ContextualDeserializer, ResolvableDeserializer {
        private final JsonDeserializer<?> plain;
        private final Marked marked;
        private final PersonalDataCipher cipher;

        Decrypting(JsonDeserializer<?> plain, Marked marked, PersonalDataCipher cipher) {
            this.plain = plain;
            this.marked = marked;
            this.cipher = cipher;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            TreeNode tree = parser.readValueAsTree();
            if (tree instanceof ObjectNode node) {
                JsonNode subject = node.get(marked.subject.getName());
                for (String name : marked.texts) {
                    if (node.get(name) instanceof TextNode text && subject != null && subject.isTextual()) {
                        node.put(name, cipher.decrypt(UUID.fromString(subject.textValue()), text.textValue()));
                    }
                }
            }
            try (JsonParser decrypted = tree.traverse(parser.getCodec())) {
                decrypted.nextToken();
                return plain.deserialize(decrypted, context);
            }
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
                throws com.fasterxml.jackson.databind.JsonMappingException {
            return plain instanceof ContextualDeserializer contextual
                    ? new Decrypting(contextual.createContextual(context, property), marked, cipher)
                    : this;
        }

        @Override
        public void resolve(DeserializationContext context) throws com.fasterxml.jackson.databind.JsonMappingException {
            if (plain instanceof ResolvableDeserializer resolvable) {
                resolvable.resolve(context);
            }
        }
    }
}
