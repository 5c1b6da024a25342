package dev.wuwei.crm.ui.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.Rule;
import dev.wuwei.crm.ui.component.I18n;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Every rule, every event and every constant that reaches a person has its words, in both languages. */
class TextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z.]+)(\\?[^{}]*\\|[^{}]*)?}");

    @Test
    void both_languages_have_the_same_keys() throws IOException {
        assertThat(new TreeSet<>(load("translations_en").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(load("translations").stringPropertyNames()));
    }

    @Test
    void no_text_stands_twice_where_only_the_last_one_would_be_seen() throws IOException {
        for (String file : List.of("translations", "translations_en")) {
            assertThat(keysAsWritten(file)).doesNotHaveDuplicates().hasSizeGreaterThan(1000);
        }
    }

    @Test
    void every_rule_has_its_words() {
        List<String> rules = subtypes(Rule.class)
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(rule -> "error." + ((Rule) rule).code())
                .toList();

        assertThat(rules).hasSizeGreaterThan(150);
        assertThat(rules.stream().filter(key -> !I18n.has(key))).isEmpty();
    }

    @Test
    void every_constant_of_commands_and_events_has_its_words() {
        List<String> missing = subtypes(Enum.class)
                .filter(type -> !Rule.class.isAssignableFrom(type) && type != Role.class)
                .filter(type -> Stream.of(
                                "shared",
                                "lead",
                                "investor",
                                "negotiation",
                                "signing",
                                "followup",
                                "staff",
                                "ticket",
                                "target")
                        .anyMatch(name -> type.getPackageName().equals("dev.wuwei.crm." + name)))
                .filter(type -> !type.getSimpleName().endsWith("Action")
                        && !type.getName().contains("Test$"))
                .filter(type -> type.getEnclosingClass() == null
                        || !type.getEnclosingClass().getSimpleName().matches(".*(Properties|Test)"))
                .filter(type -> !Set.of("DictionaryKind", "Mark", "Light").contains(type.getSimpleName()))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(constant -> Words.key((Enum<?>) constant))
                .filter(key -> !I18n.has(key))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void every_event_has_its_sentence_and_every_fact_in_it_exists() {
        List<? extends Class<?>> events = subtypes(DomainEvent.class)
                .filter(Class::isSealed)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .toList();

        assertThat(events).hasSizeGreaterThan(90);
        List<String> missing = new ArrayList<>();
        for (Class<?> event : events) {
            String name = event.getPackageName().substring("dev.wuwei.crm.".length()) + "." + event.getSimpleName();
            for (Locale locale : List.of(I18n.CHINESE, I18n.ENGLISH)) {
                String pattern = I18n.text(locale, "sentence." + name);
                if (pattern.equals("sentence." + name)) {
                    missing.add(name);
                }
                PLACEHOLDER
                        .matcher(pattern)
                        .results()
                        .map(placeholder -> placeholder.group(1))
                        .filter(path -> !exists(event, path))
                        .forEach(path -> missing.add(path + " in " + name));
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean exists(Class<?> type, String path) {
        Class<?> at = type;
        for (String step : path.split("\\.")) {
            if (!at.isRecord()) {
                return false;
            }
            RecordComponent found = Arrays.stream(at.getRecordComponents())
                    .filter(component -> component.getName().equals(step))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return false;
            }
            at = found.getType();
        }
        return !Collection.class.isAssignableFrom(type);
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                TextsTest.class.getResourceAsStream("/vaadin-i18n/" + name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<String> keysAsWritten(String name) throws IOException {
        try (Stream<String> lines = new BufferedReader(new InputStreamReader(
                        TextsTest.class.getResourceAsStream("/vaadin-i18n/" + name + ".properties"),
                        StandardCharsets.UTF_8))
                .lines()) {
            return lines.filter(line -> line.matches("[^#\\s].*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
        }
    }

    private static Stream<Class<?>> subtypes(Class<?> root) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(root));
        return scanner.findCandidateComponents("dev.wuwei.crm").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(name, TextsTest.class.getClassLoader()));
    }
}
