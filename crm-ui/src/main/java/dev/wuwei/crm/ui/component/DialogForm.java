package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dialog that builds one command. Full screen on a phone, Ctrl+Enter saves. A refused command leaves everything as it
 * was typed and shows each broken rule at the field it names; what belongs to no field stands above the fields.
 *
 * <pre>{@code
 * class LogVisitDialog extends DialogForm {
 *     private final DatePicker date = field("occurredOn", Fields.happenedOn(t("lead.visit.date")));
 *
 *     LogVisitDialog(CommandRunner commands, LeadId lead) {
 *         super(commands, t("lead.visit.title"), t("component.save"));
 *         side(date, place);                 // two beside one another
 *         add(summary);                      // over the whole width
 *     }
 *
 *     protected Command command() { return new LogVisit(lead, …, date.getValue()); }
 *
 *     protected void saved(CommandResult result) { Notify.done(t("lead.visit.saved")); }
 * }
 * }</pre>
 */
public abstract class DialogForm extends Dialog {
    private final CommandRunner commands;
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final Div summary = new Div();
    private final Div body = new Div();
    private final Button save;
    private final Button cancel;
    private final Div buttons = new Div();
    private Long expectedSequence;
    private boolean typed;

    /** @param verb what the save button says: 登记, 保存, 签约 */
    protected DialogForm(CommandRunner commands, String title, String verb) {
        this.commands = commands;
        setHeaderTitle(title);
        addClassName("ww-dialog");
        setCloseOnOutsideClick(false);
        setWidth("560px");

        Button cross = new Button(Icon.CROSS.create(), event -> leave());
        cross.setAriaLabel(t("component.close"));
        cross.addThemeVariants(ButtonVariant.TERTIARY);
        cross.addClassNames("ww-quiet", "ww-dialog-cross");
        getHeader().add(cross);

        summary.addClassName("ww-form-summary");
        summary.getElement().setAttribute("role", "alert");
        summary.setVisible(false);
        body.addClassName("ww-form");
        super.add(summary, body);

        cancel = new Button(t("component.cancel"), event -> leave());
        save = new Button(verb, event -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        Keys.bind(save, Keys.SAVE);
        buttons.addClassName("ww-dialog-buttons");
        buttons.add(cancel, save);
        getFooter().add(buttons);
        addDialogCloseActionListener(event -> leave());
    }

    /** Opens with the cursor in the first field; not on a phone, where the keyboard would cover the form. */
    @Override
    public void open() {
        super.open();
        UI ui = UI.getCurrent();
        if (ui != null && !Narrow.is(ui)) {
            fields.values().stream()
                    .filter(Focusable.class::isInstance)
                    .findFirst()
                    .ifPresent(field -> ((Focusable<?>) field).focus());
        }
    }

    /** Builds the command from the fields. May throw {@link RuleViolated} itself. */
    protected abstract Command command();

    /** It was accepted and the dialog is closed: say so, refresh, go on. */
    protected void saved(CommandResult result) {}

    /**
     * Who changed what since this page was read, for the box that a stale page shows; empty when the rule's own text
     * is enough.
     */
    protected Optional<Component> whatChanged() {
        return Optional.empty();
    }

    /** The last event that the user saw; when somebody was faster, the user is told before anything is overwritten. */
    public void expect(long sequence) {
        expectedSequence = sequence;
    }

    /** Makes errors named {@code name} appear at this field. Adds nothing to the layout. */
    protected <F extends Component & HasValidation & HasValue<?, ?>> F field(String name, F field) {
        fields.put(name, field);
        field.addValueChangeListener(event -> {
            typed |= event.isFromClient();
            field.setInvalid(false);
        });
        return field;
    }

    /** Fields over the whole width, below one another. */
    @Override
    public void add(Component... components) {
        body.add(components);
    }

    /** Fields beside one another; below one another on a phone. */
    protected Div side(Component... components) {
        Div row = new Div(components);
        row.addClassName("ww-form-side");
        body.add(row);
        return row;
    }

    /** More buttons, left of the save button. */
    protected void addButton(Button button) {
        buttons.addComponentAtIndex(buttons.indexOf(save), button);
    }

    /** Sends the command as the save button does. */
    protected void save() {
        save(expectedSequence);
    }

    private void save(Long sequence) {
        clear();
        try {
            CommandResult result = commands.send(command(), sequence);
            typed = false;
            close();
            saved(result);
        } catch (RuleViolated violated) {
            show(violated);
        } catch (RuntimeException failure) {
            summary(List.of(new Span(CommandRunner.failed(failure))));
        } finally {
            save.setEnabled(true);
        }
    }

    /** Shows broken rules at their fields. */
    protected void show(RuleViolated violated) {
        if (violated.rule() == SharedRule.CHANGED_MEANWHILE) {
            stale(violated);
            return;
        }
        List<Component> lines = new ArrayList<>();
        Component first = null;
        for (Violation violation : violated.violations()) {
            String text = ErrorTexts.of(violation);
            Component field = fields.get(violation.field());
            if (field instanceof HasValidation invalid && field.isVisible()) {
                invalid.setErrorMessage(text);
                invalid.setInvalid(true);
                first = first == null ? field : first;
                if (violated.violations().size() > 1) {
                    lines.add(jump(field, text));
                }
            } else {
                lines.add(new Span(text));
            }
        }
        summary(lines);
        if (first instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    private static Component jump(Component field, String text) {
        String label = field instanceof HasLabel labelled ? labelled.getLabel() : "";
        Button jump = new Button(label == null || label.isEmpty() ? text : label + "　" + text, event -> {
            if (field instanceof Focusable<?> focusable) {
                focusable.focus();
            }
        });
        jump.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return jump;
    }

    private void stale(RuleViolated violated) {
        Button drop = new Button(t("component.stale.drop"), event -> {
            typed = false;
            close();
        });
        Button mine = new Button(t("component.stale.mine"), event -> save(null));
        drop.addThemeVariants(ButtonVariant.SMALL);
        mine.addThemeVariants(ButtonVariant.SMALL);
        Span title = new Span(t("component.stale"));
        title.addClassName("ww-strong");
        List<Component> lines = new ArrayList<>(List.of(title));
        lines.add(whatChanged().orElseGet(() -> new Span(ErrorTexts.of(violated))));
        lines.add(new Div(drop, mine));
        summary(lines);
    }

    private void summary(List<Component> lines) {
        summary.removeAll();
        summary.setVisible(!lines.isEmpty());
        if (lines.size() > 1 && lines.stream().allMatch(Button.class::isInstance)) {
            summary.add(new Span(t("component.form.summary", lines.size())));
        }
        summary.add(lines);
    }

    private void clear() {
        summary(List.of());
        fields.values().forEach(field -> ((HasValidation) field).setInvalid(false));
    }

    private void leave() {
        if (!typed) {
            close();
            return;
        }
        Confirm.ask(
                t("component.form.leave"), t("component.form.leave.note"), t("component.form.leave.yes"), this::close);
    }
}
