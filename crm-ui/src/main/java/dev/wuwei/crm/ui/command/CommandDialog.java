package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.DialogForm;
import dev.wuwei.crm.ui.component.Notify;
import java.util.function.Consumer;

/** The dialog of one command, made from its record. */
class CommandDialog extends DialogForm {
    private final RecordForm form;
    private final String name;
    private final Consumer<CommandResult> onSaved;

    CommandDialog(
            CommandRunner commands,
            String name,
            Class<? extends Command> type,
            CommandContext context,
            Choices choices,
            FileStore files,
            Consumer<CommandResult> onSaved) {
        super(commands, CommandDialogs.title(name), CommandDialogs.title(name));
        this.name = name;
        this.onSaved = onSaved;
        if (!context.subject().isEmpty()) {
            Span subject = new Span(context.subject());
            subject.addClassName("ww-2");
            add(subject);
        }
        form = new RecordForm(type, "", context, new Inputs(type, context, choices, files), this::register);
        add(form.body());
    }

    private void register(Input input) {
        if (input.takesErrors()) {
            register(input.path(), input.field());
        }
    }

    private <F extends Component & HasValidation & HasValue<?, ?>> void register(String path, Component component) {
        @SuppressWarnings("unchecked")
        F field = (F) component;
        field(path, field);
    }

    @Override
    protected Command command() {
        return (Command) form.read();
    }

    @Override
    protected void saved(CommandResult result) {
        Notify.done(t("command.done", CommandDialogs.title(name)));
        onSaved.accept(result);
    }
}
