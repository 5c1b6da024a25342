package dev.wuwei.crm.ui.lead;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.projections.ledger.ProjectStatus;
import dev.wuwei.crm.projections.ledger.Stage;
import dev.wuwei.crm.projections.project.ProjectFilter;
import dev.wuwei.crm.projections.project.ProjectList;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Keys;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.project.ListRow;
import dev.wuwei.crm.ui.project.ProjectListDesk;
import dev.wuwei.crm.ui.project.ProjectListPage;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** 线索. */
@Route("leads")
@Menu(title = "menu.lead", order = 110, icon = "pin")
@PermitAll
class LeadsView extends ProjectListPage<LeadState> {
    LeadsView(ProjectListDesk desk) {
        super(desk, ProjectList.LEADS, "lead");
        Button register = starting("lead.RegisterLead", CommandContext.empty());
        register.addThemeVariants(ButtonVariant.PRIMARY);
        register.setSuffixComponent(Keys.cap(Keys.NEW));
        Keys.bind(register, Keys.NEW);
        Button investor = starting("investor.RegisterInvestor", CommandContext.empty());
        build(investor, register);
        addAssign();
    }

    @Override
    protected List<SavedView> savedViews() {
        return List.of(
                SavedView.ALL,
                SavedView.MINE,
                SavedView.LARGE,
                SavedView.SILENT,
                SavedView.POOLED,
                SavedView.CIRCULATING);
    }

    @Override
    protected void columns() {
        grid.code("no", t("project.no"), ListRow::projectNo).width(112).sortable("NO");
        grid.strong("name", t("project.name"), ListRow::name).grow().sortable("NAME");
        grid.text("investor", t("project.investor"), ListRow::investor)
                .width(130)
                .hidden();
        grid.badge(
                        "state",
                        t("lead.state"),
                        row -> row.leadState() != null && row.leadState().isActive()
                                ? Badges.Kind.STATE
                                : Badges.Kind.FACT,
                        row -> Enums.name(row.leadState()))
                .width(I18n.isChinese() ? 92 : 112)
                .sortable("STAGE");
        grid.yi("amount", t("lead.amount"), ListRow::amount).width(132).sortable("AMOUNT");
        grid.text("industry", label("industry"), row -> Format.coded(row.industry()))
                .width(100)
                .sortable("INDUSTRY");
        grid.text("region", t("project.region"), row -> Format.coded(row.region()))
                .width(92)
                .sortable("REGION");
        grid.text("park", label("park"), row -> Format.coded(row.park()))
                .width(104)
                .hidden();
        grid.text("owner", label("owner"), row -> Format.text(row.owner())).width(76);
        grid.ago(
                        "progress",
                        t("project.progress"),
                        row -> row.today() == null ? null : row.today().progressOn())
                .width(92)
                .sortable("PROGRESS")
                .todayOnly();
        grid.text("next", t("project.next"), ProjectListPage::next).width(160).todayOnly();
        grid.date("registered", t("project.registered"), ListRow::registeredOn)
                .width(104)
                .sortable("REGISTERED")
                .hidden();
        grid.deadline("due", t("project.deadline"), ProjectListPage::words)
                .sortable("DEADLINE")
                .todayOnly();
        grid.phoneRow(
                ListRow::name,
                row -> Enums.name(row.leadState()) + "　" + Format.coded(row.industry()) + "　"
                        + Format.text(row.owner()),
                row -> Format.yi(row.amount()));
    }

    @Override
    protected List<LeadState> boardColumns() {
        return List.of(
                LeadState.REGISTERED,
                LeadState.RESPONDED,
                LeadState.JUDGED,
                LeadState.CIRCULATING,
                LeadState.POOLED,
                LeadState.DECLINED);
    }

    @Override
    protected String boardTitle(LeadState column) {
        return Enums.name(column);
    }

    @Override
    protected List<Option> stages() {
        return Stream.of(LeadState.values())
                .filter(state -> state != LeadState.ADOPTED)
                .map(Option::of)
                .toList();
    }

    @Override
    protected void narrow(ProjectFilter filter, Set<LeadState> stages) {
        filter.leadStates(stages);
    }

    @Override
    protected dev.wuwei.crm.projections.ledger.ProjectFilter then(Set<LeadState> stages, boolean onlyOpen) {
        return dev.wuwei.crm.projections.ledger.ProjectFilter.ALL
                .inStages(Set.of(Stage.LEAD))
                .inLeadStates(stages)
                .inStatuses(onlyOpen ? Set.of(ProjectStatus.ACTIVE) : Set.of());
    }
}
