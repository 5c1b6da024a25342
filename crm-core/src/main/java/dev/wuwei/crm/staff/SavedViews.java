package dev.wuwei.crm.staff;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.staff.SavedViewCommand.DropView;
import dev.wuwei.crm.staff.SavedViewCommand.SaveView;
import dev.wuwei.crm.staff.SavedViewEvent.ViewDropped;
import dev.wuwei.crm.staff.SavedViewEvent.ViewSaved;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The views of lists that one person saved under names of their own. Begins with the first one. */
@Aggregate(cache = "aggregateCache")
class SavedViews {
    /** More than fit beside a list are of no use to anybody. */
    private static final int OF_A_LIST = 12;

    private static final int NAME = 20;
    private static final Pattern PAGE = Pattern.compile("[a-z]+(/[a-z]+)*");

    @AggregateIdentifier
    private SavedViewsId id;

    private final Map<View, String> queries = new HashMap<>();

    private record View(String page, String name) {}

    SavedViews() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SaveView command, EventMeta meta) {
        StaffId own = requireOwn(command.viewsId(), meta);
        Violations found = new Violations();
        String page = found.value(() -> page(command.page()));
        String name = found.value(() -> Checks.required(command.name(), NAME, "name"));
        String query = found.value(() -> Checks.required(command.query(), Checks.TEXT, "query"));
        found.check(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        found.throwIfAny();
        View view = new View(page, name);
        if (query.equals(queries.get(view))) {
            throw new RuleViolated(SavedViewRule.NOTHING_CHANGED);
        }
        long others = queries.keySet().stream()
                .filter(other -> other.page().equals(page) && !other.equals(view))
                .count();
        if (others >= OF_A_LIST) {
            throw new RuleViolated(SavedViewRule.TOO_MANY_VIEWS, OF_A_LIST);
        }
        apply(new ViewSaved(command.viewsId(), own, page, name, query, command.occurredOn()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DropView command, EventMeta meta) {
        StaffId own = requireOwn(command.viewsId(), meta);
        Checks.happened(command.occurredOn(), meta.today(), "occurredOn");
        View view = new View(command.page(), command.name());
        if (!queries.containsKey(view)) {
            throw new RuleViolated(SavedViewRule.UNKNOWN_VIEW);
        }
        apply(new ViewDropped(command.viewsId(), own, view.page(), view.name(), command.occurredOn()));
    }

    private static StaffId requireOwn(SavedViewsId views, EventMeta meta) {
        if (!views.equals(SavedViewsId.of(meta.actor()))) {
            throw new RuleViolated(SavedViewRule.NOT_YOURS);
        }
        return meta.actor();
    }

    private static String page(String text) {
        String page = Checks.required(text, Checks.NAME, "page");
        if (!PAGE.matcher(page).matches()) {
            throw new RuleViolated(SavedViewRule.NOT_A_LIST);
        }
        return page;
    }

    @EventSourcingHandler
    void on(ViewSaved event) {
        id = event.viewsId();
        queries.put(new View(event.page(), event.name()), event.query());
    }

    @EventSourcingHandler
    void on(ViewDropped event) {
        queries.remove(new View(event.page(), event.name()));
    }
}
