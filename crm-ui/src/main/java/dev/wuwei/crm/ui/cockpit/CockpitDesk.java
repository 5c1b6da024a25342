package dev.wuwei.crm.ui.cockpit;

import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FunnelQuery;
import dev.wuwei.crm.projections.ledger.LedgerQuery;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.MoversQuery;
import dev.wuwei.crm.projections.ledger.PolicyQuery;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.target.TargetDesk;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What the cards of the cockpit ask. */
@Component
class CockpitDesk {
    final TotalsQuery totals;
    final FunnelQuery funnel;
    final FiveGapsQuery fiveGaps;
    final LedgerQuery ledger;
    final MoversQuery movers;
    final ProjectQuery projects;
    final TicketQuery tickets;
    final TargetDesk targets;
    final TotalsCheckQuery checks;
    final PolicyQuery policies;

    CockpitDesk(
            TotalsQuery totals,
            FunnelQuery funnel,
            FiveGapsQuery fiveGaps,
            LedgerQuery ledger,
            MoversQuery movers,
            ProjectQuery projects,
            TicketQuery tickets,
            TargetDesk targets,
            TotalsCheckQuery checks,
            PolicyQuery policies) {
        this.totals = totals;
        this.funnel = funnel;
        this.fiveGaps = fiveGaps;
        this.ledger = ledger;
        this.movers = movers;
        this.projects = projects;
        this.tickets = tickets;
        this.targets = targets;
        this.checks = checks;
        this.policies = policies;
    }

    /** @return years in which something was signed, the latest first */
    Set<Integer> years(AsOf day, Viewer viewer) {
        Set<Integer> years = new TreeSet<>(Comparator.reverseOrder());
        totals.totals(TotalsQuery.Request.of(Measure.SIGNED, Dimension.YEAR), day.query(), viewer).rows().stream()
                .map(row -> row.code().get(Dimension.YEAR))
                .filter(Objects::nonNull)
                .map(Integer::valueOf)
                .forEach(years::add);
        return years;
    }

    /** @param asked {@code null} for the latest in which something was signed */
    CockpitYear year(Integer asked, AsOf day, Viewer viewer) {
        int shown = asked != null
                ? asked
                : years(day, viewer).stream()
                        .findFirst()
                        .orElse(day.dayOrToday().getYear());
        return new CockpitYear(shown, day, viewer);
    }
}
