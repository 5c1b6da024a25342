package dev.wuwei.crm.api;

import dev.wuwei.crm.shared.RuleViolated;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
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
    void nothing(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        Set<String> methods = new TreeSet<>();
        mappings.orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType() != NothingHere.class)
                .map(java.util.Map.Entry::getKey)
                .filter(info -> info.getPathPatternsCondition() != null
                        && info.getPathPatternsCondition().getMatchingCondition(request) != null)
                .forEach(info -> info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name())));
        if (!methods.isEmpty() && !methods.contains(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
        }
        throw new RuleViolated(ApiRule.NOT_FOUND);
    }
}
