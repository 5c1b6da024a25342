package dev.wuwei.crm.ui.ticket;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.ticket.TicketFilter;
import dev.wuwei.crm.projections.ticket.TicketSort;
import dev.wuwei.crm.projections.ticket.TicketView;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Deadline;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Today;
import java.util.List;

/** 问题: the tickets of one project, for its page. */
@SpringComponent
public class ProjectTickets {
    private final TicketDesk desk;

    ProjectTickets(TicketDesk desk) {
        this.desk = desk;
    }

    /** @return how many the project has that somebody still has to move, as of the day that one looks at */
    public long open(ProjectId project) {
        return desk.query
                .counts(
                        TicketFilter.all().project(project),
                        AsOf.current().query(),
                        CurrentUser.get().viewer(),
                        Today.date())
                .open();
    }

    /** @return the tab, which draws itself again after something was done */
    public Component tab(ProjectId project, LeadId lead) {
        return new Tab(desk, project, lead);
    }

    private static final class Tab extends Composite<Div> {
        private final TicketDesk desk;
        private final ProjectId project;
        private final LeadId lead;

        Tab(TicketDesk desk, ProjectId project, LeadId lead) {
            this.desk = desk;
            this.project = project;
            this.lead = lead;
            getContent().addClassName("ww-project-tickets");
            show();
        }

        private void show() {
            Page.Of<TicketView> tickets = desk.query.page(
                    TicketFilter.all().project(project),
                    TicketSort.USUAL,
                    Page.first(Page.LARGEST),
                    AsOf.current().query(),
                    CurrentUser.get().viewer(),
                    Today.date());
            Section section = new Section(t("project.tab.issues"), t("ticket.count", tickets.total()))
                    .aside(desk.dialogs.button(
                            "ticket.RaiseTicket",
                            Icon.PLUS,
                            () -> CommandContext.empty().with("leadId", lead),
                            result -> show()));
            section.setBody(
                    tickets.rows().isEmpty()
                            ? new Component[] {new EmptyState(t("ticket.none"), t("ticket.none.note"))}
                            : cards(tickets.rows()));
            getContent().removeAll();
            getContent().add(section);
        }

        private Component[] cards(List<TicketView> tickets) {
            return tickets.stream()
                    .flatMap(ticket -> desk.find(ticket.ticketId()).stream())
                    .map(file -> {
                        TicketView ticket = file.ticket();
                        Section card =
                                Section.card(TicketDesk.title(ticket), "", new TicketPanel(desk, file, this::show));
                        card.aside(TicketFaces.state(ticket), Deadline.of(TicketFaces.deadline(ticket)));
                        return card;
                    })
                    .toArray(Component[]::new);
        }
    }
}
