package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.PageTitle;
import jakarta.servlet.http.HttpServletResponse;

/** There is no such page, or nothing that this user may see under that number. Which of the two is not said. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, PageTitle {
    NotFoundView() {
        addClassName("ww-view");
        add(new EmptyState(
                t("shell.not-found"),
                t("shell.not-found.note"),
                new Anchor(AsOf.current().link("/"), t("shell.to-home"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String pageTitle() {
        return t("shell.not-found");
    }
}
