package dev.wuwei.crm.ui.history;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.timeline.HistoryCursor;
import dev.wuwei.crm.projections.timeline.HistoryFilter;
import dev.wuwei.crm.projections.timeline.HistoryOrder;
import dev.wuwei.crm.projections.timeline.HistorySummary;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.projections.timeline.Topic;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Segments;
import dev.wuwei.crm.ui.component.Timeline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A project's history in sentences, by when things happened or by when they were entered, with its filters beside it. */
public class HistoryPanel extends Composite<Div> {
    private static final int PAGE = 100;

    private final ProjectId project;
    private final TimelineQuery timeline;
    private final HistoryEntries entries;
    private final Segments<HistoryOrder> order = new Segments<>(t("history.order"));
    private final Span summaryText = new Span();
    private final Checkbox corrections = new Checkbox();
    private final Checkbox late = new Checkbox();
    private final Checkbox amounts = new Checkbox();
    private final CheckboxGroup<Topic> topics = new CheckboxGroup<>();
    private final Div list = new Div();
    private final Button more = new Button(t("history.more"));
    private final List<TimelineEntry> shown = new ArrayList<>();

    public HistoryPanel(ProjectId project, TimelineQuery timeline, HistoryEntries entries) {
        this.project = project;
        this.timeline = timeline;
        this.entries = entries;
        order.add(HistoryOrder.OCCURRED, t("history.by-occurred")).add(HistoryOrder.RECORDED, t("history.by-recorded"));
        order.select(HistoryOrder.OCCURRED);
        order.onChoose(chosen -> load());
        summaryText.addClassName("ww-note");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClickListener(event -> page());

        HistorySummary summary = timeline.summary(
                project, CurrentUser.get().viewer(), AsOf.current().query());
        summaryText.setText(t(
                "history.summary",
                Format.count(summary.total()),
                summary.earliest() == null ? Format.NOTHING : Format.date(summary.earliest())));
        label(corrections, "history.only.corrections", summary.corrections());
        label(late, "history.only.late", summary.late());
        label(amounts, "history.only.amounts", summary.amountChanges());
        topics.setItems(summary.byTopic().keySet().stream().sorted().toList());
        topics.setItemLabelGenerator(topic ->
                Enums.name(topic) + "　" + Format.count(summary.byTopic().get(topic)));
        topics.setAriaLabel(t("history.kinds"));
        topics.addValueChangeListener(event -> load());

        Div bar = new Div(order, summaryText);
        bar.addClassName("ww-history-bar");
        list.addClassName("ww-history-list");
        Div told = new Div(bar, list, more);
        told.addClassName("ww-history-told");
        Div filters =
                new Div(new H3(t("history.only")), corrections, late, amounts, new H3(t("history.kinds")), topics);
        filters.addClassName("ww-history-filters");
        getContent().addClassName("ww-history");
        getContent().add(told, filters);
        load();
    }

    private void label(Checkbox box, String key, long count) {
        box.setLabel(t(key) + "　" + Format.count(count));
        box.addValueChangeListener(event -> load());
    }

    private void load() {
        shown.clear();
        page();
    }

    private void page() {
        Set<Topic> wanted = topics.getValue().isEmpty() ? Set.of() : EnumSet.copyOf(topics.getValue());
        HistoryFilter filter = HistoryFilter.of(project)
                .withTopics(wanted)
                .only(corrections.getValue(), late.getValue(), amounts.getValue());
        HistoryOrder by = order.selected() == null ? HistoryOrder.OCCURRED : order.selected();
        List<TimelineEntry> next = timeline.history(
                project,
                filter,
                by,
                shown.isEmpty() ? null : HistoryCursor.behind(shown.getLast()),
                PAGE,
                CurrentUser.get().viewer(),
                AsOf.current().query());
        shown.addAll(next);
        more.setVisible(next.size() == PAGE);
        list.removeAll();
        if (shown.isEmpty()) {
            list.add(new EmptyState(t("history.none"), ""));
        }
        entries.tell(shown, by == HistoryOrder.RECORDED).forEach(entry -> list.add(Timeline.draw(entry)));
    }
}
