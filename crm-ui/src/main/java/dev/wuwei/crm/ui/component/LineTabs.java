package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tabs with a line under the one that is open: the dossier's 概况 · 走访洽谈 · … */
public class LineTabs<K> extends Composite<Tabs> {
    private final Map<K, Tab> tabs = new LinkedHashMap<>();
    private final Map<K, Span> counts = new LinkedHashMap<>();

    public LineTabs(String label) {
        getContent().addClassName("ww-line-tabs");
        getContent().setAutoselect(false);
        getContent().getElement().setAttribute("aria-label", label);
    }

    public LineTabs<K> add(K key, String text) {
        Span count = new Span();
        count.addClassName("ww-count");
        Tab tab = new Tab(new Span(text), count);
        tabs.put(key, tab);
        counts.put(key, count);
        getContent().add(tab);
        return this;
    }

    /** The small text behind the name: a number, {@code 2 期}; empty for none. */
    public void setCount(K key, String text) {
        counts.get(key).setText(text);
    }

    /** Selects without telling the listeners. */
    public void select(K key) {
        getContent().setSelectedTab(tabs.get(key));
    }

    public void show(K key, boolean visible) {
        tabs.get(key).setVisible(visible);
    }

    /** Tells what the user chose; not what {@link #select} did. */
    public LineTabs<K> onChoose(SerializableConsumer<K> listener) {
        getContent().addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                tabs.entrySet().stream()
                        .filter(it -> it.getValue() == event.getSelectedTab())
                        .forEach(it -> listener.accept(it.getKey()));
            }
        });
        return this;
    }
}
