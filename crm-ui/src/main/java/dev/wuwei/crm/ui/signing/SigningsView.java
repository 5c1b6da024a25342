package dev.wuwei.crm.ui.signing;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.projections.project.ProjectFilter;
import dev.wuwei.crm.projections.project.ProjectList;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.project.ListRow;
import dev.wuwei.crm.ui.project.ProjectListDesk;
import dev.wuwei.crm.ui.project.ProjectListPage;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** 签约. */
@Route("signings")
@Menu(title = "menu.signing", order = 130, icon = "sign")
@PermitAll
class SigningsView extends ProjectListPage<AgreementKind> {
    SigningsView(ProjectListDesk desk) {
        super(desk, ProjectList.SIGNINGS, "signing");
        build();
    }

    @Override
    protected List<SavedView> savedViews() {
        return List.of(SavedView.ALL, SavedView.MINE, SavedView.LARGE);
    }

    @Override
    protected void columns() {
        grid.code("no", t("project.no"), ListRow::projectNo).width(112).sortable("NO");
        grid.strong("name", t("project.name"), ListRow::name).grow().sortable("NAME");
        grid.text("investor", t("project.investor"), ListRow::investor).width(130);
        grid.date("signed", t("signing.signed-on"), ListRow::signedOn)
                .width(104)
                .sortable("SIGNED")
                .descending();
        grid.text("contract", label("contractNo"), row -> Format.text(row.contractNo()))
                .width(130);
        grid.badge(
                        "kind",
                        t("signing.kind"),
                        row -> row.agreementState() != null
                                        && row.agreementState().inForce()
                                ? Badges.Kind.STATE
                                : Badges.Kind.FACT,
                        row -> row.agreementState() != null
                                        && row.agreementState().inForce()
                                ? Enums.name(row.agreementKind())
                                : Enums.name(row.agreementState()))
                .width(92);
        grid.yi("amount", t("signing.amount"), ListRow::amount).width(132).sortable("AMOUNT");
        grid.yi("arrived", t("signing.arrived"), ListRow::arrived).width(124).sortable("ARRIVED");
        grid.wan("foreign", t("signing.foreign"), ListRow::foreignCapital)
                .width(132)
                .hidden();
        grid.text("industry", label("industry"), row -> Format.coded(row.industry()))
                .width(100)
                .afterNumber()
                .sortable("INDUSTRY");
        grid.text("park", label("park"), row -> Format.coded(row.park()))
                .width(104)
                .sortable("PARK");
        grid.text("owner", label("owner"), row -> Format.text(row.owner())).width(76);
        grid.text("leader", t("project.leader"), row -> Format.text(row.leader()))
                .width(76);
        grid.phoneRow(
                ListRow::name,
                row -> Format.date(row.signedOn()) + "　" + Format.coded(row.industry()) + "　"
                        + Enums.name(row.agreementKind()),
                row -> Format.yi(row.amount()));
    }

    @Override
    protected List<AgreementKind> boardColumns() {
        return List.of(AgreementKind.LETTER_OF_INTENT, AgreementKind.FRAMEWORK, AgreementKind.FORMAL);
    }

    @Override
    protected String boardTitle(AgreementKind column) {
        return Enums.name(column);
    }

    @Override
    protected List<Option> stages() {
        return boardColumns().stream().map(Option::of).toList();
    }

    @Override
    protected void narrow(ProjectFilter filter, Set<AgreementKind> stages) {
        filter.agreementKinds(stages);
    }

    @Override
    protected dev.wuwei.crm.projections.ledger.ProjectFilter then(Set<AgreementKind> stages, boolean onlyOpen) {
        return dev.wuwei.crm.projections.ledger.ProjectFilter.ALL
                .ofAgreementKinds(stages)
                .inAgreementStates(
                        onlyOpen
                                ? EnumSet.of(AgreementState.SIGNED, AgreementState.AMENDED)
                                : EnumSet.allOf(AgreementState.class));
    }
}
