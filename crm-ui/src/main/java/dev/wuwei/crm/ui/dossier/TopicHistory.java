package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import dev.wuwei.crm.projections.timeline.HistoryFilter;
import dev.wuwei.crm.projections.timeline.HistoryOrder;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.projections.timeline.Topic;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Timeline;
import dev.wuwei.crm.ui.history.HistoryEntries;
import java.util.List;
import java.util.Set;

/** What happened on a project in some matters, newest first. */
class TopicHistory extends Composite<Div> {
    TopicHistory(ProjectId project, Set<Topic> topics, TimelineQuery timeline, HistoryEntries entries, int longest) {
        getContent().addClassName("ww-history-list");
        List<TimelineEntry> events = timeline.history(
                project,
                HistoryFilter.of(project).withTopics(topics),
                HistoryOrder.OCCURRED,
                null,
                longest,
                CurrentUser.get().viewer(),
                AsOf.current().query());
        if (events.isEmpty()) {
            getContent().add(new EmptyState(t("history.none"), ""));
        }
        entries.tell(events, false).forEach(entry -> getContent().add(Timeline.draw(entry)));
    }
}
