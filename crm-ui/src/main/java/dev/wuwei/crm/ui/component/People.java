package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarVariant;

/** How people are shown. */
public final class People {
    private People() {}

    /** The last character of a Chinese name, which tells colleagues of one family apart; the first letter otherwise. */
    public static String initial(String name) {
        if (name == null || name.isBlank()) {
            return "";
        }
        String trimmed = name.trim();
        int last = trimmed.codePointBefore(trimmed.length());
        int shown = Character.isIdeographic(last) ? last : Character.toUpperCase(trimmed.codePointAt(0));
        return Character.toString(shown);
    }

    /** A grey disc of 24 px with the initial; the name beside it says the rest. */
    public static Avatar avatar(String name) {
        Avatar avatar = new Avatar(name);
        avatar.setAbbreviation(initial(name));
        avatar.addThemeVariants(AvatarVariant.SMALL);
        avatar.getElement().setAttribute("aria-hidden", "true");
        return avatar;
    }
}
