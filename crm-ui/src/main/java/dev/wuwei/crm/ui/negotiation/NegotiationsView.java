package dev.wuwei.crm.ui.negotiation;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.NegotiationCommand;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.projections.ledger.ProjectStatus;
import dev.wuwei.crm.projections.ledger.Stage;
import dev.wuwei.crm.projections.project.ProjectFilter;
import dev.wuwei.crm.projections.project.ProjectList;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Kanban;
import dev.wuwei.crm.ui.component.Keys;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.WriteButton;
import dev.wuwei.crm.ui.project.ListRow;
import dev.wuwei.crm.ui.project.ProjectListDesk;
import dev.wuwei.crm.ui.project.ProjectListPage;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 洽谈. */
@Route("negotiations")
@Menu(title = "menu.negotiation", order = 120, icon = "talk")
@PermitAll
class NegotiationsView extends ProjectListPage<NegotiationStage> {
    private static final String ADOPT = "lead.AdoptLead";
    private static final int STEPS = 6;

    NegotiationsView(ProjectListDesk desk) {
        super(desk, ProjectList.NEGOTIATIONS, "negotiation");
        WriteButton begin = new WriteButton(t("negotiation.new"), Icon.PLUS, event -> begin());
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.setSuffixComponent(Keys.cap(Keys.NEW));
        Keys.bind(begin, Keys.NEW);
        begin.setVisible(dialogs().maySend(ADOPT));
        build(begin);
        addAssign();
    }

    private void begin() {
        new NewNegotiation(
                        rows(ProjectList.LEADS, ProjectFilter.all().leadStates(Set.of(LeadState.JUDGED))),
                        lead -> starting(ADOPT, CommandContext.of(lead.today()), lead.projectNo()))
                .open();
    }

    @Override
    protected void columns() {
        grid.code("no", t("project.no"), ListRow::projectNo).width(112).sortable("NO");
        grid.strong("name", t("project.name"), ListRow::name).grow().sortable("NAME");
        grid.steps(
                        "stage",
                        t("project.stage"),
                        STEPS,
                        row -> row.negotiationStage() == null
                                ? 0
                                : Math.min(STEPS, row.negotiationStage().ordinal() + 1),
                        row -> Enums.name(row.negotiationStage()))
                .width(136)
                .sortable("STAGE");
        grid.yi("amount", t("negotiation.amount"), ListRow::amount)
                .width(132)
                .sortable("AMOUNT")
                .descending();
        grid.text("industry", label("industry"), row -> Format.coded(row.industry()))
                .width(100)
                .afterNumber()
                .sortable("INDUSTRY");
        grid.text("region", t("project.region"), row -> Format.coded(row.region()))
                .width(92)
                .sortable("REGION");
        grid.text("investor", t("project.investor"), ListRow::investor)
                .width(130)
                .hidden();
        grid.text("park", label("park"), row -> Format.coded(row.park()))
                .width(104)
                .hidden();
        grid.text("owner", label("owner"), row -> Format.text(row.owner())).width(76);
        grid.text("leader", t("project.leader"), row -> Format.text(row.leader()))
                .width(76)
                .hidden();
        grid.ago(
                        "progress",
                        t("project.progress"),
                        row -> row.today() == null ? null : row.today().progressOn())
                .width(92)
                .sortable("PROGRESS")
                .todayOnly();
        grid.text("next", t("project.next"), ProjectListPage::next).width(170).todayOnly();
        grid.deadline("due", t("project.deadline"), ProjectListPage::words)
                .sortable("DEADLINE")
                .todayOnly();
        grid.phoneRow(
                ListRow::name,
                row -> Enums.name(row.negotiationStage()) + "　" + Format.coded(row.industry()) + "　"
                        + Format.text(row.owner()),
                row -> Format.yi(row.amount()));
    }

    @Override
    protected List<NegotiationStage> boardColumns() {
        return Stream.of(NegotiationStage.values())
                .filter(stage -> stage != NegotiationStage.SIGNED)
                .toList();
    }

    @Override
    protected String boardTitle(NegotiationStage column) {
        return Enums.name(column);
    }

    @Override
    protected List<Option> stages() {
        return boardColumns().stream().map(Option::of).toList();
    }

    @Override
    protected void narrow(ProjectFilter filter, Set<NegotiationStage> stages) {
        filter.onlyOpen(true).negotiationStages(stages);
    }

    @Override
    protected dev.wuwei.crm.projections.ledger.ProjectFilter then(Set<NegotiationStage> stages, boolean onlyOpen) {
        return dev.wuwei.crm.projections.ledger.ProjectFilter.ALL
                .inStages(
                        stages.isEmpty()
                                ? EnumSet.range(Stage.FIRST_CONTACT, Stage.READY_TO_SIGN)
                                : stages.stream()
                                        .map(stage -> Stage.of(stage.name()))
                                        .collect(Collectors.toSet()))
                .inStatuses(Set.of(ProjectStatus.ACTIVE));
    }

    @Override
    protected Optional<Kanban.Moves<NegotiationStage, ListRow>> boardMoves() {
        return Optional.of(new Moves());
    }

    /** Forward takes effect at once; a review is asked for; back needs a reason; a signature is not a drag. */
    private final class Moves implements Kanban.Moves<NegotiationStage, ListRow> {
        @Override
        public Optional<String> allowed(ListRow card, NegotiationStage from, NegotiationStage to) {
            String command = command(from, to);
            return command != null
                            && card.today() != null
                            && card.today().availableActions().contains(command)
                            && dialogs().maySend(command)
                    ? Optional.of(t("negotiation.move." + command))
                    : Optional.empty();
        }

        private String command(NegotiationStage from, NegotiationStage to) {
            if (to.ordinal() < from.ordinal()) {
                return "negotiation.ReturnToStage";
            }
            if (to == NegotiationStage.IN_REVIEW) {
                return "negotiation.RequestAdmissionReview";
            }
            return to == from || to.ordinal() > NegotiationStage.IN_REVIEW.ordinal()
                    ? null
                    : "negotiation.AdvanceStage";
        }

        @Override
        public void move(ListRow card, NegotiationStage from, NegotiationStage to) {
            ProjectRow row = card.today();
            String command = command(from, to);
            if ("negotiation.AdvanceStage".equals(command)) {
                commands()
                        .run(
                                new NegotiationCommand.AdvanceStage(row.negotiationId(), to, Today.date()),
                                t("negotiation.moved", card.name(), Enums.name(to)));
                show();
            } else {
                open(command, card, CommandContext.of(row).with("to", to));
            }
        }
    }
}
