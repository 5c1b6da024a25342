package dev.wuwei.crm.followup;

import dev.wuwei.crm.followup.FollowUpEvent.ElementPlanned;
import dev.wuwei.crm.shared.RuleViolated;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Which elements (要素) were promised by whom until when, and which have been delivered. */
final class Elements {
    record Delivered(LocalDate on, String event) {}

    private final Map<ElementKind, ElementPlanned> planned = new EnumMap<>(ElementKind.class);
    private final Map<ElementKind, Delivered> delivered = new EnumMap<>(ElementKind.class);

    void requireOpen(ElementKind element) {
        if (delivered.containsKey(element)) {
            throw new RuleViolated(
                    FollowUpRule.ALREADY_DELIVERED, delivered.get(element).on());
        }
    }

    void requireNewPlan(ElementKind element, String provider, LocalDate promisedOn) {
        ElementPlanned before = planned.get(element);
        if (before != null
                && before.provider().equals(provider)
                && before.promisedOn().equals(promisedOn)) {
            throw new RuleViolated(FollowUpRule.NOTHING_CHANGED);
        }
    }

    Delivered requireDelivered(ElementKind element) {
        Delivered found = delivered.get(element);
        if (found == null) {
            throw new RuleViolated(FollowUpRule.NOT_DELIVERED);
        }
        return found;
    }

    void plan(ElementPlanned plan) {
        planned.put(plan.element(), plan);
    }

    void deliver(ElementKind element, LocalDate on, String event) {
        delivered.put(element, new Delivered(on, event));
    }

    void withdraw(ElementKind element) {
        delivered.remove(element);
    }

    String event(ElementKind element) {
        return delivered.get(element).event();
    }
}
