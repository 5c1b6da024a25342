package dev.wuwei.crm.api;

import dev.wuwei.crm.platform.files.FilesRule;
import dev.wuwei.crm.platform.postgres.DatabaseRule;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.tenure.TenureRule;
import dev.wuwei.crm.shared.Rule;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.sentence.Names;
import dev.wuwei.crm.ui.sentence.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes problems out of broken rules, in the caller's language. */
@Component
class Problems {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectProvider<Names> names;

    Problems(ObjectProvider<Names> names) {
        this.names = names;
    }

    Problem of(RuleViolated violated, Locale locale) {
        Names known = names.getIfAvailable(() -> id -> null);
        List<Problem.FieldError> errors = violated.violations().stream()
                .map(violation -> new Problem.FieldError(
                        violation.field(), violation.code(), Refusals.text(violation, locale, known)))
                .toList();
        String detail = errors.stream()
                .map(Problem.FieldError::message)
                .distinct()
                .limit(5)
                .collect(Collectors.joining(I18n.ENGLISH.equals(locale) ? " " : ""));
        HttpStatus status = status(violated.rule());
        return new Problem(
                "about:blank",
                I18n.text(locale, "error.title." + status.value()),
                status.value(),
                detail,
                violated.code(),
                errors,
                null);
    }

    Problem of(Rule rule, Locale locale, Object... args) {
        return of(new RuleViolated(List.of(new Violation(rule, rule.field(), List.of(args)))), locale);
    }

    ResponseEntity<Problem> response(RuleViolated violated, Locale locale) {
        return response(of(violated, locale));
    }

    static ResponseEntity<Problem> response(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .body(problem);
    }

    /** For filters, which answer before any controller is asked. */
    void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(MAPPER.writeValueAsBytes(problem));
    }

    static HttpStatus status(Rule rule) {
        return switch (rule) {
            case ApiRule api ->
                switch (api) {
                    case MALFORMED_JSON, IDEMPOTENCY_KEY_FORM, KEY_FOR_A_WHOLE_BATCH, PARAMETER_FORM, PAGE_RANGE ->
                        HttpStatus.BAD_REQUEST;
                    case SIGN_IN -> HttpStatus.UNAUTHORIZED;
                    case UNKNOWN_COMMAND, NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
                    case NOT_ACCEPTABLE -> HttpStatus.NOT_ACCEPTABLE;
                    case TOO_LARGE, TOO_MANY_ROWS -> HttpStatus.CONTENT_TOO_LARGE;
                    case MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
                    case TOO_MANY_ATTEMPTS -> HttpStatus.TOO_MANY_REQUESTS;
                    case OUR_FAULT -> HttpStatus.INTERNAL_SERVER_ERROR;
                    default -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
            case SharedRule shared ->
                switch (shared) {
                    case NOT_ALLOWED, OUTSIDE_YOUR_PARKS -> HttpStatus.FORBIDDEN;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case ALREADY_TAKEN, CHANGED_MEANWHILE, IDEMPOTENCY_CONFLICT -> HttpStatus.CONFLICT;
                    default -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
            case TenureRule yours -> HttpStatus.FORBIDDEN;
            case LedgerRule ledger ->
                ledger == LedgerRule.AS_KNOWN_NOT_ALLOWED ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_CONTENT;
            case DatabaseRule away -> HttpStatus.SERVICE_UNAVAILABLE;
            case FilesRule files ->
                files == FilesRule.TOO_LARGE ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
