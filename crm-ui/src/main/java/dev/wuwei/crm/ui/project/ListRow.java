package dev.wuwei.crm.ui.project;

import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.projections.ledger.ProjectView;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import java.time.LocalDate;

/**
 * A project in a list, of today (with what is next) or of another day (as the ledger knows it).
 *
 * @param today the row of the present; {@code null} for another day, when nothing can be done with it
 */
public record ListRow(
        String projectNo,
        String name,
        String investor,
        Coded park,
        Coded industry,
        Coded region,
        LeadState leadState,
        NegotiationStage negotiationStage,
        AgreementKind agreementKind,
        AgreementState agreementState,
        String contractNo,
        Money amount,
        Money foreignCapital,
        Money arrived,
        String owner,
        String leader,
        LocalDate registeredOn,
        LocalDate signedOn,
        ProjectRow today) {

    static ListRow of(ProjectRow row) {
        return new ListRow(
                row.projectNo(),
                row.name(),
                row.investorName(),
                row.park(),
                row.industry(),
                row.region(),
                row.leadState(),
                row.negotiationStage(),
                row.agreementKind(),
                row.agreementState(),
                row.contractNo(),
                row.amount(),
                row.foreignCapital(),
                row.arrived(),
                row.owner() == null ? null : row.owner().name(),
                row.leader() == null ? null : row.leader().name(),
                row.registeredOn(),
                row.signedOn(),
                row);
    }

    static ListRow of(ProjectView view) {
        return new ListRow(
                view.projectNo(),
                view.name(),
                view.investorName(),
                view.park(),
                view.industry(),
                view.region(),
                view.leadState(),
                negotiationStage(view),
                view.agreementKind(),
                view.agreementState(),
                view.contractNo(),
                view.amount(),
                view.contractedForeign(),
                view.arrived(),
                view.ownerName(),
                view.leaderName(),
                view.registeredOn(),
                view.signedOn(),
                null);
    }

    private static NegotiationStage negotiationStage(ProjectView view) {
        for (NegotiationStage stage : NegotiationStage.values()) {
            if (stage.name().equals(view.stage().name())) {
                return stage;
            }
        }
        return null;
    }
}
