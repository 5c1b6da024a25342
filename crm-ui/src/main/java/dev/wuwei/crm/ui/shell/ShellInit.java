package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.wuwei.crm.projections.ledger.PointsInTime;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.I18n;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** What every page starts with: the chosen language and scheme, and the day that the address asks for. */
@Component
class ShellInit implements VaadinServiceInitListener {
    private final PointsInTime points;

    ShellInit(PointsInTime points) {
        this.points = points;
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.getSource()
                .addSessionInitListener(
                        event -> event.getSession().setLocale(Preferences.language(event.getRequest())));
        init.getSource().addSessionInitListener(event -> event.getSession().setErrorHandler(Failures::report));
        init.getSource().setSystemMessagesProvider(info -> systemMessages(info.getLocale()));
        init.getSource().addUIInitListener(event -> prepare(event.getUI()));
        init.addIndexHtmlRequestListener(PageHeaders::apply);
        init.addIndexHtmlRequestListener(response -> {
            Element html = response.getDocument().child(0);
            html.attr("lang", I18n.ENGLISH.equals(Preferences.language(response.getVaadinRequest())) ? "en" : "zh-CN");
            ColorScheme.Value scheme = Preferences.scheme(response.getVaadinRequest());
            html.attr("style", "color-scheme:" + scheme.getValue());
            if (scheme != ColorScheme.Value.SYSTEM) {
                html.attr("theme", scheme.getThemeValue());
            }
        });
    }

    private void prepare(UI ui) {
        ui.getReconnectDialogConfiguration().setDialogText(t("shell.offline"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(t("shell.offline.gave-up"));
        ui.addBeforeEnterListener(event -> look(ui, event));
    }

    /** The whole page is of the point that its address names; where there is none such, nothing of the page is shown. */
    private void look(UI ui, BeforeEnterEvent event) {
        if (event.getNavigationTarget() == RefusedView.class) {
            AsOf.remember(ui, QueryParameters.empty());
            return;
        }
        AsOf.remember(ui, event.getLocation().getQueryParameters());
        if (HasErrorParameter.class.isAssignableFrom(event.getNavigationTarget())) {
            return;
        }
        CurrentUser.find().ifPresent(user -> {
            try {
                points.check(AsOf.current().query(), user.viewer());
            } catch (RuleViolated violated) {
                event.rerouteToError(violated, "");
            }
        });
    }

    private static SystemMessages systemMessages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(I18n.text(locale, "shell.session-ended"));
        messages.setSessionExpiredMessage(I18n.text(locale, "shell.session-ended.note"));
        messages.setInternalErrorCaption(I18n.text(locale, "shell.broken"));
        messages.setInternalErrorMessage(I18n.text(locale, "shell.broken.reload"));
        messages.setCookiesDisabledCaption(I18n.text(locale, "shell.cookies"));
        messages.setCookiesDisabledMessage(I18n.text(locale, "shell.cookies.note"));
        return messages;
    }
}
