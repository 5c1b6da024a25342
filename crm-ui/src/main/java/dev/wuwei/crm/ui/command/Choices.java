package dev.wuwei.crm.ui.command;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.projections.investor.Contact;
import dev.wuwei.crm.projections.investor.InvestorQuery;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.staff.StaffState;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Option;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What can be chosen where a command names a code or somebody. */
@Component
class Choices {
    private static final int LONGEST = 50;

    /** By the name of the field, since a code's meaning depends on it. */
    private static final Map<String, DictionaryKind> DICTIONARIES = Map.ofEntries(
            Map.entry("parkCode", DictionaryKind.PARK),
            Map.entry("toParkCode", DictionaryKind.PARK),
            Map.entry("parkCodes", DictionaryKind.PARK),
            Map.entry("industryCode", DictionaryKind.INDUSTRY),
            Map.entry("gbt4754Code", DictionaryKind.GBT4754),
            Map.entry("chainCode", DictionaryKind.CHAIN),
            Map.entry("methodCode", DictionaryKind.PROMOTION_METHOD),
            Map.entry("sourceCode", DictionaryKind.LEAD_SOURCE),
            Map.entry("regionCode", DictionaryKind.REGION),
            Map.entry("bodyCode", DictionaryKind.REVIEW_BODY),
            Map.entry("occasionCode", DictionaryKind.SIGNING_OCCASION),
            Map.entry("DeclineLead.reasonCode", DictionaryKind.DECLINE_REASON),
            Map.entry("ArchiveLead.reasonCode", DictionaryKind.ARCHIVE_REASON),
            Map.entry("TerminateNegotiation.reasonCode", DictionaryKind.TERMINATION_REASON),
            Map.entry("RescindAgreement.reasonCode", DictionaryKind.RESCISSION_REASON),
            Map.entry("TerminateAgreement.reasonCode", DictionaryKind.RESCISSION_REASON));

    private final Dictionaries dictionaries;
    private final StaffQuery staff;
    private final InvestorQuery investors;
    private final ProjectQuery projects;

    Choices(Dictionaries dictionaries, StaffQuery staff, InvestorQuery investors, ProjectQuery projects) {
        this.dictionaries = dictionaries;
        this.staff = staff;
        this.investors = investors;
        this.projects = projects;
    }

    /** @return {@code null} when the field is no code of a dictionary */
    List<Option> codes(Class<?> command, String field) {
        DictionaryKind kind = DICTIONARIES.getOrDefault(command.getSimpleName() + "." + field, DICTIONARIES.get(field));
        return kind == null
                ? null
                : dictionaries.all(kind).stream().map(Option::of).toList();
    }

    List<Option> staff() {
        return staff.everybody().stream()
                .filter(person -> person.state() != StaffState.CLOSED)
                .map(person -> new Option(
                        person.staffId().toString(),
                        person.title() == null ? person.name() : person.name() + "　" + person.title()))
                .toList();
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
        return projects.search(text, LONGEST, CurrentUser.get().viewer()).stream()
                .flatMap(
                        hit -> projects
                                .find(
                                        hit.projectId(),
                                        CurrentUser.get().viewer(),
                                        dev.wuwei.crm.ui.component.Today.date())
                                .stream())
                .map(row -> new Option(row.leadId().toString(), row.projectNo() + "　" + row.name()))
                .toList();
    }
}
