package dev.wuwei.crm.ui.sentence;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.projections.investor.InvestorQuery;
import dev.wuwei.crm.projections.investor.PersonName;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.staff.StaffName;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.staff.Team;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.ui.component.Today;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Names from the read models. For pages whose project the reader may see: it does not ask who is reading. */
@Component
public class KnownNames implements Names {
    private final StaffQuery staff;
    private final InvestorQuery investors;
    private final ProjectQuery projects;

    KnownNames(StaffQuery staff, InvestorQuery investors, ProjectQuery projects) {
        this.staff = staff;
        this.investors = investors;
        this.projects = projects;
    }

    @Override
    public String nameOf(TypedId id) {
        return switch (id) {
            case StaffId person -> staff.name(person).map(StaffName::name).orElse(null);
            case TeamId team ->
                staff.teams(true).stream()
                        .filter(known -> known.teamId().equals(team))
                        .map(Team::name)
                        .findFirst()
                        .orElse(null);
            case PersonId person ->
                Optional.ofNullable(investors.names(List.of(person)).get(person))
                        .map(PersonName::name)
                        .orElse(null);
            case InvestorId investor ->
                Optional.ofNullable(investors
                                .rows(List.of(investor), Viewer.everything())
                                .get(investor))
                        .map(row -> row.legalName())
                        .orElse(null);
            default ->
                projects.findByAggregate(id.value(), Viewer.everything(), Today.date())
                        .map(ProjectRow::name)
                        .orElse(null);
        };
    }
}
