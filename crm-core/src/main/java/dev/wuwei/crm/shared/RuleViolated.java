package dev.wuwei.crm.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A command was refused: one or more rules are broken and nothing was stored. Carries codes, never display text. */
public final class RuleViolated extends RuntimeException {
    private final transient List<Violation> violations;

    public RuleViolated(Rule rule, Object... args) {
        this(List.of(new Violation(rule, rule.field(), known(args))));
    }

    public RuleViolated(List<Violation> violations) {
        super(violations.stream().map(Violation::code).collect(Collectors.joining(", ")), null, false, false);
        this.violations = List.copyOf(violations);
    }

    /** The same rule at another field than its usual one. */
    public static RuleViolated at(String field, Rule rule, Object... args) {
        return new RuleViolated(List.of(new Violation(rule, field, known(args))));
    }

    private static List<Object> known(Object... args) {
        return Arrays.stream(args)
                .map(arg -> Objects.requireNonNullElse(arg, ""))
                .toList();
    }

    public List<Violation> violations() {
        return violations;
    }

    public Rule rule() {
        return violations.getFirst().rule();
    }

    public String code() {
        return violations.getFirst().code();
    }
}
