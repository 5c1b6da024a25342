package dev.wuwei.crm.api;

import dev.wuwei.crm.platform.files.FilesRule;
import dev.wuwei.crm.platform.postgres.DatabaseRule;
import dev.wuwei.crm.shared.RuleViolated;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every error of the REST interface as a problem; of what is our own fault the caller learns a number and nothing else. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final Problems problems;

    ApiErrors(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> any(Exception failure, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                || failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException) {
            // The screens and the security filters have answers of their own.
            throw failure;
        }
        Locale locale = ApiLocale.of(request);
        ResponseEntity<Problem> answer = problems.response(broken(failure, request), locale);
        if (failure instanceof HttpRequestMethodNotSupportedException method
                && method.getSupportedHttpMethods() != null) {
            return ResponseEntity.status(answer.getStatusCode())
                    .headers(answer.getHeaders())
                    .allow(method.getSupportedHttpMethods().toArray(HttpMethod[]::new))
                    .body(answer.getBody());
        }
        return answer;
    }

    private static RuleViolated broken(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case RuleViolated violated -> violated;
            case HttpRequestMethodNotSupportedException e ->
                new RuleViolated(ApiRule.METHOD_NOT_ALLOWED, e.getMethod());
            case HttpMediaTypeNotSupportedException e ->
                new RuleViolated(ApiRule.MEDIA_TYPE, texts(e.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException e -> new RuleViolated(ApiRule.NOT_ACCEPTABLE, "application/json");
            case MethodArgumentTypeMismatchException e ->
                RuleViolated.at(
                        e.getName(),
                        ApiRule.PARAMETER_FORM,
                        RecordReader.shown(String.valueOf(e.getValue())),
                        allowed(typeOfOne(e)));
            case MissingServletRequestParameterException e ->
                RuleViolated.at(e.getParameterName(), dev.wuwei.crm.shared.SharedRule.REQUIRED);
            case MissingServletRequestPartException e -> new RuleViolated(FilesRule.MISSING);
            case MaxUploadSizeExceededException e -> new RuleViolated(FilesRule.TOO_LARGE, "20 MB");
            case MultipartException e -> new RuleViolated(FilesRule.DAMAGED);
            case NoResourceFoundException e -> new RuleViolated(ApiRule.NOT_FOUND);
            case ClientAbortException e -> new RuleViolated(DatabaseRule.UNAVAILABLE);
            default ->
                DatabaseRule.behind(failure)
                        .map(rule -> away(rule, failure, request))
                        .orElseGet(() -> ourFault(failure));
        };
    }

    private static RuleViolated away(DatabaseRule rule, Exception failure, HttpServletRequest request) {
        LOG.warn("The database is away: {}", failure.toString());
        // Who only reads leaves nothing in doubt.
        boolean reads = HttpMethod.GET.matches(request.getMethod());
        return new RuleViolated(reads ? DatabaseRule.UNAVAILABLE : rule);
    }

    private static RuleViolated ourFault(Exception failure) {
        String number =
                String.format(Locale.ROOT, "%04X", ThreadLocalRandom.current().nextInt(0x10000));
        LOG.error("Request failed, number {}", number, failure);
        return new RuleViolated(ApiRule.OUR_FAULT, number);
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    /** A parameter may take several values, each of this type. */
    private static Class<?> typeOfOne(MethodArgumentTypeMismatchException mismatch) {
        Class<?> element = ResolvableType.forMethodParameter(mismatch.getParameter())
                .asCollection()
                .resolveGeneric();
        return element == null ? mismatch.getRequiredType() : element;
    }

    private static List<String> allowed(Class<?> type) {
        if (type == null) {
            return List.of();
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
        }
        if (type == boolean.class || type == Boolean.class) {
            return List.of("true", "false");
        }
        if (type == java.time.LocalDate.class) {
            return List.of("2023-11-30");
        }
        if (type == java.time.Instant.class) {
            return List.of("2023-11-30T08:00:00Z");
        }
        return Set.of(int.class, Integer.class, long.class, Long.class).contains(type)
                ? List.of("0, 1, 2 …")
                : List.of(type.getSimpleName());
    }
}
