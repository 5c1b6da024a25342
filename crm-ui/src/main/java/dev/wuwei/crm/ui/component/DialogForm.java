package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A dialog that builds one command. Full screen on a phone, Ctrl+Enter saves. A refused command leaves everything as it
 * was typed and shows each broken rule at the field it names; what belongs to no field stands above the fields. Whatever
 * is clicked how often, the command is done once; what others changed meanwhile is told before anything is sent on top of
 * it.
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
    /** Enter in a field of one line saves. */
    private static final String ENTER = "data-enter";

    private final CommandRunner commands;
    private final ErrorPlaces places = new ErrorPlaces();
    private final StaleBox stale = new StaleBox(this::goOn);
    private final Div summary = new Div();
    private final Div body = new Div();
    private final Button save;
    private final Button cancel;
    private final Div buttons = new Div();
    private final String key = UUID.randomUUID().toString();
    private Watch watch;
    private boolean accepted;
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
        super.add(stale, summary, body);

        cancel = new Button(t("component.cancel"), event -> leave());
        save = new Button(verb, event -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        Keys.bind(save, Keys.SAVE);
        save.getElement().setAttribute(ENTER, true);
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
            places.first().ifPresent(Focusable::focus);
        }
    }

    /** Builds the command from the fields. May throw {@link RuleViolated} itself. */
    protected abstract Command command();

    /** It was accepted and the dialog is closed: say so, refresh, go on. */
    protected void saved(CommandResult result) {}

    /**
     * Tells of what others do to the record while the form is open, and sends nothing on top of what the user was not told
     * of.
     */
    protected void watch(Watch what) {
        watch = what;
    }

    /**
     * Somebody may have changed what the form is about: if so, the user is told now and not when everything is typed.
     *
     * @return whether there was something to tell
     */
    public boolean lookAgain() {
        List<Timeline.Entry> news = watch == null || accepted ? List.of() : watch.news();
        if (!news.isEmpty()) {
            stale.show(news, "");
        }
        return !news.isEmpty();
    }

    /** The user goes on in the face of the news: what the form took over when it was opened may be taken over anew. */
    protected void caughtUp() {}

    /** Makes errors named {@code name} appear at this field. Adds nothing to the layout. */
    protected <F extends Component & HasValidation & HasValue<?, ?>> F field(String name, F field) {
        return field(() -> name, field);
    }

    /** The same for a field whose name changes: the third row becomes the second when one above it goes. */
    protected <F extends Component & HasValidation & HasValue<?, ?>> F field(Supplier<String> name, F field) {
        place(name, field);
        field.addValueChangeListener(event -> {
            typed |= event.isFromClient();
            field.setInvalid(false);
        });
        return field;
    }

    /** Makes errors appear at something that is no field, such as a list of rows. */
    protected <C extends Component & HasValidation> void place(Supplier<String> name, C component) {
        places.add(name, component);
    }

    /** A large form: a panel over the full height at the right, the whole screen on a phone. Enter does not save it. */
    protected void asPanel() {
        addClassName("ww-dialog-panel");
        save.getElement().removeAttribute(ENTER);
        setWidth("840px");
        setHeight("100%");
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

    /** Sends the command as the save button does; once it was accepted, never again. */
    protected void save() {
        if (accepted) {
            return;
        }
        clear();
        try {
            CommandResult result = send();
            accepted = true;
            typed = false;
            close();
            saved(result);
        } catch (RuleViolated violated) {
            show(violated);
        } catch (RuntimeException failure) {
            summary(List.of(new Span(CommandRunner.failed(failure))));
        } finally {
            save.setEnabled(!accepted);
        }
    }

    /** What saving comes to. May throw {@link RuleViolated}, which is shown at its fields. */
    protected CommandResult send() {
        return commands.send(command(), watch == null ? null : watch.seen(), key);
    }

    private void goOn() {
        if (!stale.hasTold() && lookAgain()) {
            return;
        }
        if (watch != null) {
            watch.catchUp();
        }
        caughtUp();
        stale.setVisible(false);
        save();
    }

    /** Shows broken rules at their fields, and goes to the first of them. */
    protected void show(RuleViolated violated) {
        if (violated.rule() == SharedRule.CHANGED_MEANWHILE) {
            stale.show(watch == null ? List.of() : watch.news(), ErrorTexts.of(violated));
            stale.scrollIntoView();
            return;
        }
        summary(places.show(violated.violations()));
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
        places.clear();
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
