package dev.wuwei.crm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;

/** A group that no setting names would get Axon's defaults: another kind of processor, sixteen segments, no dead letters. */
class ProcessingGroupsTest {
    @Test
    void every_group_of_the_code_is_set_and_every_set_group_is_in_the_code() throws Exception {
        assertThat(settings().keySet()).isEqualTo(inTheCode());
    }

    @Test
    void every_group_is_pooled_in_one_segment_and_sets_aside_what_it_cannot_handle() throws Exception {
        assertThat(settings()).allSatisfy((group, settings) -> {
            assertThat(settings).containsEntry("mode", "pooled").containsEntry("initial-segment-count", 1);
            assertThat(settings.get("dlq")).isEqualTo(Map.of("enabled", true, "cache", Map.of("enabled", true)));
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> settings() throws Exception {
        try (InputStream in = new ClassPathResource("application.yml").getInputStream()) {
            Map<String, Object> at = new Yaml().load(in);
            for (String key : new String[] {"axon", "eventhandling", "processors"}) {
                at = (Map<String, Object>) at.get(key);
            }
            return (Map<String, Map<String, Object>>) (Map<?, ?>) at;
        }
    }

    private static Set<String> inTheCode() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessingGroup.class));
        return scanner.findCandidateComponents("dev.wuwei.crm").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .map(type -> AnnotationUtils.findAnnotation(type, ProcessingGroup.class))
                .map(ProcessingGroup::value)
                .collect(Collectors.toSet());
    }
}
