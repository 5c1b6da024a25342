package dev.wuwei.crm.ui.command;

import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.ui.component.CommandRunner;
import java.util.function.Consumer;

/** The form of a command that is tried: what was typed is handed over and sent nowhere. What it refuses is shown as ever. */
final class TrialDialog extends CommandDialog {
    private final Consumer<Command> tried;

    TrialDialog(
            CommandRunner commands,
            String name,
            String title,
            Class<? extends Command> type,
            CommandContext context,
            Choices choices,
            Ways ways,
            FileStore files,
            Consumer<Command> tried) {
        super(commands, name, title, type, context, choices, null, ways, files, sent -> {});
        this.tried = tried;
    }

    @Override
    protected CommandResult send() {
        tried.accept(command());
        return null;
    }

    @Override
    protected void saved(CommandResult nothing) {}
}
