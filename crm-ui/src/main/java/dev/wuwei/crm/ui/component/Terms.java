package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EnglishNames;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Entries of dictionaries and templates as the user reads them: the name of their day, or what it is called in English. */
@Component
public class Terms {
    private static final AtomicReference<EnglishNames> ENGLISH = new AtomicReference<>(name -> Optional.empty());

    Terms(ObjectProvider<EnglishNames> names) {
        names.ifUnique(ENGLISH::set);
    }

    public static String of(Coded coded) {
        return of(coded.name(), I18n.locale());
    }

    /** @param name of an entry, or anything else, which stays as it is */
    public static String of(String name) {
        return of(name, I18n.locale());
    }

    public static String of(String name, Locale locale) {
        return locale.getLanguage().equals(I18n.ENGLISH.getLanguage())
                ? ENGLISH.get().of(name).orElse(name)
                : name;
    }
}
