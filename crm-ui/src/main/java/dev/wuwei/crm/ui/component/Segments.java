package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.Map;

/** A segmented switch: 列表 ⇄ 看板 ⇄ 日历, saved views, 我的 ⇄ 全园区. */
public class Segments<K> extends Composite<Tabs> {
    private final Map<K, Tab> tabs = new LinkedHashMap<>();
    private final Map<K, Span> counts = new LinkedHashMap<>();

    /** @param label what is switched, for screen readers */
    public Segments(String label) {
        getContent().addClassName("ww-segments");
        getContent().setAutoselect(false);
        getContent().getElement().setAttribute("aria-label", label);
    }

    public Segments<K> add(K key, String text) {
        return add(key, null, text);
    }

    /** @param icon or {@code null} */
    public Segments<K> add(K key, Icon icon, String text) {
        Tab tab = new Tab();
        if (icon != null) {
            tab.add(icon.create());
        }
        Span count = new Span();
        count.addClassName("ww-count");
        tab.add(new Span(text), count);
        tabs.put(key, tab);
        counts.put(key, count);
        getContent().add(tab);
        return this;
    }

    /** The number behind the text; {@code null} for none. */
    public void setCount(K key, Long count) {
        counts.get(key).setText(count == null ? "" : Format.count(count));
    }

    /** Whether it can be chosen here at all. */
    public void show(K key, boolean visible) {
        tabs.get(key).setVisible(visible);
    }

    /** Selects without telling the listeners. */
    public void select(K key) {
        getContent().setSelectedTab(tabs.get(key));
    }

    public K selected() {
        Tab now = getContent().getSelectedTab();
        return tabs.entrySet().stream()
                .filter(it -> it.getValue() == now)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Tells what the user chose; not what {@link #select} did. */
    public Segments<K> onChoose(SerializableConsumer<K> listener) {
        getContent().addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                listener.accept(selected());
            }
        });
        return this;
    }
}
