package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import dev.wuwei.crm.platform.postgres.DatabaseRule;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.Notify;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What nobody expected: logged under a number, and the user is told the number, never the cause. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static void report(ErrorEvent event) {
        UI ui = UI.getCurrent();
        String text = text(event.getThrowable());
        if (ui != null) {
            ui.access(() -> Notify.failed(text));
        }
    }

    /** @return the sentence for the user */
    static String text(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolated violated) {
                return ErrorTexts.of(violated);
            }
        }
        return DatabaseRule.behind(failure)
                .map(rule -> ErrorTexts.of(new RuleViolated(rule)))
                .orElseGet(() -> t("component.failed", log(failure)));
    }

    /** @return the number it is logged under */
    static String log(Throwable failure) {
        String number =
                String.format(Locale.ROOT, "%04X", ThreadLocalRandom.current().nextInt(0x10000));
        LOG.error("Screen failed, number {}", number, failure);
        return number;
    }
}
