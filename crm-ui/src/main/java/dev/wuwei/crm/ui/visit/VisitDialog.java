package dev.wuwei.crm.ui.visit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import dev.wuwei.crm.lead.LeadCommand;
import dev.wuwei.crm.lead.VisitDetails;
import dev.wuwei.crm.lead.VisitId;
import dev.wuwei.crm.lead.VisitKind;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.projections.investor.Contact;
import dev.wuwei.crm.projections.investor.InvestorQuery;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.DialogForm;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.FilesField;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Notify;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.Today;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** 记一笔: under half a minute. Only what was said must be written; the rest comes with the form. */
class VisitDialog extends DialogForm {
    /** Kept until it is saved, should the dialog be closed by accident. */
    private record Draft(String summary, String nextStep) {}

    private static final int HITS = 20;

    private final CommandDialogs dialogs;
    private final ProjectQuery projects;
    private final InvestorQuery investors;
    private final ComboBox<ProjectRow> project = new ComboBox<>(t("project.name"));
    private final RadioButtonGroup<Option> kind = Fields.chips(
            t("visit.kind"), Arrays.stream(VisitKind.values()).map(Option::of).toList());
    private final DatePicker date = field("visit.occurredOn", Fields.happenedOn(t("visit.date")));
    private final TextField place = field("visit.place", Fields.text(t("visit.place"), Checks.LINE));
    private final MultiSelectComboBox<Option> ours;
    private final MultiSelectComboBox<Option> theirs = Fields.choices(t("visit.theirs"), List.of());
    private final TextArea summary = field("visit.summary", Fields.area(t("visit.summary")));
    private final TextField nextStep = field("visit.nextStep", Fields.text(t("visit.next-step"), Checks.LINE));
    private final DatePicker next = field("visit.nextContactOn", Fields.date(t("visit.next-on")));
    private final FilesField attachments;
    private final VisitId visitId = VisitId.next();

    VisitDialog(
            CommandRunner commands,
            CommandDialogs dialogs,
            ProjectQuery projects,
            InvestorQuery investors,
            FileStore files,
            ProjectRow about) {
        super(commands, t("shell.log-visit"), t("visit.save"));
        this.dialogs = dialogs;
        this.projects = projects;
        this.investors = investors;
        attachments = field("visit.attachments", new FilesField(t("visit.attachments"), files));
        ours = Fields.choices(t("visit.ours"), dialogs.staff());
        project.setWidthFull();
        project.setManualValidation(true);
        project.setItemLabelGenerator(row -> row.name() + "　" + row.projectNo());
        project.setItems(query -> found(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        field("leadId", project);
        project.addValueChangeListener(event -> offerContacts(event.getValue()));
        project.setValue(about);
        kind.setValue(Option.of(VisitKind.VISIT));
        place.setValue(t("visit.place.usual"));
        StaffId me = CurrentUser.get().id();
        ours.getListDataView()
                .getItems()
                .filter(option -> option.code().equals(me.toString()))
                .findFirst()
                .ifPresent(option -> ours.setValue(Set.of(option)));
        summary.setRequiredIndicatorVisible(true);
        restore();
        add(project, kind);
        side(date, place);
        side(ours, theirs);
        add(summary, nextStep);
        Div days = new Div(
                quick(t("visit.tomorrow"), 1), quick(t("visit.in-three-days"), 3), quick(t("visit.in-a-week"), 7));
        days.addClassName("ww-chips");
        side(next, days);
        add(attachments);
        summary.addValueChangeListener(event -> keep());
        nextStep.addValueChangeListener(event -> keep());
    }

    private Button quick(String text, int days) {
        Button button = new Button(text, event -> next.setValue(Today.date().plusDays(days)));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private List<ProjectRow> found(String text) {
        CurrentUser user = CurrentUser.get();
        return projects.find(
                projects.search(text, HITS, user.viewer()).stream()
                        .map(hit -> hit.projectId())
                        .toList(),
                user.viewer(),
                Today.date());
    }

    private void offerContacts(ProjectRow row) {
        theirs.setItems(
                row == null || row.investorId() == null
                        ? List.of()
                        : contacts(row).stream()
                                .map(contact -> new Option(contact.personId().toString(), contact.name()))
                                .toList());
    }

    private List<Contact> contacts(ProjectRow row) {
        return investors.contacts(row.investorId(), CurrentUser.get().viewer()).stream()
                .filter(contact -> !contact.removed() && !contact.erased())
                .toList();
    }

    private void keep() {
        VaadinSession.getCurrent().setAttribute(Draft.class, new Draft(summary.getValue(), nextStep.getValue()));
    }

    private void restore() {
        Draft draft = VaadinSession.getCurrent().getAttribute(Draft.class);
        if (draft != null) {
            summary.setValue(draft.summary());
            nextStep.setValue(draft.nextStep());
        }
    }

    @Override
    protected Command command() {
        if (project.isEmpty()) {
            throw RuleViolated.at("leadId", SharedRule.REQUIRED);
        }
        return new LeadCommand.LogVisit(project.getValue().leadId(), visitId, details());
    }

    private VisitDetails details() {
        List<Contact> known = project.getValue().investorId() == null ? List.of() : contacts(project.getValue());
        return new VisitDetails(
                VisitKind.valueOf(kind.getValue().code()),
                date.getValue(),
                place.getValue(),
                ours.getValue().stream()
                        .map(option -> dialogs.ourPerson(StaffId.of(option.code())))
                        .toList(),
                known.stream()
                        .filter(contact -> theirs.getValue().stream()
                                .anyMatch(option ->
                                        option.code().equals(contact.personId().toString())))
                        .map(contact -> new TheirPerson(contact.personId(), contact.name(), contact.position()))
                        .toList(),
                summary.getValue(),
                nextStep.getValue(),
                next.getValue(),
                attachments.read("visit.attachments"));
    }

    @Override
    protected void saved(CommandResult result) {
        VaadinSession.getCurrent().setAttribute(Draft.class, null);
        LocalDate reminder = next.getValue();
        ProjectRow row = project.getValue();
        VisitDetails noted = details();
        Notify.done(
                reminder == null ? t("visit.saved") : t("visit.saved.reminder", Format.shortDate(reminder)),
                t("visit.correct"),
                () -> dialogs.open(
                        "lead.CorrectVisit",
                        CommandContext.of(row)
                                .with("visitId", visitId)
                                .with("visit.kind", noted.kind())
                                .with("visit.occurredOn", noted.occurredOn())
                                .with("visit.place", noted.place())
                                .with("visit.summary", noted.summary())
                                .with("visit.nextStep", noted.nextStep())
                                .with("visit.nextContactOn", noted.nextContactOn())
                                .with("visit.attachments", noted.attachments()),
                        done -> {}));
    }
}
