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
import dev.wuwei.crm.projections.dossier.DossierQuery;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.WriteButton;
import dev.wuwei.crm.ui.history.HistoryEntries;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.springframework.stereotype.Component;

/** Opens the dialog of any command, and makes the buttons and menus that do. */
@Component
public class CommandDialogs {
    private final CommandRunner commands;
    private final CommandNames names;
    private final Choices choices;
    private final FileStore files;
    private final DossierQuery dossiers;
    private final TimelineQuery timeline;
    private final HistoryEntries entries;
    private final Live live;

    CommandDialogs(
            CommandRunner commands,
            CommandNames names,
            Choices choices,
            FileStore files,
            DossierQuery dossiers,
            TimelineQuery timeline,
            HistoryEntries entries,
            Live live) {
        this.commands = commands;
        this.names = names;
        this.choices = choices;
        this.files = files;
        this.dossiers = dossiers;
        this.timeline = timeline;
        this.entries = entries;
        this.live = live;
    }

    /** @return {@code 采纳线索} for {@code lead.AdoptLead} */
    public static String title(String name) {
        return t("command." + name);
    }

    /** @param name logical name of the command, for example {@code lead.AdoptLead} */
    public void open(String name, CommandContext context, Consumer<CommandResult> onSaved) {
        Class<? extends Command> type = names.find(name).orElseThrow();
        // First what there is to be seen, then what is shown of it: a change in between is told rather than passed
        // over.
        Watching watching = target(type, context)
                .map(id -> new Watching(id, timeline, entries))
                .orElse(null);
        if (context.project() != null) {
            dossiers.find(
                            context.project(),
                            dev.wuwei.crm.projections.support.AsOf.NOW,
                            CurrentUser.get().viewer(),
                            Today.date())
                    .ifPresent(dossier -> DossierDefaults.fill(context, dossier));
        }
        CommandDialog dialog =
                new CommandDialog(commands, name, type, context, choices, watching, ways(context), files, onSaved);
        if (watching != null) {
            live.subscribe(dialog, Set.of(Live.aggregate(watching.aggregate())), dialog::lookAgain);
        }
        dialog.open();
    }

    /**
     * Opens the form of a command to try something: whatever is typed is sent nowhere, so that nobody needs to be allowed to.
     *
     * @param title what the dialog and its button say
     * @param tried takes what was typed; what it refuses is shown at the fields
     */
    public void tryOut(String name, String title, CommandContext context, Consumer<Command> tried) {
        new TrialDialog(
                        commands,
                        name,
                        title,
                        names.find(name).orElseThrow(),
                        context,
                        choices,
                        ways(context),
                        files,
                        tried)
                .open();
    }

    private CommandDialog.Ways ways(CommandContext context) {
        return new CommandDialog.Ways(this::whoMay, (mend, done) -> open(mend, context, result -> done.run()));
    }

    /** @return the aggregate that the command goes to, when it is there already and known */
    private static Optional<TypedId> target(Class<? extends Command> type, CommandContext context) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class))
                .map(component -> context.value(type, component.getName()))
                .filter(TypedId.class::isInstance)
                .map(TypedId.class::cast)
                .findFirst();
    }

    /** @return whether the account may send it at all; the state of things may still forbid it */
    public boolean maySend(String name) {
        return names.find(name)
                .map(type -> CommandDispatcher.mayBeSent(type, CurrentUser.get().roles()))
                .orElse(false);
    }

    /** @return {@code null} when it is the user, otherwise the roles that may send it */
    private String whoMay(String name) {
        if (maySend(name)) {
            return null;
        }
        Allowed allowed = names.find(name).orElseThrow().getAnnotation(Allowed.class);
        return Arrays.stream(allowed.value())
                .filter(role -> role != Role.SYSTEM)
                .map(Enums::name)
                .collect(Collectors.joining(t("sentence.list-comma")));
    }

    /** Everybody who may be given something. */
    public List<Option> staff() {
        return choices.staff();
    }

    /** One of our people as present at a visit or round, with the level that the account tells of. */
    public OurPerson ourPerson(StaffId id) {
        return choices.ourPerson(id);
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
