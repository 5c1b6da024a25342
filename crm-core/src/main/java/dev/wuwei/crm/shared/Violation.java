package dev.wuwei.crm.shared;

import java.util.List;

/**
 * One broken rule.
 *
 * @param field the input field it belongs to, or {@code null} for the whole form; inside lists {@code phases[1].startBy}
 * @param args what the translated message needs, in order
 */
public record Violation(Rule rule, String field, List<Object> args) {
    public Violation {
        args = List.copyOf(args);
    }

    public String code() {
        return rule.code();
    }
}
