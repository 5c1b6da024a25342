package dev.wuwei.crm.ui.visit;

import com.vaadin.flow.component.UI;
import dev.wuwei.crm.lead.LeadCommand;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.projections.investor.InvestorQuery;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import dev.wuwei.crm.ui.shell.VisitLogger;
import org.springframework.stereotype.Component;

/** Opens 记一笔 from anywhere, with the project of the page that one is on. */
@Component
class VisitDesk implements VisitLogger {
    private final CommandRunner commands;
    private final CommandDialogs dialogs;
    private final ProjectQuery projects;
    private final InvestorQuery investors;
    private final FileStore files;

    VisitDesk(
            CommandRunner commands,
            CommandDialogs dialogs,
            ProjectQuery projects,
            InvestorQuery investors,
            FileStore files) {
        this.commands = commands;
        this.dialogs = dialogs;
        this.projects = projects;
        this.investors = investors;
        this.files = files;
    }

    @Override
    public void open(UI ui) {
        String path = ui.getInternals().getActiveViewLocation().getPath();
        open(path.startsWith(ProjectNavigation.PATH + "/") ? path.substring(ProjectNavigation.PATH.length() + 1) : "");
    }

    @Override
    public void open(String projectNo) {
        ProjectRow about = projects.find(projectNo, CurrentUser.get().viewer(), Today.date())
                .orElse(null);
        new VisitDialog(commands, dialogs, projects, investors, files, about).open();
    }

    @Override
    public boolean isFor(CurrentUser user) {
        return CommandDispatcher.mayBeSent(LeadCommand.LogVisit.class, user.roles());
    }
}
