package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.projections.dossier.DossierView.Agreement;
import dev.wuwei.crm.projections.dossier.DossierView.AgreementVersion;
import dev.wuwei.crm.projections.dossier.DossierView.FairCompetition;
import dev.wuwei.crm.projections.dossier.DossierView.Review;
import dev.wuwei.crm.projections.dossier.DossierView.TermsVersion;
import dev.wuwei.crm.projections.ledger.PolicyQuery.PolicyVersion;
import dev.wuwei.crm.projections.support.AsOf;
import java.time.LocalDate;
import java.util.List;

/**
 * An admission or agreement as it was decided on (决策还原), and what has become of it since.
 *
 * @param decidedOn the day of the decision, as believed when it was entered
 * @param decided who entered it and when
 * @param asOf the point at which the pack is told: the day of the decision, as known when it was entered
 * @param then the whole project at that point
 * @param now the whole project at the point that was asked for
 * @param review with its opinions and gates as decided; of an agreement the approval that it rests on, {@code null} where
 *     there was none
 * @param reviewNumber 1 for the first review of the project
 * @param agreement as it stood; {@code null} of an admission
 * @param version of the agreement that was decided on; {@code null} of an admission
 * @param terms that were decided on; {@code null} where none were written down
 * @param fairCompetition reviews of those terms
 * @param countingPolicy that figures were counted by then
 * @param since each thing that was decided on, beside what is agreed and what has happened by now; what nobody spoke of is
 *     left out
 */
public record DecisionReplay(
        LocalDate decidedOn,
        Entered decided,
        AsOf asOf,
        DossierView then,
        DossierView now,
        Review review,
        int reviewNumber,
        Agreement agreement,
        AgreementVersion version,
        TermsVersion terms,
        List<FairCompetition> fairCompetition,
        PolicyVersion countingPolicy,
        List<Line> since) {

    /** What a decision is about. Units: 投资强度 万元/亩; 亩均产值 and 亩均税收 万元/亩·年. */
    public enum Item {
        TOTAL_INVESTMENT,
        FIXED_ASSETS,
        LAND,
        INVESTMENT_INTENSITY,
        OUTPUT_PER_MU,
        TAX_PER_MU,
        JOBS,
        CONSTRUCTION_START,
        COMPLETION,
        PRODUCTION_START,
        SCALE_UP,
        FULL_CAPACITY
    }

    /**
     * Values are money, an area, a number or a date, by the item; {@code null} where nothing was said or has happened.
     *
     * @param decided what it was decided on
     * @param agreed by the agreement in force; {@code null} before one
     * @param actual what has happened
     */
    public record Line(Item item, Object decided, Object agreed, Object actual) {
        boolean saysNothing() {
            return decided == null && agreed == null && actual == null;
        }
    }
}
