package dev.wuwei.crm.api;

import dev.wuwei.crm.ui.component.I18n;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The caller's language: the first of Chinese and English in {@code Accept-Language}; Chinese when neither is there. */
final class ApiLocale {
    private ApiLocale() {}

    /** The language of whoever is being answered by this thread. */
    static Locale current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? of(here.getRequest())
                : I18n.CHINESE;
    }

    static Locale of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return I18n.CHINESE;
        }
        for (Locale wanted : Collections.list(request.getLocales())) {
            if (wanted.getLanguage().equals(I18n.ENGLISH.getLanguage())) {
                return I18n.ENGLISH;
            }
            if (wanted.getLanguage().equals(I18n.CHINESE.getLanguage())) {
                return I18n.CHINESE;
            }
        }
        return I18n.CHINESE;
    }
}
