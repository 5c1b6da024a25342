package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.RuleViolated;
import java.util.Arrays;

/** What figures are broken down by. */
public enum Dimension {
    INDUSTRY("industry", "j.industry"),
    PARK("park", "j.park"),
    /** Year, quarter and month of the date that a figure belongs to. */
    YEAR("year", "to_char(j.booked_on, 'YYYY')"),
    QUARTER("quarter", "to_char(j.booked_on, 'YYYY\"-Q\"Q')"),
    MONTH("month", "to_char(j.booked_on, 'YYYY-MM')"),
    /** 联系领导 */
    LEADER("leader", "j.leader::text"),
    TEAM("team", "j.team::text"),
    OWNER("owner", "j.owner::text"),
    METHOD("method", "j.method"),
    /** Region that the investor comes from. */
    ORIGIN("origin", "j.origin"),
    KIND("kind", "j.kind"),
    CHAIN("chain", "j.chain"),
    /** Inclusive: a project of 12亿 is in "≥1亿", in "≥5亿" and in "≥10亿". */
    SIZE_BAND("sizeBand", "b.band"),
    /** Stage of the follow-up; nothing before a formal agreement. */
    FIVE_GAP("fiveGap", "j.five_gap");

    private final String key;
    private final String expression;

    Dimension(String key, String expression) {
        this.key = key;
        this.expression = expression;
    }

    /** @return the name on the wire */
    public String key() {
        return key;
    }

    String expression() {
        return expression;
    }

    /** @throws RuleViolated {@link LedgerRule#UNKNOWN_DIMENSION} */
    public static Dimension of(String key) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(LedgerRule.UNKNOWN_DIMENSION, key));
    }
}
