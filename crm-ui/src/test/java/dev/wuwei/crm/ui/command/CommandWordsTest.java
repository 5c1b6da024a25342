package dev.wuwei.crm.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.platform.axon.CommandNames;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.sentence.Words;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dialogs of commands are made from their records, so every command, field and constant must have words. */
class CommandWordsTest {
    private static final Set<Class<?>> LEAVES =
            Set.of(Money.class, Area.class, Attachment.class, OurPerson.class, TheirPerson.class);

    static List<Locale> languages() {
        return List.of(I18n.CHINESE, I18n.ENGLISH);
    }

    private static Map<String, Class<? extends Command>> offered() {
        return new CommandNames()
                .all().entrySet().stream()
                        .filter(command -> !Arrays.equals(
                                command.getValue().getAnnotation(Allowed.class).value(), new Role[] {Role.SYSTEM}))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_command_has_a_title_and_every_field_a_label(Locale language) {
        Set<String> missing = new TreeSet<>();
        offered().forEach((name, type) -> {
            require("command." + name, language, missing);
            fields(type, "", language, missing);
        });
        assertThat(missing).isEmpty();
    }

    private static void fields(Class<?> type, String path, Locale language, Set<String> missing) {
        for (RecordComponent component : type.getRecordComponents()) {
            String at = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Class<?> kind = component.getType();
            Class<?> element = component.getGenericType() instanceof ParameterizedType parameterized
                            && parameterized.getActualTypeArguments()[0] instanceof Class<?> found
                    ? found
                    : null;
            Class<?> inner = element != null ? element : kind;
            if (inner.isEnum()) {
                for (Object constant : inner.getEnumConstants()) {
                    require(Words.key((Enum<?>) constant), language, missing);
                }
            }
            boolean nested = inner.isRecord() && !TypedId.class.isAssignableFrom(inner) && !LEAVES.contains(inner);
            boolean shown = !component.isAnnotationPresent(NewId.class)
                    && !component.getName().equals("baseVersion")
                    && inner != Attachment.class
                    && !isTarget(component)
                    && !(nested && element == null);
            if (shown && !has("field." + at, language)) {
                require("field." + component.getName(), language, missing);
            }
            if (nested) {
                fields(inner, at, language, missing);
            }
        }
    }

    private static boolean isTarget(RecordComponent component) {
        return component
                        .getAccessor()
                        .isAnnotationPresent(org.axonframework.modelling.command.TargetAggregateIdentifier.class)
                && TypedId.class.isAssignableFrom(component.getType());
    }

    private static boolean has(String key, Locale language) {
        return !I18n.text(language, key).equals(key);
    }

    private static void require(String key, Locale language, Set<String> missing) {
        if (!has(key, language)) {
            missing.add(key);
        }
    }
}
