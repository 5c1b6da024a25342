package dev.wuwei.crm.ui.project;

import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.LedgerQuery;
import dev.wuwei.crm.projections.project.ProjectCalendarQuery;
import dev.wuwei.crm.projections.project.ProjectFilter;
import dev.wuwei.crm.projections.project.ProjectList;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectSort;
import dev.wuwei.crm.projections.project.ProjectTotals;
import dev.wuwei.crm.projections.project.ViewCounts;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.MonthCalendar;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.PagedSource;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.savedview.OwnViews;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the lists of projects ask for: today from the project index, another day from the ledger. */
@Component
public class ProjectListDesk {
    final CommandDialogs dialogs;
    final CommandRunner commands;
    final Live live;
    final Thresholds thresholds;
    final WorkingCalendar workingDays;
    final OwnViews ownViews;
    private final ProjectQuery projects;
    private final ProjectCalendarQuery calendar;
    private final LedgerQuery ledger;
    private final Dictionaries dictionaries;

    ProjectListDesk(
            CommandDialogs dialogs,
            CommandRunner commands,
            Live live,
            Thresholds thresholds,
            WorkingCalendar workingDays,
            OwnViews ownViews,
            ProjectQuery projects,
            ProjectCalendarQuery calendar,
            LedgerQuery ledger,
            Dictionaries dictionaries) {
        this.dialogs = dialogs;
        this.commands = commands;
        this.live = live;
        this.thresholds = thresholds;
        this.workingDays = workingDays;
        this.ownViews = ownViews;
        this.projects = projects;
        this.calendar = calendar;
        this.ledger = ledger;
        this.dictionaries = dictionaries;
    }

    List<Option> codes(DictionaryKind kind) {
        return Option.of(dictionaries.everything(kind));
    }

    ViewCounts counts(ProjectList list) {
        return projects.counts(list, CurrentUser.get().viewer(), Today.date());
    }

    List<ListRow> rows(ProjectList list, ProjectFilter filter, ProjectSort sort, int offset, int limit) {
        int size = Math.max(1, limit);
        return projects
                .list(
                        list,
                        filter,
                        sort,
                        new Page(offset / size, size),
                        CurrentUser.get().viewer(),
                        Today.date())
                .stream()
                .map(ListRow::of)
                .toList();
    }

    /** The weeks that a month touches. */
    List<ProjectCalendarQuery.Day> days(ProjectList list, ProjectFilter filter, YearMonth month, int each) {
        return calendar.days(
                list,
                filter,
                MonthCalendar.firstShown(month),
                MonthCalendar.lastShown(month),
                each,
                CurrentUser.get().viewer());
    }

    ProjectTotals totals(ProjectList list, ProjectFilter filter) {
        return projects.totals(list, filter, CurrentUser.get().viewer());
    }

    /** The list as of the day that one looks at. */
    List<ListRow> past(
            dev.wuwei.crm.projections.ledger.ProjectFilter filter,
            dev.wuwei.crm.projections.ledger.ProjectSort sort,
            int offset,
            int limit) {
        int size = Math.max(1, limit);
        return ask(filter, sort, new Page(offset / size, size)).rows().stream()
                .map(ListRow::of)
                .toList();
    }

    PagedSource.Totals pastTotals(dev.wuwei.crm.projections.ledger.ProjectFilter filter) {
        Figure total = ask(filter, dev.wuwei.crm.projections.ledger.ProjectSort.LATEST_FIRST, Page.first(1))
                .total();
        return PagedSource.Totals.of(total.count(), total.sums().toArray(Money[]::new));
    }

    private LedgerQuery.Projects ask(
            dev.wuwei.crm.projections.ledger.ProjectFilter filter,
            dev.wuwei.crm.projections.ledger.ProjectSort sort,
            Page page) {
        return ledger.projects(
                filter, sort, page, AsOf.current().query(), CurrentUser.get().viewer());
    }
}
