package dev.wuwei.crm.ui.audit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.timeline.HistoryCursor;
import dev.wuwei.crm.projections.timeline.HistoryFilter;
import dev.wuwei.crm.projections.timeline.HistoryOrder;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.projections.timeline.Topic;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.FilterBar;
import dev.wuwei.crm.ui.component.Filters;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.Timeline;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.history.HistoryEntries;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import dev.wuwei.crm.ui.savedview.OwnViews;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** 审计: every event that one may see, newest first; who entered what, when, and what it changed. */
@Route("audit")
@Menu(title = "menu.audit", order = 430, icon = "shield")
@RolesAllowed({"AUDITOR", "SUPERVISOR", "LEADER", "DEPARTMENT_HEAD", "ADMINISTRATOR"})
class AuditView extends Div implements AfterNavigationObserver, PageTitle {
    private static final int PAGE = 50;
    private static final int CEILING = 10_000;

    private final TimelineQuery timeline;
    private final HistoryEntries entries;
    private final ViewHeader header = new ViewHeader(t("menu.audit"));
    private final FilterBar filters = new FilterBar();
    private final Div list = new Div();
    private final Button more = new Button(t("history.more"), event -> page());
    private final List<TimelineEntry> shown = new ArrayList<>();

    AuditView(TimelineQuery timeline, HistoryEntries entries, StaffQuery staff, OwnViews ownViews) {
        this.timeline = timeline;
        this.entries = entries;
        addClassName("ww-view");
        filters.choice(
                        "topic",
                        t("history.kinds"),
                        () -> Stream.of(Topic.values()).map(Option::of).toList())
                .choice(
                        "by",
                        t("audit.by"),
                        () -> staff.everybody().stream()
                                .map(person -> new Option(person.staffId().toString(), person.name()))
                                .toList())
                .dates("recorded", t("audit.recorded"))
                .dates("occurred", t("audit.occurred"))
                .toggle("corrections", t("history.only.corrections"))
                .toggle("late", t("history.only.late"))
                .toggle("amounts", t("history.only.amounts"));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        Div bars = new Div(ownViews.bar("audit", filters), filters);
        bars.addClassName("ww-list-bars");
        list.addClassName("ww-history-list");
        Div body = new Div(list, more);
        ViewBody.scrolls(body, "ww-audit");
        add(header, bars, body);
    }

    @Override
    public String pageTitle() {
        return t("menu.audit");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        long found = timeline.auditCount(filter(), CurrentUser.get().viewer(), CEILING);
        header.setNote(
                found >= CEILING
                        ? t("audit.count.more", Format.count(CEILING))
                        : t("audit.count", Format.count(found)));
        shown.clear();
        page();
    }

    private HistoryFilter filter() {
        Filters now = filters.filters();
        Filters.Range<LocalDate> recorded = now.dates("recorded");
        Filters.Range<LocalDate> occurred = now.dates("occurred");
        dev.wuwei.crm.projections.support.AsOf point = AsOf.current().query();
        return new HistoryFilter(
                null,
                Set.of(),
                Set.of(),
                now.constants("topic", Topic.class),
                now.id("by", StaffId::of).orElse(null),
                occurred.from(),
                earlier(occurred.to(), point.asOf()),
                start(recorded.from()),
                earlier(
                        recorded.to() == null ? null : start(recorded.to().plusDays(1)),
                        point.knownAt() == null ? null : point.knownAt().plus(1, ChronoUnit.MICROS)),
                now.is("corrections"),
                now.is("late"),
                now.is("amounts"));
    }

    /** Neither reaches beyond the other; {@code null} has no end. */
    private static <T extends Comparable<? super T>> T earlier(T one, T other) {
        return one == null || other != null && other.compareTo(one) < 0 ? other : one;
    }

    private static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(EventMeta.ZONE).toInstant();
    }

    private void page() {
        List<TimelineEntry> next = timeline.audit(
                filter(),
                HistoryOrder.RECORDED,
                shown.isEmpty() ? null : HistoryCursor.behind(shown.getLast()),
                PAGE,
                CurrentUser.get().viewer());
        shown.addAll(next);
        more.setVisible(next.size() == PAGE);
        list.removeAll();
        if (shown.isEmpty()) {
            list.add(new EmptyState(t("history.none"), ""));
        }
        List<Timeline.Entry> told = entries.tell(shown, true);
        for (int i = 0; i < told.size(); i++) {
            TimelineEntry event = shown.get(i);
            Div row = new Div(Timeline.draw(told.get(i)));
            if (event.projectNo() != null) {
                Span name = new Span(event.projectName());
                Anchor link = new Anchor(ProjectNavigation.link(event.projectNo()), new Span(event.projectNo()), name);
                link.addClassName("ww-audit-project");
                row.add(link);
            }
            row.addClassName("ww-audit-row");
            list.add(row);
        }
    }
}
