package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout.OverlayContainment;

/** A drawer over the right part of a view, for where a number comes from; the whole screen on a phone. */
public class SidePanel extends Composite<MasterDetailLayout> {
    private Runnable onClose = () -> {};

    /** @param page what lies below the drawer */
    public SidePanel(Component page) {
        MasterDetailLayout layout = getContent();
        layout.addClassName("ww-side-panel");
        layout.setSizeFull();
        layout.setMaster(page);
        layout.setForceOverlay(true);
        layout.setOverlaySize("664px");
        layout.setOverlayContainment(OverlayContainment.LAYOUT);
        layout.addBackdropClickListener(event -> close());
        layout.addDetailEscapePressListener(event -> close());
    }

    /** Opens with these; what was open is replaced. */
    public void open(Component head, Component... body) {
        Button cross = new Button(Icon.CROSS.create(), event -> close());
        cross.setAriaLabel(t("component.panel.close"));
        cross.addThemeVariants(ButtonVariant.TERTIARY);
        cross.addClassName("ww-quiet");
        Div top = new Div(head, cross);
        top.addClassName("ww-side-panel-head");
        Div rest = new Div(body);
        rest.addClassName("ww-side-panel-body");
        Div panel = new Div(top, rest);
        panel.addClassName("ww-side-panel-detail");
        getContent().setDetail(panel);
    }

    public void close() {
        getContent().setDetail(null);
        onClose.run();
    }

    public void onClose(Runnable listener) {
        onClose = listener;
    }
}
