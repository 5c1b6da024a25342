package dev.wuwei.crm.staff;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Role;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a person can ask about their own views of lists. */
public sealed interface SavedViewCommand extends Command {

    /**
     * One's own only. A view of the same list and name is replaced.
     *
     * @param page path of the list, for example {@code leads}
     * @param query what the list is narrowed to, as its address says it, for example {@code industry=textile&view=mine}
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR})
    record SaveView(
            @TargetAggregateIdentifier SavedViewsId viewsId,
            String page,
            String name,
            String query,
            LocalDate occurredOn)
            implements SavedViewCommand {}

    /** One's own only. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR})
    record DropView(@TargetAggregateIdentifier SavedViewsId viewsId, String page, String name, LocalDate occurredOn)
            implements SavedViewCommand {}
}
