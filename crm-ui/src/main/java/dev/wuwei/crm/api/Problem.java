package dev.wuwei.crm.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param code the rule's key, the same in every language
 * @param detail in the caller's language
 * @param errors each broken rule at its field
 * @param rows of a batch that was refused as a whole: what became of each row
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "errors", "rows"})
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<FieldError> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Object> rows) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** @param field path of the input field; {@code null} for the whole */
    record FieldError(String field, String code, String message) {}

    Problem withRows(List<Object> all) {
        return new Problem(type, title, status, detail, code, errors, all);
    }
}
