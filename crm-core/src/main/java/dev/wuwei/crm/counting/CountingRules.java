package dev.wuwei.crm.counting;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.signing.AgreementKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * 口径: how agreements become figures. Currencies are never added and every project is counted once; these rules say the rest.
 *
 * @param kinds kinds of agreement that count; always the formal one
 * @param lateAfterDays an entry made more than so many days after what happened belongs to the period in which it was entered;
 *     {@code null} for never: late entries count in their period
 * @param creditFollowsOwner a change of owner, team or leader moves the credit; otherwise it stays where the agreement was signed
 * @param exclusions projects that are not counted, and why
 * @param bands lower ends of the size bands in 亿元, ascending, each inclusive of everything above
 */
public record CountingRules(
        List<AgreementKind> kinds,
        Upgrade upgrade,
        AmountChange amountChange,
        Ending ending,
        Integer lateAfterDays,
        boolean creditFollowsOwner,
        List<Exclusion> exclusions,
        List<BigDecimal> bands) {

    /** A letter of intent or framework that becomes a formal agreement. */
    public enum Upgrade {
        /** Belongs to the period of the formal signature. */
        AT_UPGRADE,
        /** Belongs to the period of the first signature. */
        AT_FIRST_SIGNATURE,
        /** The formal agreement counts beside the one before it. */
        AGAIN
    }

    /** A capital increase, a decrease or an amended amount. */
    public enum AmountChange {
        /** The difference, in the period of the change. */
        DIFFERENCE_ON_ITS_DATE,
        /** The difference, in the period of the signature. */
        DIFFERENCE_AT_SIGNATURE,
        /** What was signed first stays. */
        NOT_COUNTED,
        /** The whole new amount beside the old one. */
        WHOLE_AMOUNT
    }

    /** A rescission or termination. */
    public enum Ending {
        /** Lowers the figure of the period in which it falls. */
        ON_ITS_DATE,
        /** Lowers the figure of the period of the signature, from its date on. */
        IN_PERIOD_OF_SIGNATURE,
        /** What was signed stays signed. A project that signs again is counted already: of its amount only the difference is new. */
        NOT_LOWERED
    }

    /**
     * Projects that are not counted: those of which everything that is named here holds. At least one thing is.
     *
     * @param code reason code, as shown beside what is left out
     * @param projectKinds kinds of project; empty where any is meant, as with the others
     * @param below projects of less than this, or {@code null}; one of which no amount in CNY is known is not below it
     */
    public record Exclusion(
            String code,
            String name,
            List<ProjectKind> projectKinds,
            List<Coded> industries,
            List<Coded> methods,
            List<Coded> regions,
            List<Coded> parks,
            Money below) {}

    /**
     * @param on when it happened
     * @param enteredOn when it was entered
     * @return the day to whose period it belongs
     */
    public LocalDate countsOn(LocalDate on, LocalDate enteredOn) {
        return lateAfterDays != null && on.plusDays(lateAfterDays).isBefore(enteredOn) ? enteredOn : on;
    }
}
