package dev.wuwei.crm.ui.dossier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.menubar.MenuBar;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.CapitalEntry;
import dev.wuwei.crm.projections.dossier.DossierView.Phase;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the reader may do with one project now, as buttons and menus that know the project: what a dialog chooses from, and
 * what was recorded last. There is nothing to do in the past.
 */
final class DossierActions {
    /** What the main button offers, the next step first. */
    private static final List<String> NEXT_STEPS = List.of(
            "lead.AcceptCirculation",
            "lead.RespondToLead",
            "lead.JudgeLead",
            "lead.AdoptLead",
            "lead.DrawFromPool",
            "followup.RecogniseMilestone",
            "followup.VerifyMilestone",
            "followup.ReportMilestone",
            "negotiation.ResumeNegotiation",
            "negotiation.DecideAdmission",
            "negotiation.GiveOpinion",
            "signing.SignAgreement",
            "negotiation.RequestAdmissionReview",
            "negotiation.ReviseTerms",
            "negotiation.LogRound",
            "signing.UpgradeAgreement",
            "followup.FileMonthlyReturn");

    private static final List<String> COMPANY =
            List.of("investor.AddContact", "investor.RenameInvestor", "investor.AssignCreditCode");

    private static final int LONGEST = 24;

    private final ProjectRow row;
    private final DossierView dossier;
    private final CommandDialogs dialogs;
    private final Runnable done;

    /** @param done after something was changed */
    DossierActions(ProjectRow row, DossierView dossier, CommandDialogs dialogs, Runnable done) {
        this.row = row;
        this.dossier = dossier;
        this.dialogs = dialogs;
        this.done = done;
    }

    /** @return the page's main button, {@code null} when there is no next step for this reader */
    Button next() {
        return dialogs.next(NEXT_STEPS, nextSteps(), this::context, result -> done.run());
    }

    /** Everything that is allowed but what stands beside one line: a commitment, a permit, a resolution. */
    MenuBar all() {
        List<String> actions = new ArrayList<>(dossier.head().availableActions());
        actions.remove("lead.LogVisit");
        actions.removeAll(CommitmentTable.commands());
        actions.removeAll(PermitSteps.commands());
        actions.removeAll(MeetingList.commands());
        if (row.investorId() != null && !actions.isEmpty()) {
            actions.addAll(COMPANY);
        }
        return dialogs.menu(actions, this::context, result -> done.run());
    }

    /** Those of {@code wanted} that the project allows now, about one thing on the page. */
    MenuBar about(List<String> wanted, UnaryOperator<CommandContext> thing) {
        return about(dossier.head().availableActions(), wanted, thing);
    }

    /** @param allowed by the state of the thing itself, where it has one of its own */
    MenuBar about(Collection<String> allowed, List<String> wanted, UnaryOperator<CommandContext> thing) {
        return dialogs.menu(
                wanted.stream().filter(allowed::contains).toList(), () -> thing.apply(context()), result -> done.run());
    }

    /** Buttons for what may be sent now; hidden otherwise. */
    Component[] buttons(String... wanted) {
        return Stream.of(wanted)
                .filter(dossier.head().availableActions()::contains)
                .filter(dialogs::maySend)
                .map(name -> dialogs.button(name, null, this::context, result -> done.run()))
                .toArray(Component[]::new);
    }

    /** Once the follow-up runs, the next step is one of its own; talks may still be corrected from the menu. */
    private List<String> nextSteps() {
        List<String> available = dossier.head().availableActions();
        return row.followUpId() == null
                ? available
                : available.stream()
                        .filter(name -> !name.startsWith("negotiation.") && !name.startsWith("lead."))
                        .toList();
    }

    /** What the dialogs of this project need to know. */
    CommandContext context() {
        CommandContext context = CommandContext.of(row)
                .choose("phase", phases())
                .choose(
                        "visitId",
                        dossier.visits().stream()
                                .filter(visit -> visit.withdrawn() == null)
                                .map(visit -> option(visit.visitId(), visit.occurredOn(), visit.summary()))
                                .toList())
                .choose(
                        "roundId",
                        dossier.rounds().stream()
                                .map(round -> option(round.roundId(), round.occurredOn(), round.summary()))
                                .toList())
                .choose(
                        "entryId",
                        Stream.concat(dossier.arrivals().stream(), dossier.foreignUsed().stream())
                                .map(DossierActions::option)
                                .toList());
        if (dossier.phases().size() == 1) {
            context.with("phase", dossier.phases().getFirst().name());
        }
        review(context);
        return context;
    }

    private List<Option> phases() {
        return dossier.phases().stream()
                .map(Phase::name)
                .map(name -> new Option(name, name))
                .toList();
    }

    /** The last review that was not withdrawn; what there is to choose from in an open one comes with its dialogs. */
    private void review(CommandContext context) {
        dossier.reviews().stream()
                .filter(review -> review.withdrawn() == null)
                .reduce((earlier, later) -> later)
                .ifPresent(last -> context.with("reviewId", last.reviewId()));
    }

    private static Option option(CapitalEntry entry) {
        return option(entry.entryId(), entry.on(), Format.money(entry.amount()));
    }

    private static Option option(Object id, LocalDate on, String text) {
        String words = text == null ? "" : text;
        return new Option(
                id.toString(),
                Format.joined(Format.date(on), words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words));
    }
}
