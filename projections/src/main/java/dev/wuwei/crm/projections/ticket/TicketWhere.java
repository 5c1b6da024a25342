package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Conditions;
import dev.wuwei.crm.projections.support.Like;
import dev.wuwei.crm.projections.support.Viewer;
import java.time.LocalDate;

/** The conditions of one question about tickets as of a point; the viewer's scope is always among them. */
final class TicketWhere extends Conditions<TicketWhere> {
    private final boolean now;

    /** @param lateBefore limits before this day are past */
    TicketWhere(AsOf asOf, Viewer viewer, LocalDate lateBefore) {
        this.now = asOf.isNow();
        with("lateBefore", lateBefore);
        if (!now) {
            with("day", asOf.asOf() == null ? LocalDate.of(9999, 12, 31) : asOf.asOf());
            with("known", asOf.knownAt() == null ? null : java.sql.Timestamp.from(asOf.knownAt()));
        }
        if (!viewer.seesAllParks()) {
            and("t.park_code = any(:scopeParks)", "scopeParks", viewer.parkScope());
        }
    }

    /** @return the tables, joined so that each ticket that was known gives one row */
    String from() {
        return """
                ticket t
                join ticket_step s on s.ticket_id = t.ticket_id and %s
                join ticket_text x on x.ticket_id = t.ticket_id and %s
                left join staff h on h.staff_id = s.handler
                left join lateral (select max(array_position(array['BLUE', 'YELLOW', 'RED'], n.level)) as level
                    from ticket_notice n where n.ticket_id = t.ticket_id and n.due_on = s.due_on and %s) n on true
                """.formatted(stepHolds("s"), textHolds(), happened("n.sent"));
    }

    private static String knownBefore(String column) {
        return "(cast(:known as timestamptz) is null or " + column + " <= :known)";
    }

    String stepHolds(String alias) {
        return now
                ? alias + ".replaced_at is null"
                : "%1$s.occurred_on <= :day and %2$s and (%1$s.replaced_at is null or %1$s.replaced_on > :day or not %3$s)"
                        .formatted(alias, knownBefore(alias + ".recorded_at"), knownBefore(alias + ".replaced_at"));
    }

    /** Steps up to the point, those that others have replaced since included. */
    String stepHappened(String alias) {
        return now ? "true" : alias + ".occurred_on <= :day and " + knownBefore(alias + ".recorded_at");
    }

    private String textHolds() {
        return now
                ? "x.known_until is null"
                : knownBefore("x.known_at") + " and (x.known_until is null or not " + knownBefore("x.known_until")
                        + ")";
    }

    /** @param moment prefix of two columns, the day and when it was recorded */
    String happened(String moment) {
        return now ? "true" : "%1$s_on <= :day and %2$s".formatted(moment, knownBefore(moment + "_at"));
    }

    TicketWhere filter(TicketFilter filter) {
        if (filter.text != null) {
            and(
                    "(x.title ilike :part or t.ticket_no ilike :part or t.project_name ilike :part or t.project_no"
                            + " ilike :part)",
                    "part",
                    "%" + Like.literal(filter.text) + "%");
        }
        anyConstant("s.state", "states", filter.states);
        any("t.park_code", "parks", filter.parks);
        any("x.category_code", "categories", filter.categories);
        any("s.unit_code", "units", filter.units);
        anyConstant("(array['BLUE', 'YELLOW', 'RED'])[n.level]", "notices", filter.notices);
        given("s.handler = :handler", "handler", filter.handler == null ? null : filter.handler.value());
        given("t.project_id = :project", "project", filter.project == null ? null : filter.project.value());
        given("t.raised_on >= :raisedFrom", "raisedFrom", filter.raisedFrom);
        given("t.raised_on <= :raisedTo", "raisedTo", filter.raisedTo);
        given("s.state = 'CLOSED' and s.occurred_on >= :closedFrom", "closedFrom", filter.closedFrom);
        given("s.state = 'CLOSED' and s.occurred_on <= :closedTo", "closedTo", filter.closedTo);
        if (filter.onlyOpen) {
            and("s.due_on is not null");
        }
        if (filter.onlyOverdue) {
            and("s.due_on < :lateBefore");
        }
        return this;
    }
}
