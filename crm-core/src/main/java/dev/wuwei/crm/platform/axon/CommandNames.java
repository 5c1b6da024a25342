package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.shared.Command;
import java.util.Collection;
import java.util.List;

/** The logical names of all commands: what the REST interface calls them. */
public final class CommandNames extends LogicalNames<Command> {
    public CommandNames() {
        this(List.of("dev.wuwei.crm"));
    }

    public CommandNames(Collection<String> packages) {
        super(Command.class, packages);
    }
}
