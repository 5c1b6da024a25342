package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Notify;
import dev.wuwei.crm.ui.component.People;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who is signed in, at the foot of the drawer; language, light or dark, own password, sign out. */
class UserMenu extends Composite<Div> {
    private static final String CHANGE_PASSWORD = "staff.ChangePassword";

    UserMenu(CurrentUser user, AuthenticationContext authentication, CommandDialogs dialogs) {
        Avatar avatar = People.avatar(user.name());
        Span name = new Span(user.name());
        name.addClassName("ww-user-name");
        Span role = new Span(
                user.roles().stream().sorted().map(Enums::name).collect(Collectors.joining(t("shell.list-comma"))));
        role.addClassName("ww-note");
        Div who = new Div(name, role);
        who.addClassName("ww-user-who");

        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem settings = bar.addItem(Icon.SLIDERS.create());
        settings.setAriaLabel(t("shell.settings"));
        SubMenu menu = settings.getSubMenu();
        language(menu);
        menu.addSeparator();
        scheme(menu);
        menu.addSeparator();
        menu.addItem(
                CommandDialogs.title(CHANGE_PASSWORD),
                event -> dialogs.open(
                        CHANGE_PASSWORD,
                        CommandContext.empty().about(user.name()).with("staffId", user.id()),
                        result -> Notify.done(t("shell.password-changed"))));
        menu.addItem(t("shell.sign-out"), event -> authentication.logout());

        getContent().addClassName("ww-user");
        getContent().add(avatar, who, bar);
    }

    private static void language(SubMenu menu) {
        choice(menu, "shell.language.zh", I18n.isChinese(), ui -> Preferences.choose(ui, I18n.CHINESE));
        choice(menu, "shell.language.en", !I18n.isChinese(), ui -> Preferences.choose(ui, I18n.ENGLISH));
    }

    private static void scheme(SubMenu menu) {
        ColorScheme.Value now = Preferences.scheme(VaadinRequest.getCurrent());
        for (ColorScheme.Value value :
                new ColorScheme.Value[] {ColorScheme.Value.SYSTEM, ColorScheme.Value.LIGHT, ColorScheme.Value.DARK}) {
            MenuItem item = choice(
                    menu,
                    "shell.scheme." + value.name().toLowerCase(Locale.ROOT),
                    value == now,
                    ui -> Preferences.choose(ui, value));
            item.addClickListener(event -> menu.getItems().stream()
                    .filter(it -> it.getElement().hasAttribute("data-scheme"))
                    .forEach(it -> it.setChecked(it == item)));
            item.getElement().setAttribute("data-scheme", true);
        }
    }

    private static MenuItem choice(SubMenu menu, String key, boolean checked, SerializableConsumer<UI> choose) {
        MenuItem item = menu.addItem(t(key), event -> choose.accept(UI.getCurrent()));
        item.setCheckable(true);
        item.setChecked(checked);
        return item;
    }
}
