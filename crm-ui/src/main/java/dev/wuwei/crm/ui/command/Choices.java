package dev.wuwei.crm.ui.command;

import dev.wuwei.crm.counting.CountingCommand;
import dev.wuwei.crm.investor.InvestorCommand;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadCommand;
import dev.wuwei.crm.projections.investor.Contact;
import dev.wuwei.crm.projections.investor.InvestorQuery;
import dev.wuwei.crm.projections.project.ProjectHit;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.staff.StaffState;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.ticket.TicketFilter;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.projections.ticket.TicketSort;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.OfficialLevel;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.SigningCommand;
import dev.wuwei.crm.staff.StaffCommand;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.Today;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What can be chosen where a command names a code or somebody. */
@Component
class Choices {
    private static final int LONGEST = 50;
    private static final int ALL = 1000;

    /** Where the same name means another dictionary in each command. */
    private static final Map<String, DictionaryKind> OF_COMMANDS = Map.of(
            "DeclineLead.reasonCode", DictionaryKind.DECLINE_REASON,
            "ArchiveLead.reasonCode", DictionaryKind.ARCHIVE_REASON,
            "TerminateNegotiation.reasonCode", DictionaryKind.TERMINATION_REASON,
            "RescindAgreement.reasonCode", DictionaryKind.RESCISSION_REASON,
            "TerminateAgreement.reasonCode", DictionaryKind.RESCISSION_REASON);

    /** What they change may keep what is offered no more. */
    private static final Set<Class<?>> KEEPING = Set.of(
            LeadCommand.ReviseLead.class,
            InvestorCommand.CorrectInvestor.class,
            SigningCommand.CorrectAgreement.class,
            StaffCommand.MoveTeam.class,
            StaffCommand.ChangeParkScope.class,
            CountingCommand.ReviseCountingPolicy.class);

    private final Dictionaries dictionaries;
    private final StaffQuery staff;
    private final InvestorQuery investors;
    private final ProjectQuery projects;
    private final TicketQuery tickets;

    Choices(
            Dictionaries dictionaries,
            StaffQuery staff,
            InvestorQuery investors,
            ProjectQuery projects,
            TicketQuery tickets) {
        this.dictionaries = dictionaries;
        this.staff = staff;
        this.investors = investors;
        this.projects = projects;
        this.tickets = tickets;
    }

    /**
     * Entries of today, and what a record that is changed has already.
     *
     * @param filledIn a code, several of them, or {@code null}
     * @return {@code null} when the field is no code of a dictionary
     */
    List<Option> codes(Class<?> command, String field, Object filledIn) {
        return Optional.ofNullable(OF_COMMANDS.get(command.getSimpleName() + "." + field))
                .or(() -> DictionaryKind.ofField(field))
                .map(kind -> codes(kind, KEEPING.contains(command) ? kept(filledIn) : Set.of()))
                .orElse(null);
    }

    private List<Option> codes(DictionaryKind kind, Set<String> kept) {
        List<Coded> offered = dictionaries.all(kind);
        return kept.isEmpty()
                ? Option.of(offered)
                : Option.of(dictionaries.everything(kind).stream()
                        .filter(entry -> offered.contains(entry) || kept.contains(entry.code()))
                        .toList());
    }

    private static Set<String> kept(Object filledIn) {
        return filledIn instanceof Collection<?> several
                ? several.stream().map(Choices::code).collect(Collectors.toSet())
                : filledIn == null ? Set.of() : Set.of(code(filledIn));
    }

    private static String code(Object filledIn) {
        return filledIn instanceof Coded coded ? coded.code() : String.valueOf(filledIn);
    }

    List<Option> staff() {
        return staff.everybody().stream()
                .filter(person -> person.state() != StaffState.CLOSED)
                .map(person -> new Option(
                        person.staffId().toString(),
                        person.title() == null ? person.name() : person.name() + "　" + person.title()))
                .toList();
    }

    /** One of our people with the level that the account's roles tell of. */
    OurPerson ourPerson(StaffId id) {
        if (has(id, Role.LEADER)) {
            return new OurPerson(id, OfficialLevel.COUNTY_LEADER);
        }
        return new OurPerson(id, has(id, Role.DEPARTMENT_HEAD) ? OfficialLevel.SECTION : OfficialLevel.OFFICER);
    }

    private boolean has(StaffId id, Role role) {
        return staff.choose("", role, null, ALL).stream()
                .anyMatch(person -> person.staffId().equals(id));
    }

    List<Option> teams() {
        return staff.teams(false).stream()
                .map(team -> new Option(team.teamId().toString(), team.name()))
                .toList();
    }

    List<Option> contacts(InvestorId investor) {
        return investor == null
                ? List.of()
                : investors.contacts(investor, CurrentUser.get().viewer()).stream()
                        .filter(contact -> !contact.removed() && !contact.erased())
                        .map(Choices::option)
                        .toList();
    }

    Contact contact(InvestorId investor, String personId) {
        return investors.contacts(investor, CurrentUser.get().viewer()).stream()
                .filter(contact -> contact.personId().toString().equals(personId))
                .findFirst()
                .orElseThrow();
    }

    private static Option option(Contact contact) {
        return new Option(
                contact.personId().toString(),
                contact.position() == null ? contact.name() : contact.name() + "　" + contact.position());
    }

    List<Option> investors(String text) {
        return investors
                .search(text == null ? "" : text, LONGEST, CurrentUser.get().viewer())
                .stream()
                .map(row -> new Option(row.investorId().toString(), row.legalName()))
                .toList();
    }

    /** Leads, by the projects they began. */
    List<Option> leads(String text) {
        Viewer viewer = CurrentUser.get().viewer();
        List<ProjectId> found = projects.search(text, LONGEST, viewer).stream()
                .map(ProjectHit::projectId)
                .toList();
        return projects.find(found, viewer, Today.date()).stream()
                .map(row -> new Option(row.leadId().toString(), row.projectNo() + "　" + row.name()))
                .toList();
    }

    /** The tickets of a project. */
    List<Option> tickets(ProjectId project) {
        return project == null
                ? List.of()
                : tickets
                        .page(
                                TicketFilter.all().project(project),
                                TicketSort.USUAL,
                                new Page(0, LONGEST),
                                AsOf.NOW,
                                CurrentUser.get().viewer(),
                                Today.date())
                        .rows()
                        .stream()
                        .map(ticket ->
                                new Option(ticket.ticketId().toString(), ticket.ticketNo() + "　" + ticket.title()))
                        .toList();
    }
}
