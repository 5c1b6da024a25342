package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.CommandNames;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.WriteButton;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Opens the dialog of any command, and makes the buttons and menus that do. */
@Component
public class CommandDialogs {
    private final CommandRunner commands;
    private final CommandNames names;
    private final Choices choices;
    private final FileStore files;

    CommandDialogs(CommandRunner commands, CommandNames names, Choices choices, FileStore files) {
        this.commands = commands;
        this.names = names;
        this.choices = choices;
        this.files = files;
    }

    /** @return {@code 采纳线索} for {@code lead.AdoptLead} */
    public static String title(String name) {
        return t("command." + name);
    }

    /** @param name logical name of the command, for example {@code lead.AdoptLead} */
    public void open(String name, CommandContext context, Consumer<CommandResult> onSaved) {
        new CommandDialog(commands, name, names.find(name).orElseThrow(), context, choices, files, onSaved).open();
    }

    /** @return whether the account may send it at all; the state of things may still forbid it */
    public boolean maySend(String name) {
        return names.find(name)
                .map(type -> CommandDispatcher.mayBeSent(type, CurrentUser.get().roles()))
                .orElse(false);
    }

    /** Everybody who may be given something. */
    public List<Option> staff() {
        return choices.staff();
    }

    /** A button for one command; locked while one looks at the past. */
    public Button button(String name, Icon icon, Supplier<CommandContext> context, Consumer<CommandResult> onSaved) {
        WriteButton button = new WriteButton(title(name), icon, event -> open(name, context.get(), onSaved));
        button.setVisible(maySend(name));
        return button;
    }

    /** The ⋯ menu with everything that is allowed. */
    public MenuBar menu(
            Collection<String> available, Supplier<CommandContext> context, Consumer<CommandResult> onSaved) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem dots = bar.addItem(Icon.DOTS.create());
        dots.setAriaLabel(t("command.more"));
        List<String> allowed = available.stream().filter(this::maySend).toList();
        allowed.forEach(name -> dots.getSubMenu().addItem(title(name), event -> open(name, context.get(), onSaved)));
        bar.setVisible(!allowed.isEmpty());
        bar.setEnabled(!AsOf.current().isPast());
        return bar;
    }

    /** The first step of those given that is allowed, as the page's main button; {@code null} when none is. */
    public Button next(
            List<String> order,
            Collection<String> available,
            Supplier<CommandContext> context,
            Consumer<CommandResult> onSaved) {
        return order.stream()
                .filter(available::contains)
                .filter(this::maySend)
                .findFirst()
                .map(name -> {
                    Button button = button(name, null, context, onSaved);
                    button.addThemeVariants(ButtonVariant.PRIMARY);
                    return button;
                })
                .orElse(null);
    }
}
