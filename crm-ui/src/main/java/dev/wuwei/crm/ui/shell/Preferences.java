package dev.wuwei.crm.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import dev.wuwei.crm.ui.component.I18n;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Language and light or dark: per browser, in cookies, so that the sign-in page already has them. */
final class Preferences {
    private static final String LANGUAGE = "ww-lang";
    private static final String SCHEME = "ww-scheme";
    private static final int A_YEAR = 365 * 24 * 3600;

    private Preferences() {}

    /** Chinese unless English was chosen. */
    static Locale language(VaadinRequest request) {
        return cookie(request, LANGUAGE)
                .filter(I18n.ENGLISH.getLanguage()::equals)
                .map(it -> I18n.ENGLISH)
                .orElse(I18n.CHINESE);
    }

    /** As the system is unless one was chosen. */
    static ColorScheme.Value scheme(VaadinRequest request) {
        return switch (cookie(request, SCHEME).orElse("")) {
            case "light" -> ColorScheme.Value.LIGHT;
            case "dark" -> ColorScheme.Value.DARK;
            default -> ColorScheme.Value.SYSTEM;
        };
    }

    static void choose(UI ui, Locale language) {
        keep(LANGUAGE, language.getLanguage());
        VaadinSession.getCurrent().setLocale(language);
        ui.getPage().reload();
    }

    static void choose(UI ui, ColorScheme.Value scheme) {
        keep(SCHEME, scheme == ColorScheme.Value.SYSTEM ? "" : scheme.getValue());
        ui.getPage().setColorScheme(scheme);
    }

    private static void keep(String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        Optional.ofNullable(VaadinService.getCurrentResponse()).ifPresent(it -> it.addCookie(cookie));
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
