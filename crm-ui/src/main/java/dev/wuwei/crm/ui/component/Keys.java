package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * Keys that work everywhere on a page but never while somebody types: {@code shell.js} looks for the topmost visible
 * component with the key, and clicks it (or puts the cursor into it, when it is a field).
 */
public final class Keys {
    public static final String SEARCH = "/";
    public static final String NEW = "n";
    public static final String LOG_VISIT = "v";
    public static final String NEXT = "j";
    public static final String PREVIOUS = "k";
    /** Not while something has the cursor that the space bar presses. */
    public static final String STOP = " ";
    /** Works while typing too. */
    public static final String SAVE = "ctrl+enter";

    private Keys() {}

    /** Gives the component its key. Inside an open dialog only the dialog's own keys work. */
    public static <C extends HasElement> C bind(C component, String key) {
        component.getElement().setAttribute("data-key", key);
        return component;
    }

    /** The small cap that shows the key on a button; nothing on a touch screen. */
    public static Component cap(String key) {
        Span cap = new Span(key.toUpperCase(Locale.ROOT));
        cap.addClassName("ww-key");
        cap.getElement().setAttribute("aria-hidden", "true");
        return cap;
    }
}
