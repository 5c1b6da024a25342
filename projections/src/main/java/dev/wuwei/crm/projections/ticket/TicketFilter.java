package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ticket.TicketState;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which tickets are asked for. Everything left {@code null}, empty or {@code false} restricts nothing; sets match any of
 * their values. Built by {@link #all()} and the setters, which all return the filter.
 */
public final class TicketFilter {
    String text;
    Set<TicketState> states = Set.of();
    Set<String> parks = Set.of();
    Set<String> categories = Set.of();
    Set<String> units = Set.of();
    Set<NoticeLevel> notices = Set.of();
    StaffId handler;
    ProjectId project;
    LocalDate raisedFrom;
    LocalDate raisedTo;
    LocalDate closedFrom;
    LocalDate closedTo;
    boolean onlyOpen;
    boolean onlyOverdue;

    private TicketFilter() {}

    public static TicketFilter all() {
        return new TicketFilter();
    }

    /** Part of the title, of the ticket's number, or of the project's name or number. */
    public TicketFilter text(String part) {
        text = part == null || part.isBlank() ? null : part.strip();
        return this;
    }

    public TicketFilter states(Set<TicketState> any) {
        states = any;
        return this;
    }

    public TicketFilter parks(Set<String> codes) {
        parks = codes;
        return this;
    }

    public TicketFilter categories(Set<String> codes) {
        categories = codes;
        return this;
    }

    public TicketFilter units(Set<String> codes) {
        units = codes;
        return this;
    }

    /** The highest notice about the limit that runs is one of these. */
    public TicketFilter notices(Set<NoticeLevel> levels) {
        notices = levels;
        return this;
    }

    public TicketFilter handler(StaffId person) {
        handler = person;
        return this;
    }

    public TicketFilter project(ProjectId one) {
        project = one;
        return this;
    }

    /** Both ends included; either may be {@code null}. */
    public TicketFilter raised(LocalDate from, LocalDate to) {
        raisedFrom = from;
        raisedTo = to;
        return this;
    }

    /** Closed within these days, and not reopened since. Both ends included; either may be {@code null}. */
    public TicketFilter closed(LocalDate from, LocalDate to) {
        closedFrom = from;
        closedTo = to;
        return this;
    }

    /** Somebody still has to move it. */
    public TicketFilter onlyOpen(boolean only) {
        onlyOpen = only;
        return this;
    }

    /** At least one working day past its limit. */
    public TicketFilter onlyOverdue(boolean only) {
        onlyOverdue = only;
        return this;
    }
}
