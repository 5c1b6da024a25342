package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Rule;

/** Rules about the follow-up of signed projects. */
public enum FollowUpRule implements Rule {
    UNKNOWN_PHASE("phase"),
    /** args: since when */
    PHASE_WITHDRAWN("phase"),
    ALREADY_OPEN(null),
    /** args: signing date */
    BEFORE_SIGNING("occurredOn"),
    /** args: date recognised */
    ALREADY_RECOGNISED("milestone"),
    /** args: date skipped */
    ALREADY_SKIPPED("milestone"),
    NOT_REPORTED("milestone"),
    NOT_VERIFIED("milestone"),
    ALREADY_VERIFIED("milestone"),
    NOTHING_TO_WITHDRAW("milestone"),
    LATER_MILESTONE_STANDS("milestone"),
    /** args: milestone that must come first, its date or nothing */
    OUT_OF_ORDER("occurredOn"),
    /** 上规 needs the annual revenue that proves it. */
    REVENUE_MISSING("annualRevenue"),
    /** args: 万元 needed */
    REVENUE_BELOW_SCALE("annualRevenue"),
    /** 达产 needs output and tax of twelve months without a gap. */
    YEAR_MISSING("occurredOn"),
    /** args: 万元 of the last twelve months, 万元 that are enough, percent of what was agreed that they are */
    OUTPUT_BELOW_AGREED("occurredOn"),
    /** args: 万元 of the last twelve months, 万元 that are enough, percent of what was agreed that they are */
    TAX_BELOW_AGREED("occurredOn"),
    NOT_SKIPPABLE("milestone"),
    /** args: state it is in */
    NOT_POSSIBLE_IN_STATE(null),
    ALREADY_SUSPENDED(null),
    NOT_SUSPENDED(null),
    /** Nothing is reached while a site stands still; args: since when */
    SUSPENDED("occurredOn"),
    /** args: since when */
    PRODUCTION_STOPPED("occurredOn"),
    ALREADY_STOPPED(null),
    NOT_STOPPED(null),
    NOT_WITHDRAWN("phase"),
    NO_SCALE_DROP("phase"),
    /** args: since when */
    ALREADY_BELOW_CAPACITY("phase"),
    NOT_BELOW_CAPACITY("phase"),
    NO_SUB_STATE("phase"),
    /** args: since when */
    ALREADY_INCLUDED("phase"),
    NOT_INCLUDED("phase"),
    DELAY_UNEXPLAINED("phase"),
    NOT_JUSTIFIED("phase"),
    SAME_PERSON("staffId"),
    UNKNOWN_PERSON("staffId"),
    RETURN_ALREADY_FILED("month"),
    NO_RETURN_TO_CORRECT("month"),
    MONTH_IN_FUTURE("month"),
    /** The month is closed: a return comes late, and says why. */
    LATE_RETURN_NEEDS_REASON("reason"),
    /** args: since when */
    MONTH_CLOSED("month"),
    MONTH_NOT_CLOSED("closeId"),
    /** args: its last day */
    MONTH_RUNS("month"),
    /** The id names another month or park. */
    OTHER_MONTH("closeId"),
    /** Never goes down without a correction; args: figure of the month before */
    INVESTED_GOES_DOWN("figures.investedToDate"),
    PROGRESS_GOES_DOWN("figures.progressPercent"),
    PERCENT_RANGE("figures.progressPercent"),
    MONTH_ABOVE_TOTAL("figures.investedThisMonth"),
    /** args: since when */
    ALREADY_DELIVERED("element"),
    NOT_DELIVERED("element"),
    /** Only land has an area and comes from somewhere. */
    NOT_LAND("element"),
    /** args: since when */
    ALREADY_GRANTED("permitCode"),
    NOT_GRANTED("permitCode"),
    /** args: since when */
    ALREADY_APPLIED("permitCode"),
    NOT_APPLIED("permitCode"),
    /** args: what is missing, until when */
    PAPERS_MISSING_ALREADY("permitCode"),
    NO_PAPERS_MISSING("permitCode"),
    MEETING_KNOWN("meetingId"),
    MEETING_UNKNOWN("meetingId"),
    RESOLUTION_UNKNOWN("number"),
    /** args: since when */
    RESOLUTION_ENDED("number"),
    RESOLUTION_OPEN("number"),
    /** args: the day that stands */
    NOT_EXTENDED("dueOn"),
    UNKNOWN_TICKET("ticketId"),
    /** args: production date of the plan that there is */
    ALREADY_PLANNED("phase"),
    NO_SCHEDULE("phase"),
    /** args: code */
    UNKNOWN_STEP("stepCode"),
    /** A permit or milestone says when; args: name of the step */
    START_FROM_ELSEWHERE("startedOn"),
    FINISH_FROM_ELSEWHERE("finishedOn"),
    FINISHED_BUT_NOT_STARTED("startedOn"),
    /** args: most months */
    PERIOD_UNFIT("lastMonth"),
    PERIOD_NOT_OVER("lastMonth"),
    /** args: first and last month of the report that there is */
    PERIOD_REPORTED("firstMonth"),
    PERIOD_UNKNOWN("firstMonth"),
    /** args: most */
    JOBS_RANGE("figures.jobs"),
    NO_FIGURES("figures.output"),
    NOTHING_CHANGED(null);

    private final String field;

    FollowUpRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
