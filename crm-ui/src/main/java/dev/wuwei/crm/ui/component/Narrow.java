package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;

/** One column, two-line rows: a page narrower than 800 px. Most of it is CSS; this is for what CSS cannot do. */
public final class Narrow {
    private static final int WIDTH = 800;

    private Narrow() {}

    /** Tells now and whenever it changes, for as long as {@code owner} is on a page. */
    public static void watch(Component owner, SerializableConsumer<Boolean> listener) {
        owner.addAttachListener(event -> {
            UI ui = event.getUI();
            Registration resize =
                    ui.getPage().addBrowserWindowResizeListener(size -> listener.accept(size.getWidth() < WIDTH));
            owner.addDetachListener(detach -> {
                detach.unregisterListener();
                resize.remove();
            });
            listener.accept(is(ui));
        });
    }

    public static boolean is(UI ui) {
        var details = ui.getPage().getExtendedClientDetails();
        return details != null && details.getWindowInnerWidth() > 0 && details.getWindowInnerWidth() < WIDTH;
    }
}
