package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Service;

/**
 * Screens that refresh themselves. Whoever changes what is shown publishes topics; a view subscribes while it is on a
 * screen. Topics are names of read models ({@code project}, {@code timeline}, {@code ledger}) and of single aggregates ({@link
 * #aggregate}).
 */
@Service
public class Live {
    /** News are collected for so long, so that a storm of events is one refresh. */
    private static final long GATHER_MILLIS = 250;

    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "screens-live");
        thread.setDaemon(true);
        return thread;
    });

    /** @return the topic of one lead, negotiation, signing, follow-up, investor or account */
    public static String aggregate(Object id) {
        return "aggregate:" + id;
    }

    /** Something visible changed. Cheap, from any thread; the screens follow a moment later. */
    public void publish(Collection<String> topics) {
        for (Subscription subscription : subscriptions) {
            if (!Collections.disjoint(subscription.topics, topics) && subscription.due.compareAndSet(false, true)) {
                clock.schedule(subscription::refresh, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /**
     * Runs {@code refresh} under the page's lock whenever one of the topics changes, for as long as {@code owner} is on
     * a page. Nothing happens while one looks at the past as it was known then: it does not change.
     */
    public void subscribe(Component owner, Set<String> topics, Command refresh) {
        owner.addAttachListener(event -> listen(event.getUI(), owner, topics, refresh));
        owner.getUI().ifPresent(ui -> listen(ui, owner, topics, refresh));
    }

    private void listen(UI ui, Component owner, Set<String> topics, Command refresh) {
        Subscription subscription = new Subscription(ui, Set.copyOf(topics), refresh);
        subscriptions.add(subscription);
        Registration[] detach = new Registration[1];
        detach[0] = owner.addDetachListener(event -> {
            subscriptions.remove(subscription);
            detach[0].remove();
        });
    }

    int size() {
        return subscriptions.size();
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }

    private final class Subscription {
        private final UI ui;
        private final Set<String> topics;
        private final Command refresh;
        private final AtomicBoolean due = new AtomicBoolean();

        private Subscription(UI ui, Set<String> topics, Command refresh) {
            this.ui = ui;
            this.topics = topics;
            this.refresh = refresh;
        }

        private void refresh() {
            due.set(false);
            if (!subscriptions.contains(this) || ui.isClosing() || ui.getSession() == null) {
                return;
            }
            ui.access(() -> {
                if (subscriptions.contains(this) && !AsOf.current().isAsKnownThen()) {
                    refresh.execute();
                }
            });
        }
    }
}
