package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.RuleViolated;
import java.util.Arrays;

/** What figures are broken down by. */
public enum Dimension {
    INDUSTRY("industry", "industry", "industry"),
    PARK("park", "park", "park"),
    /** Year, half, quarter and month of the date that a figure belongs to. */
    YEAR("year", "booked_month / 12", "to_char(booked_on, 'YYYY')", "to_char(signed_on, 'YYYY')"),
    HALF(
            "half",
            "booked_month / 6",
            "to_char(booked_on, 'YYYY-H') || (extract(month from booked_on)::integer + 5) / 6",
            "to_char(signed_on, 'YYYY-H') || (extract(month from signed_on)::integer + 5) / 6"),
    QUARTER("quarter", "booked_month / 3", "to_char(booked_on, 'YYYY\"-Q\"Q')", "to_char(signed_on, 'YYYY\"-Q\"Q')"),
    MONTH("month", "booked_month", "to_char(booked_on, 'YYYY-MM')", "to_char(signed_on, 'YYYY-MM')"),
    /** 联系领导 */
    LEADER("leader", "leader", "leader::text", "leader::text"),
    TEAM("team", "team", "team::text", "team::text"),
    OWNER("owner", "owner", "owner::text", "owner::text"),
    METHOD("method", "method", "method"),
    /** Region that the investor comes from. */
    ORIGIN("origin", "origin", "region"),
    /** The investor's province: what a code of GB/T 2260 begins with. */
    PROVINCE("province", "left(origin, 2)", "left(region, 2)"),
    KIND("kind", "kind", "kind"),
    CHAIN("chain", "chain", "chain"),
    /** Inclusive: a project of 12亿 is in "≥1亿", in "≥5亿" and in "≥10亿". One whose size is not known in CNY is in none. */
    SIZE_BAND("sizeBand", "size_band", "size_band::text", "size_band::text"),
    /** Stage of the follow-up; nothing before a formal agreement. */
    FIVE_GAP("fiveGap", "five_gap", "five_gap");

    private final String key;
    private final String grouped;
    private final String inJournal;
    private final String inLedger;

    Dimension(String key, String inJournal, String inLedger) {
        this(key, inJournal, inJournal, inLedger);
    }

    Dimension(String key, String grouped, String inJournal, String inLedger) {
        this.key = key;
        this.grouped = grouped;
        this.inJournal = inJournal;
        this.inLedger = inLedger;
    }

    /** @return the name on the wire */
    public String key() {
        return key;
    }

    /** @return what the journal is grouped by: no text where a number or an id does, which is found again much faster */
    String grouped() {
        return grouped;
    }

    /** @return the code of a group; {@code null} for the group of what has none */
    String code(String group) {
        if (group == null) {
            return null;
        }
        return switch (this) {
            case HALF -> period(group, 2, "%d-H%d");
            case QUARTER -> period(group, 4, "%d-Q%d");
            case MONTH -> period(group, 12, "%d-%02d");
            case SIZE_BAND -> Integer.parseInt(group) == CountingPolicy.UNKNOWN_SIZE ? null : group;
            default -> group;
        };
    }

    private static String period(String group, int inYear, String code) {
        int periods = Integer.parseInt(group);
        return code.formatted(periods / inYear, periods % inYear + 1);
    }

    /** @return in SQL, that a row is in none of its classes */
    String isMissing(String expression) {
        return this == SIZE_BAND ? "size_band = " + CountingPolicy.UNKNOWN_SIZE : expression + " is null";
    }

    /** @return what it is in the journal, as text */
    String inJournal() {
        return inJournal;
    }

    /** @return the same of a project in the ledger, as text */
    String inLedger() {
        return inLedger;
    }

    /** @return whether its codes begin with a year */
    public boolean isPeriod() {
        return this == YEAR || this == HALF || this == QUARTER || this == MONTH;
    }

    /** @return whether a code of a class that has no names may look like that */
    boolean mayBe(String code) {
        return switch (this) {
            case YEAR -> code.matches("\\d{4}");
            case HALF -> code.matches("\\d{4}-H[12]");
            case QUARTER -> code.matches("\\d{4}-Q[1-4]");
            case MONTH -> code.matches("\\d{4}-(0[1-9]|1[0-2])");
            case PROVINCE -> code.matches("\\d{2}");
            case KIND -> isOneOf(code, ProjectKind.values());
            case FIVE_GAP -> isOneOf(code, PhaseState.values());
            default -> false;
        };
    }

    private static boolean isOneOf(String code, Enum<?>... constants) {
        return Arrays.stream(constants).anyMatch(constant -> constant.name().equals(code));
    }

    /** @return the class of the year after that is held beside it */
    String yearAfter(String code) {
        return code != null && isPeriod() ? Integer.parseInt(code.substring(0, 4)) + 1 + code.substring(4) : code;
    }

    /** @return whose names {@code ledger_label} keeps for it, or {@code null} where the code says it all */
    String labelKind() {
        return switch (this) {
            case INDUSTRY, PARK, TEAM, METHOD, ORIGIN, CHAIN -> key;
            case LEADER, OWNER -> "staff";
            default -> null;
        };
    }

    /** @return whose order its classes are shown in, or {@code null} where the code says it all */
    public DictionaryKind dictionary() {
        return switch (this) {
            case INDUSTRY -> DictionaryKind.INDUSTRY;
            case PARK -> DictionaryKind.PARK;
            case METHOD -> DictionaryKind.PROMOTION_METHOD;
            case ORIGIN -> DictionaryKind.REGION;
            case CHAIN -> DictionaryKind.CHAIN;
            default -> null;
        };
    }

    /** @return the kind of what is kept of its classes over time, or {@code null} where they never change */
    String catalogue() {
        return this == TEAM
                ? LedgerTables.CatalogueEntry.TEAMS
                : dictionary() == null ? null : dictionary().name();
    }

    /** @return whether its classes are renamed and become one another */
    public boolean hasCatalogue() {
        return catalogue() != null;
    }

    /** @throws RuleViolated {@link LedgerRule#UNKNOWN_DIMENSION} */
    public static Dimension of(String key) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(LedgerRule.UNKNOWN_DIMENSION, key));
    }
}
