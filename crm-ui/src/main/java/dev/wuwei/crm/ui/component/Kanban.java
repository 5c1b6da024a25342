package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns of cards. A card is dragged to another column, or moved by its menu, which does the same without a mouse; what
 * dropping means is said in the column while one drags. The view turns a move into a command.
 *
 * @param <K> what a column stands for
 * @param <T> what a card stands for
 */
public class Kanban<K, T> extends Composite<Div> {
    /**
     * What may be done with a card.
     *
     * @param <K> what a column stands for
     * @param <T> what a card stands for
     */
    public interface Moves<K, T> {
        /** @return what dropping there means ({@code 松手即提交准入评审}); empty when it may not be dropped there */
        Optional<String> allowed(T card, K from, K to);

        void move(T card, K from, K to);
    }

    private final Map<K, Column> columns = new LinkedHashMap<>();
    private final SerializableFunction<T, Component> face;
    private final SerializableFunction<T, String> name;
    private Moves<K, T> moves;
    private SerializableConsumer<T> open;

    private final class Column {
        private final K key;
        private final String title;
        private final Span count = new Span();
        private final Span sum = new Span();
        private final Div hint = new Div();
        private final Div cards = new Div();
        private final Div rest = new Div();
        private final Div column = new Div();
        private final Div head = new Div();
        private final DropTarget<Div> target;

        private Column(K key, String title) {
            this.key = key;
            this.title = title;
            Span text = new Span(title);
            text.addClassName("ww-strong");
            count.addClassName("ww-3");
            sum.addClassName("ww-kanban-sum");
            head.addClassName("ww-kanban-head");
            head.add(text, count, sum);
            hint.addClassName("ww-kanban-hint");
            hint.setVisible(false);
            cards.addClassName("ww-kanban-cards");
            rest.addClassName("ww-kanban-rest");
            rest.setVisible(false);
            column.addClassName("ww-kanban-column");
            column.getElement().setAttribute("role", "group");
            column.getElement().setAttribute("aria-label", title);
            column.add(head, hint, cards, rest);
            target = DropTarget.create(column);
            target.setDropEffect(DropEffect.MOVE);
            target.setActive(false);
            target.addDropListener(event -> event.getDragData().ifPresent(data -> drop(data, this)));
        }
    }

    private record Dragged<K, T>(T card, K from) {}

    /**
     * @param name what the card is called, for menus and screen readers
     * @param face what a card shows: see {@link #card}
     */
    public Kanban(SerializableFunction<T, String> name, SerializableFunction<T, Component> face) {
        this.name = name;
        this.face = face;
        getContent().addClassName("ww-kanban");
    }

    public Kanban<K, T> column(K key, String title) {
        Column column = new Column(key, title);
        columns.put(key, column);
        getContent().add(column.column);
        return this;
    }

    /** Lets cards be moved; without this they only open. */
    public void moves(Moves<K, T> moves) {
        this.moves = moves;
    }

    public void onOpen(SerializableConsumer<T> open) {
        this.open = open;
    }

    /** Puts more into the head of a column, below its name: totals, lights. */
    public void headExtra(K key, Component... components) {
        Column column = columns.get(key);
        column.head
                .getChildren()
                .filter(it -> it.getElement().hasAttribute("data-extra"))
                .toList()
                .forEach(column.head::remove);
        for (Component component : components) {
            component.getElement().setAttribute("data-extra", true);
            column.head.add(component);
        }
    }

    /**
     * Fills a column.
     *
     * @param total cards there are, of which {@code cards} are the first
     * @param sum at the right of the head; may be empty
     * @param more opens the rest; {@code null} when there is none
     */
    public void fill(K key, List<T> cards, long total, String sum, Runnable more) {
        Column column = columns.get(key);
        column.count.setText(Format.count(total));
        column.sum.setText(sum);
        column.cards.removeAll();
        cards.forEach(card -> column.cards.add(frame(card, column)));
        column.rest.removeAll();
        column.rest.setVisible(total > cards.size() && more != null);
        if (column.rest.isVisible()) {
            Button rest =
                    new Button(t("component.kanban.more", Format.count(total - cards.size())), event -> more.run());
            rest.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            column.rest.add(rest);
        }
    }

    private Component frame(T card, Column column) {
        Div frame = new Div(face.apply(card));
        frame.addClassName("ww-kanban-card");
        frame.getElement().setAttribute("tabindex", "0");
        frame.getElement().setAttribute("role", "article");
        frame.getElement().setAttribute("aria-label", name.apply(card));
        if (open != null) {
            frame.addClickListener(event -> open.accept(card));
            frame.getElement()
                    .addEventListener("keydown", event -> open.accept(card))
                    .setFilter("event.key === 'Enter' && event.target === event.currentTarget");
        }
        if (moves != null && AsOf.current().isNow()) {
            draggable(frame, card, column);
            menu(frame, card, column);
        }
        return frame;
    }

    private void draggable(Div frame, T card, Column column) {
        DragSource<Div> source = DragSource.create(frame);
        source.setDragData(new Dragged<>(card, column.key));
        source.addDragStartListener(event -> {
            frame.addClassName("ww-kanban-dragged");
            columns.values().forEach(it -> offer(it, card, column));
        });
        source.addDragEndListener(event -> {
            frame.removeClassName("ww-kanban-dragged");
            columns.values().forEach(Kanban::withdraw);
        });
    }

    private void offer(Column to, T card, Column from) {
        Optional<String> words = to == from ? Optional.empty() : moves.allowed(card, from.key, to.key);
        to.target.setActive(words.isPresent());
        to.hint.removeAll();
        words.ifPresent(text -> {
            Span title = new Span(name.apply(card));
            title.addClassName("ww-strong");
            to.hint.add(title, new Span(text));
        });
        to.hint.setVisible(words.isPresent());
    }

    private static <K, T> void withdraw(Kanban<K, T>.Column column) {
        column.target.setActive(false);
        column.hint.setVisible(false);
    }

    @SuppressWarnings("unchecked")
    private void drop(Object data, Column to) {
        if (data instanceof Dragged<?, ?> raw) {
            Dragged<K, T> dragged = (Dragged<K, T>) raw;
            columns.values().forEach(Kanban::withdraw);
            moves.move(dragged.card, dragged.from, to.key);
        }
    }

    private void menu(Div frame, T card, Column from) {
        List<Column> targets = columns.values().stream()
                .filter(it ->
                        it != from && moves.allowed(card, from.key, it.key).isPresent())
                .toList();
        if (targets.isEmpty()) {
            return;
        }
        Button button = new Button(Icon.DOTS.create());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassNames("ww-quiet", "ww-kanban-menu");
        button.setAriaLabel(t("component.kanban.actions") + " " + name.apply(card));
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        targets.forEach(
                to -> menu.addItem(t("component.kanban.move", to.title), event -> moves.move(card, from.key, to.key)));
        button.getElement().addEventListener("click", event -> {}).stopPropagation();
        frame.add(button);
    }

    /** The usual face: name, amount and industry, what is next, who and until when. */
    public static Component card(String title, Component figures, String next, Component... foot) {
        Span head = new Span(title);
        head.addClassName("ww-card-title");
        Span line = new Span(next);
        line.addClassName("ww-card-next");
        Div bottom = new Div(foot);
        bottom.addClassName("ww-card-foot");
        Div card = new Div(head, figures, line, bottom);
        card.addClassName("ww-card-face");
        return card;
    }

    /** {@code 8.50 亿元　食品医药}. */
    public static Component figures(String amount, String unit, String kind) {
        Span number = new Span(amount);
        number.addClassName("ww-strong");
        Span weak = new Span(kind);
        weak.addClassName("ww-3");
        Div line = new Div(number, new Span(unit), weak);
        line.addClassName("ww-card-figures");
        return line;
    }
}
