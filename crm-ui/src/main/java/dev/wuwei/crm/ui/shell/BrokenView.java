package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wuwei.crm.platform.postgres.DatabaseRule;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.PageTitle;
import jakarta.servlet.http.HttpServletResponse;

/** A page that could not be shown: a number for the administrator, no details for anybody else. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class BrokenView extends Div implements HasErrorParameter<Exception>, PageTitle {
    BrokenView() {
        addClassName("ww-view");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Exception failure = parameter.getCaughtException();
        // A page only reads: nothing is in doubt.
        boolean away = DatabaseRule.behind(failure).isPresent();
        String note = away
                ? ErrorTexts.of(new RuleViolated(DatabaseRule.UNAVAILABLE))
                : t("shell.broken.note", Failures.log(failure));
        add(new EmptyState(
                t("shell.broken-page"), note, new Anchor(AsOf.current().link("/"), t("shell.to-home"))));
        return away ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String pageTitle() {
        return t("shell.broken-page");
    }
}
