package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.DialogForm;
import dev.wuwei.crm.ui.component.Notify;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The dialog of one command, made from its record. */
class CommandDialog extends DialogForm implements FormOwner {
    private final RecordForm form;
    private final String name;
    private final Class<? extends Command> type;
    private final String subject;
    private final Watching watching;
    private final Ways ways;
    private final Consumer<CommandResult> onSaved;

    /**
     * From a refusal to what mends it.
     *
     * @param whoMay {@code null} for the user, otherwise who may send the command
     * @param open the dialog of a command about the same thing, and what to do when it was sent
     */
    record Ways(Function<String, String> whoMay, BiConsumer<String, Runnable> open) {}

    /** @param watching what the command goes to; {@code null} when it begins something */
    CommandDialog(
            CommandRunner commands,
            String name,
            Class<? extends Command> type,
            CommandContext context,
            Choices choices,
            Watching watching,
            Ways ways,
            FileStore files,
            Consumer<CommandResult> onSaved) {
        this(commands, name, CommandDialogs.title(name), type, context, choices, watching, ways, files, onSaved);
    }

    /** @param title what the dialog and its save button say */
    CommandDialog(
            CommandRunner commands,
            String name,
            String title,
            Class<? extends Command> type,
            CommandContext context,
            Choices choices,
            Watching watching,
            Ways ways,
            FileStore files,
            Consumer<CommandResult> onSaved) {
        super(commands, title, title);
        this.name = name;
        this.type = type;
        this.subject = context.subject();
        this.watching = watching;
        this.ways = ways;
        this.onSaved = onSaved;
        if (!subject.isEmpty()) {
            Span about = new Span(subject);
            about.addClassName("ww-2");
            add(about);
        }
        form = RecordForm.of(type, context, new Inputs(type, context, choices, files), this);
        if (FormPlans.of(type).panel()) {
            asPanel();
        }
        add(form.body());
        AgreementSums.show(form);
        watch(watching);
    }

    RecordForm form() {
        return form;
    }

    @Override
    public void registered(Supplier<String> path, Input input) {
        if (input.takesErrors()) {
            register(path, input.field());
        }
    }

    private <F extends Component & HasValidation & HasValue<?, ?>> void register(
            Supplier<String> path, Component component) {
        @SuppressWarnings("unchecked")
        F field = (F) component;
        field(path, field).addValueChangeListener(event -> changed());
    }

    @Override
    public void registered(Supplier<String> path, RowsField rows) {
        place(path, rows);
    }

    @Override
    public void changed() {
        if (form != null) {
            AgreementSums.show(form);
        }
    }

    @Override
    protected Command command() {
        return (Command) form.read();
    }

    /** A step that is not ready yet: the fields are marked as ever, and all that it takes is shown, met and not. */
    @Override
    protected void show(RuleViolated violated) {
        super.show(violated);
        List<Preconditions.Checked> conditions = Preconditions.check(type, violated);
        if (!conditions.isEmpty()) {
            new RefusalDialog(t("refused." + name), subject, conditions, ways.whoMay(), this::mend).open();
        }
    }

    private void mend(String command) {
        ways.open().accept(command, () -> {
            if (watching != null) {
                watching.ownIsKnown();
                lookAgain();
            }
        });
    }

    /** What was revised meanwhile is what is revised now. */
    @Override
    protected void caughtUp() {
        if (watching != null) {
            watching.version(type).ifPresent(form::baseVersion);
        }
    }

    @Override
    protected void saved(CommandResult result) {
        Notify.done(t("command.done", CommandDialogs.title(name)));
        onSaved.accept(result);
    }
}
