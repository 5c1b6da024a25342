package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.projections.dossier.Round;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Spans;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 议题 × 轮次: what each side said about each topic in each round, what was agreed, and what went on to the next round. */
class TopicMatrix extends Composite<Div> {
    /** What a topic was in a round. */
    enum Standing {
        /** Talked about and agreed. */
        AGREED,
        /** Talked about, still open. */
        OPEN,
        /** Open since an earlier round, not talked about in this one. */
        CARRIED_OVER,
        /** Not a topic of this round. */
        NOTHING
    }

    /** @param rounds the latest first */
    TopicMatrix(List<Round> rounds) {
        getContent().addClassName("ww-table-frame");
        List<Round> inOrder = rounds.reversed();
        List<String> heads = new ArrayList<>(List.of(t("talks.topic")));
        inOrder.forEach(round -> heads.add(t("talks.number", round.number()) + "\n" + Format.date(round.occurredOn())));
        PlainTable table = PlainTable.headed(heads).cards(1);
        table.addClassName("ww-matrix");
        for (String topic : topics(inOrder)) {
            List<Component> cells = new ArrayList<>(List.of(new Span(topic)));
            inOrder.forEach(round -> cells.add(cell(round, topic)));
            table.row(cells.toArray(Component[]::new));
        }
        getContent().add(table);
    }

    static Set<String> topics(List<Round> inOrder) {
        Set<String> topics = new LinkedHashSet<>();
        inOrder.forEach(round -> {
            round.carriedOver().forEach(position -> topics.add(position.topic()));
            round.positions().forEach(position -> topics.add(position.topic()));
        });
        return topics;
    }

    static Standing standing(Round round, String topic) {
        return position(round.positions(), topic)
                .map(position -> position.open() ? Standing.OPEN : Standing.AGREED)
                .orElseGet(() ->
                        position(round.carriedOver(), topic).isPresent() ? Standing.CARRIED_OVER : Standing.NOTHING);
    }

    private static Optional<TopicPosition> position(List<TopicPosition> positions, String topic) {
        return positions.stream()
                .filter(position -> position.topic().equals(topic))
                .findFirst();
    }

    private static Component cell(Round round, String topic) {
        return switch (standing(round, topic)) {
            case NOTHING -> Spans.weak(Format.NOTHING);
            case CARRIED_OVER -> Spans.weak(t("talks.carried-over"));
            case OPEN, AGREED -> said(position(round.positions(), topic).orElseThrow());
        };
    }

    static Component said(TopicPosition position) {
        Div cell = new Div();
        cell.addClassName("ww-position");
        if (!position.open()) {
            Span agreed = new Span(Icon.CHECK.create(), new Span(agreed(position)));
            agreed.addClassName("ww-position-agreed");
            cell.add(agreed);
        }
        line(cell, "talks.theirs", position.theirs());
        line(cell, "talks.ours", position.ours());
        if (position.open()) {
            line(cell, "talks.agreed-so-far", position.agreed());
            Span open = new Span(t("talks.open"));
            open.addClassName("ww-position-open");
            cell.add(open);
        }
        return cell;
    }

    private static String agreed(TopicPosition position) {
        return position.agreed() == null ? t("talks.settled") : position.agreed();
    }

    private static void line(Div cell, String key, String text) {
        if (text != null && !text.isBlank()) {
            Span line = new Span(t(key, text));
            line.addClassName("ww-2");
            cell.add(line);
        }
    }
}
