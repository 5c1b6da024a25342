package dev.wuwei.crm.lookback;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;

/** A day by which something is to be done comes after the day of the step that sets it. */
final class Deadlines {
    private Deadlines() {}

    /** @param step {@code null} where the step has no day that can be */
    static LocalDate after(LocalDate step, LocalDate given, String field, Violations found) {
        LocalDate deadline = found.value(() -> Checks.plausible(given, field));
        if (step != null && deadline != null && !deadline.isAfter(step)) {
            found.at(field, LookBackRule.DEADLINE_TOO_EARLY, step);
        }
        return deadline;
    }

    /** @param standing the day that it moves from, or {@code null} for none */
    static LocalDate moved(LocalDate standing, LocalDate step, LocalDate given, String field, Violations found) {
        LocalDate deadline = after(step, given, field, found);
        if (deadline != null && deadline.equals(standing)) {
            found.at(field, LookBackRule.DEADLINE_UNCHANGED, deadline);
        }
        return deadline;
    }
}
