package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.ledger.PointsInTime;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PageTitle;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;

/** The address asks for what cannot be answered: says why, and what can be. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class RefusedView extends Div implements HasErrorParameter<RuleViolated>, PageTitle {
    private final PointsInTime points;

    RefusedView(PointsInTime points) {
        this.points = points;
        addClassName("ww-view");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<RuleViolated> parameter) {
        RuleViolated violated = parameter.getException();
        List<Anchor> ways = new ArrayList<>();
        if (violated.rule() == LedgerRule.BEFORE_FIRST_EVENT) {
            points.first()
                    .map(PointsInTime.First::day)
                    .ifPresent(day -> ways.add(new Anchor(
                            at(event.getLocation(), AsOf.asKnownNow(day)),
                            t("shell.refused.first-day", Format.date(day)))));
        }
        ways.add(new Anchor(at(event.getLocation(), AsOf.NOW), t("shell.as-of.back")));
        removeAll();
        add(new EmptyState(t("shell.refused"), ErrorTexts.of(violated), ways.toArray(Anchor[]::new)));
        return violated.rule() == LedgerRule.AS_KNOWN_NOT_ALLOWED
                ? HttpServletResponse.SC_FORBIDDEN
                : HttpServletResponse.SC_BAD_REQUEST;
    }

    private static String at(Location location, AsOf asOf) {
        String query = asOf.within(location.getQueryParameters()).getQueryString();
        return "/" + location.getPath() + (query.isEmpty() ? "" : "?" + query);
    }

    @Override
    public String pageTitle() {
        return t("shell.refused");
    }
}
