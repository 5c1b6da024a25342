package dev.wuwei.crm.ui.savedview;

import dev.wuwei.crm.projections.staff.SavedViewQuery;
import dev.wuwei.crm.projections.staff.SavedViewQuery.SavedView;
import dev.wuwei.crm.staff.SavedViewCommand.DropView;
import dev.wuwei.crm.staff.SavedViewsId;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.FilterBar;
import dev.wuwei.crm.ui.component.Today;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person has saved of the lists, and the bars that show it. */
@Component
public class OwnViews {
    private final SavedViewQuery views;
    private final CommandDialogs dialogs;
    private final CommandRunner commands;

    OwnViews(SavedViewQuery views, CommandDialogs dialogs, CommandRunner commands) {
        this.views = views;
        this.dialogs = dialogs;
        this.commands = commands;
    }

    /**
     * @param page path of the list, for example {@code leads}
     * @param more what a view is made of beside the filters: parameters of the address
     */
    public OwnViewsBar bar(String page, FilterBar filters, String... more) {
        return new OwnViewsBar(this, page, filters, more);
    }

    List<SavedView> of(String page) {
        return views.of(CurrentUser.get().id(), page);
    }

    /** Asks for a name. */
    void save(String page, String query, Runnable done) {
        dialogs.open(
                "staff.SaveView",
                CommandContext.empty()
                        .settle("viewsId", own())
                        .settle("page", page)
                        .settle("query", query)
                        .settle("occurredOn", Today.date()),
                saved -> done.run());
    }

    void drop(String page, String name, Runnable done) {
        commands.run(new DropView(own(), page, name, Today.date()), dropped -> done.run());
    }

    private static SavedViewsId own() {
        return SavedViewsId.of(CurrentUser.get().id());
    }
}
