package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wuwei.crm.ui.component.ComponentTexts;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Notify;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.security.LoginThrottle;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;

/** 登录. */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
public class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageTitle {
    public static final String PATH = "login";

    private static final List<String> FIVE = List.of("signed", "started", "completed", "producing", "above-size");

    private final LoginForm form = new LoginForm();

    LoginView(@Value("${wuwei.support:}") String support) {
        addClassName("ww-login");
        form.setAction(PATH);
        form.setI18n(ComponentTexts.login());
        form.addForgotPasswordListener(event -> Notify.info(t("login.forgot.answer")));

        Section door = new Section(language(), form, note("login.note", support));
        door.addClassName("ww-login-door");
        add(front(support), door);
    }

    private static Section front(String support) {
        H1 name = new H1(t("app.name"));
        Paragraph promise = new Paragraph(t("login.promise"));
        OrderedList five = new OrderedList();
        FIVE.forEach(gap -> five.add(new ListItem(t("login.gap." + gap))));
        Div middle = new Div(name, promise, five);
        middle.addClassName("ww-login-middle");
        Section front = new Section(middle, support(support));
        front.addClassName("ww-login-front");
        return front;
    }

    private static Div note(String key, String support) {
        Div note = new Div(new Span(t(key)), support(support));
        note.addClassName("ww-login-note");
        return note;
    }

    private static Span support(String support) {
        Span span = new Span(support.isBlank() ? "" : t("login.support", support));
        span.addClassName("ww-login-support");
        return span;
    }

    private static Div language() {
        Button other = new Button(
                t(I18n.isChinese() ? "shell.language.zh" : "shell.language.en"),
                event -> Preferences.choose(UI.getCurrent(), I18n.isChinese() ? I18n.ENGLISH : I18n.CHINESE));
        other.setSuffixComponent(Icon.SWAP.create());
        other.setAriaLabel(t(I18n.isChinese() ? "shell.language.to-en" : "shell.language.to-zh"));
        other.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        Div row = new Div(other);
        row.addClassName("ww-login-language");
        return row;
    }

    @Override
    public String getPageTitle() {
        return windowTitle();
    }

    @Override
    public String pageTitle() {
        return t("login.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (CurrentUser.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        if (query.getSingleParameter(LoginThrottle.LOCKED).isPresent()) {
            refuse(t("login.locked"), t("login.locked.note", LoginThrottle.LOCK_MINUTES));
        } else if (query.getSingleParameter("error").isPresent()) {
            String note = query.getSingleParameter(LoginThrottle.LEFT)
                    .filter(it -> it.matches("\\d"))
                    .map(left -> t("login.wrong.left", left, LoginThrottle.LOCK_MINUTES))
                    .orElse(t("login.wrong.note"));
            refuse(t("login.wrong"), note);
        }
    }

    private void refuse(String title, String message) {
        LoginI18n texts = ComponentTexts.login();
        texts.getErrorMessage().setTitle(title);
        texts.getErrorMessage().setMessage(message);
        form.setI18n(texts);
        form.setError(true);
    }
}
