package dev.wuwei.crm.publication;

import dev.wuwei.crm.shared.Rule;

/** Rules about published reports. */
public enum PublicationRule implements Rule {
    PERIOD_ENDS_BEFORE_START("periodTo"),
    /** The period is not over on the day that the report is told of; args: last day of the period */
    PERIOD_NOT_OVER("asOf"),
    MEASURE_MISSING("measures"),
    /** args: what is named twice */
    NAMED_TWICE(null),
    ALREADY_WITHDRAWN(null),
    /** args: the line that was named */
    UNKNOWN_LINE("line"),
    NOTHING_CLAIMED("amount"),
    FIGURE_TWICE("figureId"),
    UNKNOWN_FIGURE("figureId");

    private final String field;

    PublicationRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
