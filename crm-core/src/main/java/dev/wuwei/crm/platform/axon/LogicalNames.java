package dev.wuwei.crm.platform.axon;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Names that outlive class names: {@code lead.LeadRegistered} is capability package + record. Found through the
 * {@code permits} of the sealed interfaces, so nothing is registered by hand.
 */
abstract class LogicalNames<T> {
    private final Map<String, Class<? extends T>> byName = new TreeMap<>();
    private final Map<Class<?>, String> byClass;

    /** @param packages where to look for sealed interfaces that extend {@code root}, subpackages included */
    LogicalNames(Class<T> root, Collection<String> packages) {
        packages.stream().flatMap(name -> sealedInterfaces(root, name)).forEach(type -> addPermitted(root, type));
        byClass = byName.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    private static java.util.stream.Stream<Class<?>> sealedInterfaces(Class<?> root, String packageName) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isInterface();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(root));
        return scanner.findCandidateComponents(packageName).stream()
                .map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, root.getClassLoader()))
                .filter(Class::isSealed);
    }

    private void addPermitted(Class<T> root, Class<?> type) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                Class<? extends T> previous = byName.put(nameFor(permitted), permitted.asSubclass(root));
                if (previous != null && previous != permitted) {
                    throw new IllegalStateException(
                            "Two records are called " + nameFor(permitted) + ": " + previous + ", " + permitted);
                }
            }
        }
    }

    private static String nameFor(Class<?> type) {
        String packageName = type.getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1) + "." + type.getSimpleName();
    }

    /** @return for example {@code lead.LeadRegistered} */
    public String nameOf(Class<?> type) {
        return nameIfKnown(type)
                .orElseThrow(
                        () -> new IllegalArgumentException(type.getName() + " is permitted by no sealed interface"));
    }

    public Optional<String> nameIfKnown(Class<?> type) {
        return Optional.ofNullable(byClass.get(type));
    }

    public Optional<Class<? extends T>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @return every name and its class, sorted by name */
    public Map<String, Class<? extends T>> all() {
        return java.util.Collections.unmodifiableMap(byName);
    }
}
