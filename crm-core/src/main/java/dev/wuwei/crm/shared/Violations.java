package dev.wuwei.crm.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects everything that is wrong with one input, so that the user sees all of it at once. */
public final class Violations {
    private final List<Violation> found = new ArrayList<>();

    public Violations add(Rule rule, Object... args) {
        return addAll(new RuleViolated(rule, args));
    }

    public Violations at(String field, Rule rule, Object... args) {
        return addAll(RuleViolated.at(field, rule, args));
    }

    public Violations when(boolean broken, Rule rule, Object... args) {
        return broken ? add(rule, args) : this;
    }

    /** Runs a check that throws, and keeps what it found. */
    public Violations check(Runnable check) {
        try {
            check.run();
        } catch (RuleViolated e) {
            addAll(e);
        }
        return this;
    }

    /**
     * Runs a check that gives the value as it is to be recorded.
     *
     * @return {@code null} when the check found something
     */
    public <T> T value(Supplier<T> check) {
        try {
            return check.get();
        } catch (RuleViolated e) {
            addAll(e);
            return null;
        }
    }

    /** @throws RuleViolated when anything was found */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new RuleViolated(found);
        }
    }

    private Violations addAll(RuleViolated violated) {
        found.addAll(violated.violations());
        return this;
    }
}
