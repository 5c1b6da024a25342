package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;

/**
 * A button that changes something. While one looks at the past it is locked and says why; the same when
 * {@link #forbid} gave it a reason.
 */
public class WriteButton extends Button implements AfterNavigationObserver {
    private final Icon icon;
    private String forbidden;

    /** @param icon shown before the text, or {@code null} for none */
    public WriteButton(String text, Icon icon, ComponentEventListener<ClickEvent<Button>> listener) {
        super(text, listener);
        this.icon = icon;
        setDisableOnClick(false);
        show();
    }

    public WriteButton(String text, ComponentEventListener<ClickEvent<Button>> listener) {
        this(text, null, listener);
    }

    /** Locks the button with the reason on hover and focus; {@code null} unlocks it. */
    public void forbid(String reason) {
        forbidden = reason;
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        show();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        boolean past = AsOf.current().isPast();
        boolean locked = past || forbidden != null;
        setEnabled(!locked);
        if (locked) {
            setPrefixComponent(Icon.LOCK.create());
        } else {
            setPrefixComponent(icon == null ? null : icon.create());
        }
        setTooltipText(past ? t("error.past.read-only") : forbidden);
    }
}
