package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.badge.Badge;

/** Small tags. Neutral for facts, accent for a state, yellow only for 迟报. */
public final class Badges {
    /** How a badge looks; {@link #css()} for templates. */
    public enum Kind {
        FACT(""),
        STATE("ww-badge-state"),
        LATE("ww-badge-late"),
        OUTLINE("ww-badge-outline");

        private final String css;

        Kind(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }
    }

    private Badges() {}

    /** 框架. */
    public static Badge fact(String text) {
        return of(Kind.FACT, text);
    }

    /** 整改中, 开工未竣工. */
    public static Badge state(String text) {
        return of(Kind.STATE, text);
    }

    /** 更正, 撤回. */
    public static Badge outline(String text) {
        return of(Kind.OUTLINE, text);
    }

    /** 迟报 12 天. */
    public static Badge late(long days) {
        return of(Kind.LATE, t("component.late-entry", Format.count(days)));
    }

    /** 只读, with a lock. */
    public static Badge readOnly() {
        Badge badge = of(Kind.FACT, t("shell.read-only"));
        badge.setIcon(Icon.LOCK.create());
        return badge;
    }

    public static Badge of(Kind kind, String text) {
        Badge badge = new Badge(text);
        if (kind != Kind.FACT) {
            badge.addClassName(kind.css());
        }
        return badge;
    }
}
