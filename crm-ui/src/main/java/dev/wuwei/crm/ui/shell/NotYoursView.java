package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.PageTitle;
import jakarta.servlet.http.HttpServletResponse;

/** The page exists, but not for this user's roles. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotYoursView extends Div implements HasErrorParameter<AccessDeniedException>, PageTitle {
    NotYoursView() {
        addClassName("ww-view");
        add(new EmptyState(
                t("shell.not-yours"),
                t("shell.not-yours.note"),
                new Anchor(AsOf.current().link("/"), t("shell.to-home"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String pageTitle() {
        return t("shell.not-yours");
    }
}
