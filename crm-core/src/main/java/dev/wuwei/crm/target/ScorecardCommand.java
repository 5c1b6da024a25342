package dev.wuwei.crm.target;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about scorecards (考核办法). Whoever has a target of the year is assessed. */
public sealed interface ScorecardCommand extends Command {

    /**
     * 制定考核办法. There is one for each year and kind of people.
     *
     * @param over who is ranked: parks, teams, owners or leaders
     */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD})
    record DefineScorecard(
            @TargetAggregateIdentifier @NewId ScorecardId scorecardId,
            String name,
            int year,
            ScopeKind over,
            List<ScoreItem> items,
            LocalDate occurredOn)
            implements ScorecardCommand {}

    /** 修订考核办法: a new version. The ones before stay to be seen, and are what was in force on their days. */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD})
    record ReviseScorecard(
            @TargetAggregateIdentifier ScorecardId scorecardId,
            String name,
            List<ScoreItem> items,
            LocalDate occurredOn,
            String reason)
            implements ScorecardCommand, Reasoned {}

    /** 废止考核办法. Another one may then be made for the same year and people. */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD})
    record RepealScorecard(@TargetAggregateIdentifier ScorecardId scorecardId, LocalDate occurredOn, String reason)
            implements ScorecardCommand, Reasoned {}
}
