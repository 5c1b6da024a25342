package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.ui.sentence.Names;
import dev.wuwei.crm.ui.sentence.Refusals;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Broken rules as sentences in the user's language. */
@Component
public class ErrorTexts {
    private static final AtomicReference<Names> NAMES = new AtomicReference<>(id -> null);

    ErrorTexts(ObjectProvider<Names> names) {
        names.ifUnique(NAMES::set);
    }

    /** All that is wrong, one sentence a line. */
    public static String of(RuleViolated violated) {
        return violated.violations().stream().map(ErrorTexts::of).collect(Collectors.joining("\n"));
    }

    public static String of(Violation violation) {
        return Refusals.text(violation, I18n.locale(), NAMES.get());
    }
}
