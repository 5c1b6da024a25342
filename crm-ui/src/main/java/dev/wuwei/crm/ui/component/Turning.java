package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;

/** What nobody sits before turns its pages by itself. */
public final class Turning {
    private static final int PAGE_MILLIS = 20_000;

    private Turning() {}

    /** For as long as {@code owner} is on a page, on which nothing else is polled for. */
    public static void pages(Component owner, Runnable turn) {
        owner.addAttachListener(event -> {
            UI ui = event.getUI();
            ui.setPollInterval(PAGE_MILLIS);
            Registration turning = ui.addPollListener(poll -> turn.run());
            owner.addDetachListener(detach -> {
                detach.unregisterListener();
                turning.remove();
                ui.setPollInterval(-1);
            });
        });
    }
}
