package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.RuleViolated;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The permits (许可) that have been granted. */
final class Permits {
    record Granted(Coded permit, LocalDate on, String event) {}

    private final Map<String, Granted> granted = new HashMap<>();

    void requireOpen(Coded permit) {
        Granted before = granted.get(permit.code());
        if (before != null) {
            throw new RuleViolated(FollowUpRule.ALREADY_GRANTED, before.on());
        }
    }

    Granted requireGranted(String code) {
        Granted found = granted.get(code);
        if (found == null) {
            throw new RuleViolated(FollowUpRule.NOT_GRANTED);
        }
        return found;
    }

    void grant(Coded permit, LocalDate on, String event) {
        granted.put(permit.code(), new Granted(permit, on, event));
    }

    void withdraw(Coded permit) {
        granted.remove(permit.code());
    }

    String event(Coded permit) {
        return granted.get(permit.code()).event();
    }
}
