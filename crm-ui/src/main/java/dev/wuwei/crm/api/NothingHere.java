package dev.wuwei.crm.api;

import dev.wuwei.crm.shared.RuleViolated;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Without this an unknown address would answer with a page for people. */
@RestController
@Hidden
class NothingHere {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    NothingHere(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @RequestMapping("/api/v1/{*rest}")
    void nothing(HttpServletRequest request)
            throws HttpRequestMethodNotSupportedException, HttpMediaTypeNotSupportedException {
        List<RequestMappingInfo> here = mappings.orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType() != NothingHere.class)
                .map(Map.Entry::getKey)
                .filter(info -> info.getPathPatternsCondition() != null
                        && info.getPathPatternsCondition().getMatchingCondition(request) != null)
                .toList();
        Set<String> methods = here.stream()
                .flatMap(info -> info.getMethodsCondition().getMethods().stream())
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!methods.isEmpty() && !methods.contains(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
        }
        Set<MediaType> taken = here.stream()
                .filter(info -> info.getMethodsCondition().getMatchingCondition(request) != null)
                .flatMap(info -> info.getConsumesCondition().getConsumableMediaTypes().stream())
                .collect(Collectors.toSet());
        if (!taken.isEmpty()) {
            throw new HttpMediaTypeNotSupportedException((MediaType) null, List.copyOf(taken));
        }
        throw new RuleViolated(ApiRule.NOT_FOUND);
    }
}
