package dev.wuwei.crm.api;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.OnlyOne;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.sentence.Words;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes the records of commands exactly as {@link RecordReader} reads them. */
final class RecordSchemas {
    private static final int NAMED_CODES = 15;

    private final Components components;
    private final Dictionaries dictionaries;

    RecordSchemas(Components components, Dictionaries dictionaries) {
        this.components = components;
        this.dictionaries = dictionaries;
    }

    /** @return the name of the schema, added to the components when it is not there yet */
    String add(Class<?> type, boolean outermost) {
        String name = name(type);
        if (components.getSchemas() != null && components.getSchemas().containsKey(name)) {
            return name;
        }
        Schema<?> schema = of("object");
        components.addSchemas(name, schema);
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            schema.addProperty(component.getName(), property(component));
            if (isRequired(component, type, outermost)) {
                required.add(component.getName());
            }
        }
        schema.required(required.isEmpty() ? null : required);
        schema.additionalProperties(false);
        return name;
    }

    private static String name(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null || around.getSimpleName().endsWith("Command")
                ? type.getSimpleName()
                : around.getSimpleName() + type.getSimpleName();
    }

    private static boolean isRequired(RecordComponent component, Class<?> owner, boolean outermost) {
        if (component.isAnnotationPresent(NewId.class)
                || component.isAnnotationPresent(OnlyOne.class)
                || Collection.class.isAssignableFrom(component.getType())) {
            return false;
        }
        Class<?> type = component.getType();
        return type == int.class
                || (outermost && (RecordReader.isTarget(owner, component) || RecordReader.isPlainRecord(type)));
    }

    private Schema<?> property(RecordComponent component) {
        Schema<?> schema = schema(component.getGenericType());
        List<String> notes = new ArrayList<>();
        label(component.getName()).ifPresent(notes::add);
        if (component.isAnnotationPresent(NewId.class)) {
            notes.add("缺省时由服务器生成 / made by the server when missing");
        }
        DictionaryKind.ofField(component.getName()).ifPresent(kind -> notes.add(codes(kind)));
        if (schema.get$ref() == null && !notes.isEmpty()) {
            schema.description(join(notes, schema.getDescription()));
        }
        return schema;
    }

    private static String join(List<String> notes, String more) {
        List<String> all = new ArrayList<>(notes);
        if (more != null) {
            all.add(more);
        }
        return String.join("。", all);
    }

    private static Optional<String> label(String component) {
        String key = "field." + component;
        return I18n.has(key)
                ? Optional.of(I18n.text(I18n.CHINESE, key) + " / " + I18n.text(I18n.ENGLISH, key))
                : Optional.empty();
    }

    private String codes(DictionaryKind kind) {
        List<Coded> all = dictionaries.all(kind);
        String some = all.stream()
                .limit(NAMED_CODES)
                .map(coded -> coded.code() + " " + coded.name())
                .collect(Collectors.joining("，"));
        return "字典 " + kind + "：" + some + (all.size() > NAMED_CODES ? " …" : "");
    }

    private Schema<?> schema(Type type) {
        if (type instanceof ParameterizedType many) {
            Schema<?> array = of("array").items(schema(many.getActualTypeArguments()[0]));
            return Set.class.isAssignableFrom((Class<?>) many.getRawType()) ? array.uniqueItems(true) : array;
        }
        Class<?> raw = (Class<?>) type;
        if (raw == boolean.class || raw == Boolean.class) {
            return of("boolean");
        }
        if (raw == int.class || raw == Integer.class) {
            return of("integer").format("int32");
        }
        if (raw == long.class || raw == Long.class) {
            return of("integer").format("int64");
        }
        if (raw == BigDecimal.class) {
            return of("string", "number").description("十进制数，写成文字或数字 / a decimal as text or number");
        }
        if (raw == LocalDate.class) {
            return of("string").format("date");
        }
        if (raw == YearMonth.class) {
            return of("string").pattern("^\\d{4}-\\d{2}$");
        }
        if (raw == Instant.class) {
            return of("string").format("date-time");
        }
        if (raw.isEnum()) {
            return constants(raw);
        }
        if (TypedId.class.isAssignableFrom(raw)) {
            return of("string").format("uuid");
        }
        if (raw == Money.class) {
            return ref("Money");
        }
        if (raw == Area.class) {
            return ref("Area");
        }
        return raw.isRecord() ? ref(add(raw, false)) : of("string");
    }

    @SuppressWarnings("unchecked")
    private static Schema<?> constants(Class<?> type) {
        JsonSchema schema = (JsonSchema) of("string");
        schema.setEnum(new ArrayList<>(RecordReader.names(type)));
        return schema.description(Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name() + " " + Words.text((Enum<?>) constant, I18n.CHINESE))
                .collect(Collectors.joining("，")));
    }

    static Schema<?> ref(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    static Schema<?> of(String... types) {
        JsonSchema schema = new JsonSchema();
        for (String type : types) {
            schema.addType(type);
        }
        return schema;
    }
}
