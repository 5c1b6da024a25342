package dev.wuwei.crm.api;

import dev.wuwei.crm.api.CommandService.Accepted;
import dev.wuwei.crm.api.CommandService.Prepared;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Commands, one at a time or up to a thousand at once. */
@RestController
@RequestMapping(path = "/api/v1/commands", produces = MediaType.APPLICATION_JSON_VALUE)
class CommandController {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    /** {@code false} when the command is stored but the read models had not caught up in time. */
    static final String VISIBLE = "Wuwei-Visible";

    static final int MOST_ROWS = 1000;

    private static final int LARGEST = 1024 * 1024;
    private static final int LARGEST_BATCH = 20 * LARGEST;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final CommandService commands;
    private final Problems problems;

    CommandController(CommandService commands, Problems problems) {
        this.commands = commands;
        this.problems = problems;
    }

    /**
     * One row of a batch that was accepted.
     *
     * @param row counted from 0
     */
    record AcceptedRow(
            int row,
            int status,
            @com.fasterxml.jackson.annotation.JsonUnwrapped Accepted answer) {}

    /** One row of a batch that was refused. */
    record RefusedRow(int row, int status, String code, String detail, List<Problem.FieldError> errors) {
        static RefusedRow of(int row, Problem problem) {
            return new RefusedRow(row, problem.status(), problem.code(), problem.detail(), problem.errors());
        }
    }

    @PostMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Accepted> send(
            @PathVariable String name,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key,
            @RequestParam(defaultValue = "true") boolean wait,
            HttpServletRequest request)
            throws IOException {
        Caller caller = Account.caller();
        requireKey(key);
        byte[] body = body(request, LARGEST);
        Accepted accepted = commands.send(commands.prepare(name, JsonBody.read(body), body, key, caller), key, caller);
        return answer(accepted, wait, accepted.position());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> sendMany(
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key,
            @RequestParam(defaultValue = "false") boolean atomic,
            @RequestParam(defaultValue = "true") boolean wait,
            HttpServletRequest request)
            throws IOException {
        Caller caller = Account.caller();
        Locale locale = ApiLocale.of(request);
        requireKey(key);
        if (atomic && key != null) {
            throw RuleViolated.at(IDEMPOTENCY_KEY, ApiRule.KEY_FOR_A_WHOLE_BATCH);
        }
        JsonNode rows = JsonBody.read(body(request, LARGEST_BATCH));
        if (!rows.isArray()) {
            throw new RuleViolated(ApiRule.ARRAY_EXPECTED);
        }
        if (rows.isEmpty()) {
            throw new RuleViolated(ApiRule.EMPTY_BATCH);
        }
        if (rows.size() > MOST_ROWS) {
            throw new RuleViolated(ApiRule.TOO_MANY_ROWS, MOST_ROWS);
        }
        return atomic ? together(rows, caller, locale, wait) : oneByOne(rows, key, caller, locale, wait);
    }

    private ResponseEntity<?> oneByOne(JsonNode rows, String key, Caller caller, Locale locale, boolean wait) {
        List<Object> answers = new ArrayList<>(rows.size());
        long last = 0;
        for (int row = 0; row < rows.size(); row++) {
            try {
                Row read = row(rows.get(row), key, row, caller);
                Accepted accepted = commands.send(read.prepared(), read.key(), caller);
                last = Math.max(last, accepted.position());
                answers.add(new AcceptedRow(row, 200, accepted));
            } catch (RuleViolated violated) {
                answers.add(RefusedRow.of(row, problems.of(violated, locale)));
            }
        }
        return answer(answers, wait, last);
    }

    private ResponseEntity<?> together(JsonNode rows, Caller caller, Locale locale, boolean wait) {
        List<Prepared> prepared = new ArrayList<>(rows.size());
        Problem[] refused = new Problem[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            try {
                prepared.add(row(rows.get(row), null, row, caller).prepared());
            } catch (RuleViolated violated) {
                refused[row] = problems.of(inRow(row, violated), locale);
            }
        }
        if (prepared.size() == rows.size()) {
            try {
                List<Accepted> accepted = commands.sendAll(prepared, caller);
                List<Object> answers = new ArrayList<>(accepted.size());
                accepted.forEach(each -> answers.add(new AcceptedRow(answers.size(), 200, each)));
                return answer(
                        answers,
                        wait,
                        accepted.stream().mapToLong(Accepted::position).max().orElse(0));
            } catch (CommandDispatcher.BatchRefused e) {
                refused[e.index()] = problems.of(inRow(e.index(), e.violated()), locale);
            }
        }
        return Problems.response(refusedAsAWhole(refused, locale));
    }

    private Problem refusedAsAWhole(Problem[] refused, Locale locale) {
        List<Object> answers = new ArrayList<>(refused.length);
        List<Problem.FieldError> errors = new ArrayList<>();
        int first = -1;
        for (int row = 0; row < refused.length; row++) {
            Problem problem = refused[row];
            if (problem != null) {
                first = first < 0 ? row : first;
                errors.addAll(problem.errors());
            }
            answers.add(RefusedRow.of(row, problem == null ? problems.of(ApiRule.ROLLED_BACK, locale) : problem));
        }
        Problem whole = problems.of(ApiRule.BATCH_REFUSED, locale, first + 1);
        return new Problem(
                whole.type(),
                refused[first].title(),
                refused[first].status(),
                whole.detail(),
                whole.code(),
                errors,
                answers);
    }

    private static RuleViolated inRow(int row, RuleViolated violated) {
        return new RuleViolated(violated.violations().stream()
                .map(violation -> new Violation(
                        violation.rule(),
                        "[" + row + "]" + (violation.field() == null ? "" : "." + violation.field()),
                        violation.args()))
                .toList());
    }

    private record Row(Prepared prepared, String key) {}

    /** A row is {@code {"command": "lead.LogVisit", "body": {…}, "idempotencyKey": "…"}}; the key may be left out. */
    private Row row(JsonNode node, String batchKey, int row, Caller caller) {
        if (!node.isObject()) {
            throw new RuleViolated(ApiRule.OBJECT_EXPECTED);
        }
        node.propertyNames().stream()
                .filter(name -> !List.of("command", "body", "idempotencyKey").contains(name))
                .findFirst()
                .ifPresent(name -> {
                    String shown = RecordReader.shown(name);
                    throw RuleViolated.at(shown, ApiRule.UNKNOWN_FIELD, shown);
                });
        JsonNode name = node.path("command");
        if (!name.isString()) {
            throw RuleViolated.at("command", dev.wuwei.crm.shared.SharedRule.REQUIRED);
        }
        JsonNode body = node.path("body");
        if (!body.isObject()) {
            throw RuleViolated.at("body", ApiRule.OBJECT_EXPECTED);
        }
        String own = node.path("idempotencyKey").isString()
                ? node.path("idempotencyKey").stringValue()
                : null;
        String key = Objects.requireNonNullElseGet(own, () -> batchKey == null ? "" : batchKey + "#" + row);
        key = key.isEmpty() ? null : key;
        requireKey(key);
        return new Row(commands.prepare(name.stringValue(), body, JsonBody.write(body), key, caller), key);
    }

    private <T> ResponseEntity<T> answer(T body, boolean wait, long position) {
        boolean visible = !wait || commands.await(position);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (!visible) {
            answer.header(VISIBLE, "false");
        }
        return answer.body(body);
    }

    private static void requireKey(String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw RuleViolated.at(IDEMPOTENCY_KEY, ApiRule.IDEMPOTENCY_KEY_FORM);
        }
    }

    private static byte[] body(HttpServletRequest request, int largest) throws IOException {
        if (request.getContentLengthLong() > largest) {
            throw new RuleViolated(ApiRule.TOO_LARGE, largest / LARGEST + " MB");
        }
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            throw new RuleViolated(ApiRule.TOO_LARGE, largest / LARGEST + " MB");
        }
        return body;
    }
}
