package dev.wuwei.crm.ui.project;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import dev.wuwei.crm.lead.LeadCommand;
import dev.wuwei.crm.negotiation.NegotiationCommand;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.Notify;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.Today;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gives several projects to one person; says how many went over and why the others did not. */
final class BulkAssign {
    private BulkAssign() {}

    static void open(ProjectListDesk desk, Set<ListRow> rows, Runnable done) {
        Dialog dialog = new Dialog(t("project.assign.title", rows.size()));
        ComboBox<Option> person = Fields.choice(label("owner"), desk.dialogs.staff());
        Button assign = new Button(t("project.list.assign"), event -> {
            if (person.isEmpty()) {
                person.setInvalid(true);
                person.setErrorMessage(t("error.shared.required"));
                return;
            }
            dialog.close();
            assign(
                    desk,
                    rows,
                    StaffId.of(person.getValue().code()),
                    person.getValue().name());
            done.run();
        });
        assign.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.add(person);
        dialog.getFooter().add(new Button(t("component.cancel"), event -> dialog.close()), assign);
        dialog.open();
    }

    private static void assign(ProjectListDesk desk, Set<ListRow> rows, StaffId owner, String name) {
        List<String> refused = new ArrayList<>();
        int given = 0;
        for (ListRow row : rows) {
            try {
                desk.commands.send(command(row.today(), owner));
                given++;
            } catch (RuleViolated violated) {
                refused.add(row.name() + "：" + ErrorTexts.of(violated));
            }
        }
        if (given > 0) {
            Notify.done(t("project.assign.done", given, name));
        }
        if (!refused.isEmpty()) {
            Notify.failed(String.join("\n", refused));
        }
    }

    /** After adoption the negotiation's lead officer is who owns it. */
    private static Command command(ProjectRow row, StaffId owner) {
        return row.negotiationId() == null
                ? new LeadCommand.AssignLead(row.leadId(), owner, null, Today.date())
                : new NegotiationCommand.Appoint(row.negotiationId(), ProjectRole.LEAD_OFFICER, owner, Today.date());
    }
}
