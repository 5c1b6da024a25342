package dev.wuwei.crm.shared;

import java.util.regex.Pattern;

/** What telephone numbers and e-mail addresses look like. */
public final class ContactForms {
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()\\-]{3,18}[0-9]");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

    private ContactForms() {}

    /** Mobile, landline with area code or extension, or abroad with a plus sign. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }

    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }
}
