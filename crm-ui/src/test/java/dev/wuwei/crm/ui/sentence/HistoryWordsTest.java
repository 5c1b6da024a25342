package dev.wuwei.crm.ui.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.projections.timeline.FieldKind;
import dev.wuwei.crm.ui.component.I18n;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryWordsTest {
    static Stream<Class<?>> constants() {
        Set<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));
        new EventNames().all().values().forEach(event -> collect(event, found, new HashSet<>()));
        return found.stream();
    }

    private static void collect(Type type, Set<Class<?>> found, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(each -> collect(each, found, seen));
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            found.add(plain);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            Arrays.stream(plain.getRecordComponents())
                    .forEach(component -> collect(component.getGenericType(), found, seen));
        }
    }

    @ParameterizedTest
    @MethodSource("constants")
    void the_history_has_words_for_every_constant_of_an_event(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            assertThat(HistoryWords.words(
                            FieldKind.CONSTANT, type.getSimpleName() + "." + name, id -> null, I18n.CHINESE))
                    .as(type.getSimpleName())
                    .isNotEqualTo(name);
        }
    }
}
