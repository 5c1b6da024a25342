package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Display text. Chinese is the source and the fallback; English is complete.
 *
 * <p>Text files are {@code vaadin-i18n/translations.properties} and {@code translations_en.properties}. Parameters are
 * {@code {0}}, {@code {1}} …, put in as they are: numbers and dates are formatted by {@link Format} first. Of
 * {@code {0|project|projects}} the first word is put in where the parameter is 1, else the second. There is no other markup, so
 * an apostrophe is just an apostrophe.
 */
@Component
public class I18n implements I18NProvider {
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final String BUNDLE = "vaadin-i18n.translations";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String[] NO_WORDS = {};
    private static final ConcurrentHashMap<Locale, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(CHINESE, ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return text(locale, key, params);
    }

    /** Text in the language of the current user. */
    public static String t(String key, Object... params) {
        return text(locale(), key, params);
    }

    /** @return the text, or the key itself when there is none, so that a gap is seen and nothing breaks */
    public static String text(Locale locale, String key, Object... params) {
        ResourceBundle bundle = bundle(locale);
        return bundle.containsKey(key) ? fill(bundle.getString(key), params) : key;
    }

    /** The name of a field as a label: in a sentence it begins small, at the head of a column or field it does not. */
    public static String label(String field) {
        String name = t("field." + field);
        return name.substring(0, 1).toUpperCase(locale()) + name.substring(1);
    }

    public static boolean has(String key) {
        return bundle(CHINESE).containsKey(key);
    }

    /** The language of the current user; Chinese outside of a browser's request. */
    public static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? CHINESE : ui.getLocale();
    }

    public static boolean isChinese() {
        return !ENGLISH.getLanguage().equals(locale().getLanguage());
    }

    private static ResourceBundle bundle(Locale locale) {
        Locale known = locale != null && ENGLISH.getLanguage().equals(locale.getLanguage()) ? ENGLISH : Locale.ROOT;
        return BUNDLES.computeIfAbsent(known, I18n::load);
    }

    private static ResourceBundle load(Locale locale) {
        try {
            return ResourceBundle.getBundle(BUNDLE, locale, I18n.class.getClassLoader(), EXACT);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("The text files are not on the class path: " + BUNDLE, e);
        }
    }

    private static String fill(String pattern, Object... params) {
        if (params.length == 0 || pattern.indexOf('{') < 0) {
            return pattern;
        }
        StringBuilder out = new StringBuilder(pattern.length() + 16 * params.length);
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            String inside = close < 0 ? "" : pattern.substring(open + 1, close);
            String[] words = inside.length() > 2 && inside.charAt(1) == '|'
                    ? inside.substring(2).split("\\|", -1)
                    : NO_WORDS;
            boolean known = inside.length() == 1 || words.length == 2;
            int index = known ? Character.digit(inside.charAt(0), 10) : -1;
            if (index < 0 || index >= params.length) {
                out.append(pattern, from, open + 1);
                from = open + 1;
            } else {
                out.append(pattern, from, open)
                        .append(
                                words.length == 0
                                        ? params[index]
                                        : words["1".equals(String.valueOf(params[index])) ? 0 : 1]);
                from = close + 1;
            }
        }
        return out.append(pattern, from, pattern.length()).toString();
    }
}
