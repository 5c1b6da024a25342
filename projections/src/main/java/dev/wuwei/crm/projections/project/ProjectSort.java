package dev.wuwei.crm.projections.project;

/**
 * What a list is sorted by. What is missing stands last when descending; ascending it stands first, but for days to come,
 * where it stands last too.
 *
 * @param by the column
 * @param descending greatest or latest first
 */
public record ProjectSort(By by, boolean descending) {

    public enum By {
        NO,
        /** By pinyin. */
        NAME,
        AMOUNT,
        STAGE,
        INDUSTRY,
        REGION,
        PARK,
        /** Last progress. */
        PROGRESS,
        /** Next contact. */
        NEXT,
        /** Registration of the lead. */
        REGISTERED,
        SIGNED,
        /** The clock that runs out first. */
        DEADLINE,
        /** The next agreed milestone. */
        DUE,
        ARRIVED
    }

    public static ProjectSort descending(By by) {
        return new ProjectSort(by, true);
    }

    public static ProjectSort ascending(By by) {
        return new ProjectSort(by, false);
    }

    /** @return the order in which a list opens */
    public static ProjectSort of(ProjectList list) {
        return switch (list) {
            case LEADS -> descending(By.REGISTERED);
            case NEGOTIATIONS -> descending(By.AMOUNT);
            case SIGNINGS -> descending(By.SIGNED);
            case FOLLOW_UPS -> ascending(By.DUE);
        };
    }

    String sql(ProjectList list) {
        String direction = descending ? " desc nulls last" : " asc nulls first";
        String toCome = descending ? " desc nulls last" : " asc nulls last";
        String no = ", p.project_no" + (descending ? " desc" : " asc");
        return switch (by) {
            case NO -> "p.project_no" + (descending ? " desc" : " asc");
            case NAME -> "p.name collate pinyin" + direction + no;
            case AMOUNT -> "p." + list.amount() + direction + no;
            case STAGE -> stage(list) + direction + no;
            case INDUSTRY -> "p.industry_name collate pinyin" + direction + no;
            case REGION -> "p.region_name collate pinyin" + direction + no;
            case PARK -> "p.park_name collate pinyin" + direction + no;
            case PROGRESS -> "p.progress_on" + direction + no;
            case NEXT -> "p.next_on" + toCome + no;
            case REGISTERED -> "p.registered_on" + direction + no;
            case SIGNED -> "p.signed_on" + direction + no;
            case DEADLINE -> "p.clock_on" + toCome + no;
            case DUE -> "p.due_on" + toCome + no;
            case ARRIVED -> "p.arrived" + direction + no;
        };
    }

    private static String stage(ProjectList list) {
        return switch (list) {
            case LEADS ->
                "array_position(array['REGISTERED', 'RESPONDED', 'JUDGED', 'ADOPTED', 'CIRCULATING',"
                        + " 'POOLED', 'DECLINED', 'MERGED', 'ARCHIVED'], p.lead_state)";
            case NEGOTIATIONS ->
                "array_position(array['FIRST_CONTACT', 'MUTUAL_VISIT', 'IN_DEPTH', 'TERMS',"
                        + " 'IN_REVIEW', 'READY_TO_SIGN', 'SIGNED'], p.negotiation_stage)";
            case SIGNINGS ->
                "array_position(array['SIGNED', 'AMENDED', 'FULFILLED', 'TERMINATED', 'RESCINDED'],"
                        + " p.agreement_state)";
            case FOLLOW_UPS ->
                "array_position(array['SIGNED', 'STARTED', 'COMPLETED', 'PRODUCING', 'ABOVE_SCALE',"
                        + " 'FULL_CAPACITY'], p.five_gap)";
        };
    }
}
