package dev.wuwei.crm.ui.counting;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery.Check;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;

/** Below figures: up to which event they were counted once more and tied, or that they did not; opens the recounts. */
public final class VerifiedNote extends Span {
    public VerifiedNote(TotalsCheckQuery checks) {
        addClassName("ww-verified");
        checks.latest().ifPresentOrElse(this::show, () -> setText(t("checks.never")));
    }

    private void show(Check check) {
        String words = check.ties()
                ? t("checks.verified", Format.count(check.checked().position()), Format.moment(check.at()))
                : t("checks.differ", Format.count(check.checked().different()), Format.moment(check.at()));
        if (!check.ties()) {
            addClassName("ww-verified-not");
        }
        add((check.ties() ? Icon.CHECK : Icon.WARNING).create());
        add(CountingNavigation.link(CountingNavigation.CHECKS, words));
    }
}
