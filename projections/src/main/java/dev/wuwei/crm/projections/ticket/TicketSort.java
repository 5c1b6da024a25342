package dev.wuwei.crm.projections.ticket;

/**
 * What the list of tickets is sorted by.
 *
 * @param descending greatest or latest first
 */
public record TicketSort(By by, boolean descending) {
    /** The limit that runs out first; closed ones last. */
    public static final TicketSort USUAL = new TicketSort(By.DUE, false);

    public enum By {
        NO("t.ticket_no"),
        TITLE("x.title collate pinyin"),
        CATEGORY("x.category_name collate pinyin"),
        PROJECT("t.project_name collate pinyin"),
        PARK("t.park_name collate pinyin"),
        STATE("array_position(array['RAISED', 'REOPENED', 'ASSIGNED', 'SIGNED_FOR', 'HANDLING', 'REJECTED', 'REPLIED',"
                + " 'CONFIRMED_BY_ENTERPRISE', 'CLOSED', 'WITHDRAWN'], s.state)"),
        UNIT("s.unit_name collate pinyin"),
        HANDLER("h.name collate pinyin"),
        DUE("s.due_on"),
        RAISED("t.raised_on"),
        STEP("s.occurred_on");

        private final String sql;

        By(String sql) {
            this.sql = sql;
        }
    }

    String sql() {
        String direction = descending ? " desc" : " asc";
        return by.sql + direction + " nulls last, t.ticket_no desc";
    }
}
