package dev.wuwei.crm.ui.counting;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.menu.MenuConfiguration;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery.Check;
import dev.wuwei.crm.ui.component.AsOf;
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
        boolean opens = MenuConfiguration.getMenuEntries().stream()
                .anyMatch(entry -> entry.path().replaceFirst("^/", "").equals(CountingNavigation.CHECKS));
        add(opens ? new Anchor(AsOf.current().link(CountingNavigation.CHECKS), words) : new Span(words));
    }
}
