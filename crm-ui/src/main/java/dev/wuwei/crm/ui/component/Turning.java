package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;

/**
 * What nobody sits before turns its pages by itself, until somebody stops it: by the space bar, or by the button that shows
 * when one points at the page or comes to it by the keyboard. Stopped, it is turned by hand. For whoever wants less motion it
 * begins stopped.
 */
@JavaScript("context://shell.js")
public final class Turning extends Composite<Div> {
    private static final int PAGE_MILLIS = 20_000;

    private final Runnable turn;
    private final Runnable refresh;
    private final Button stop = new Button();
    private final Button next = new Button(Icon.ARROW_RIGHT.create());
    private boolean stopped;

    /**
     * For as long as {@code owner} is on a page, on which nothing else is polled for.
     *
     * @param turn goes on to the next page
     * @param refresh shows the same page as it is by now
     */
    public Turning(Component owner, Runnable turn, Runnable refresh) {
        this.turn = turn;
        this.refresh = refresh;
        getContent().addClassName("ww-turning");
        stop.addThemeVariants(ButtonVariant.TERTIARY);
        stop.addClickListener(event -> stop(!stopped));
        Keys.bind(stop, Keys.STOP);
        next.addThemeVariants(ButtonVariant.TERTIARY);
        next.addClickListener(event -> turn.run());
        next.setAriaLabel(t("component.turning.next"));
        next.setTooltipText(t("component.turning.next"));
        getContent().add(stop, next);
        stop(false);
        owner.addAttachListener(event -> {
            UI ui = event.getUI();
            ui.setPollInterval(PAGE_MILLIS);
            ui.getPage()
                    .executeJs("return matchMedia('(prefers-reduced-motion: reduce)').matches")
                    .then(Boolean.class, less -> stop(stopped || less));
            Registration turning = ui.addPollListener(poll -> goOn());
            owner.addDetachListener(detach -> {
                detach.unregisterListener();
                turning.remove();
                ui.setPollInterval(-1);
            });
        });
    }

    private void goOn() {
        (stopped ? refresh : turn).run();
    }

    private void stop(boolean stands) {
        stopped = stands;
        String label = t(stands ? "component.turning.go-on" : "component.turning.stop");
        stop.setIcon((stands ? Icon.PLAY : Icon.PAUSE).create());
        stop.setAriaLabel(label);
        stop.setTooltipText(label);
        next.setVisible(stands);
        getContent().setClassName("ww-turning-stopped", stands);
    }
}
