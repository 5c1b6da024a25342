package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** Says what was done, at the bottom, for five seconds; what went wrong stays until it is closed. */
public final class Notify {
    private static final int FIVE_SECONDS = 5000;
    private static final int UNTIL_CLOSED = 0;

    private Notify() {}

    /** {@code 已记下，12-08 提醒你核对送电}. */
    public static Notification done(String text) {
        return show(text, null, null, FIVE_SECONDS);
    }

    /** {@code 已把 6 个洽谈指派给孙丙 【撤回】}. */
    public static Notification done(String text, String action, Runnable onAction) {
        return show(text, action, onAction, FIVE_SECONDS);
    }

    public static Notification info(String text) {
        return show(text, null, null, FIVE_SECONDS);
    }

    /** Stays, with a cross. */
    public static Notification failed(String text) {
        return show(text, null, null, UNTIL_CLOSED);
    }

    /** Stays; {@code 没有保存：网络断开，已存为草稿 【重试】}. */
    public static Notification failed(String text, String action, Runnable onAction) {
        return show(text, action, onAction, UNTIL_CLOSED);
    }

    private static Notification show(String text, String action, Runnable onAction, int duration) {
        Notification notification = new Notification();
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.setDuration(duration);
        notification.setAssertive(duration == UNTIL_CLOSED);
        Span words = new Span(text);
        words.addClassName("ww-toast-text");
        notification.add(words);
        if (action != null) {
            Button button = new Button(action, event -> {
                notification.close();
                onAction.run();
            });
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            notification.add(button);
        }
        if (duration == UNTIL_CLOSED) {
            Button close = new Button(Icon.CROSS.create(), event -> notification.close());
            close.setAriaLabel(t("component.close"));
            close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            notification.add(close);
        }
        if (UI.getCurrent() != null) {
            notification.open();
        }
        return notification;
    }
}
