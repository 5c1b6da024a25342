package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ticket.DeliveryWay;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.NoticeId;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ticket.TicketEvent.InterviewLogged;
import dev.wuwei.crm.ticket.TicketEvent.NoticeDelivered;
import dev.wuwei.crm.ticket.TicketEvent.NoticeRead;
import dev.wuwei.crm.ticket.TicketEvent.NoticeSent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** One notice to one recipient, and what became of it. */
record NoticeRow(
        Id id,
        IssueTicketId ticketId,
        NoticeLevel level,
        LocalDate dueOn,
        int daysLate,
        Moment sent,
        StaffId sentBy,
        DeliveryWay way,
        Moment delivered,
        Moment read,
        Moment interviewed,
        String interview) {
    record Id(NoticeId notice, StaffId recipient) {}

    /** On which day it happened, and when that was recorded. */
    record Moment(LocalDate on, Instant at) {
        static final Moment NEVER = new Moment(null, null);

        static Moment of(LocalDate on, EventMeta meta) {
            return new Moment(on, meta.recordedAt());
        }

        static Moment read(ResultSet row, String prefix) throws SQLException {
            OffsetDateTime at = row.getObject(prefix + "_at", OffsetDateTime.class);
            return at == null ? NEVER : new Moment(row.getObject(prefix + "_on", LocalDate.class), at.toInstant());
        }
    }

    static Table<Id, NoticeRow> table() {
        return Table.<Id, NoticeRow>keyed("ticket_notice", NoticeRow::id, id -> List.of(id.notice, id.recipient))
                .keyColumn("notice_id", "uuid", row -> row.id.notice)
                .keyColumn("recipient", "uuid", row -> row.id.recipient)
                .column("ticket_id", "uuid", NoticeRow::ticketId)
                .column("level", "text", NoticeRow::level)
                .column("due_on", "date", NoticeRow::dueOn)
                .column("days_late", "integer", NoticeRow::daysLate)
                .column("sent_on", "date", row -> row.sent.on)
                .column("sent_at", "timestamptz", row -> row.sent.at)
                .column("sent_by", "uuid", NoticeRow::sentBy)
                .column("way", "text", NoticeRow::way)
                .column("delivered_on", "date", row -> row.delivered.on)
                .column("delivered_at", "timestamptz", row -> row.delivered.at)
                .column("read_on", "date", row -> row.read.on)
                .column("read_at", "timestamptz", row -> row.read.at)
                .column("interviewed_on", "date", row -> row.interviewed.on)
                .column("interviewed_at", "timestamptz", row -> row.interviewed.at)
                .column("interview", "text", NoticeRow::interview)
                .readBy(NoticeRow::read);
    }

    static NoticeRow of(NoticeSent event, StaffId recipient, EventMeta meta) {
        return new NoticeRow(
                new Id(event.noticeId(), recipient),
                event.ticketId(),
                event.level(),
                event.dueOn(),
                event.daysLate(),
                Moment.of(event.occurredOn(), meta),
                meta.actor(),
                null,
                Moment.NEVER,
                Moment.NEVER,
                Moment.NEVER,
                null);
    }

    private static NoticeRow read(ResultSet row) throws SQLException {
        UUID by = row.getObject("sent_by", UUID.class);
        return new NoticeRow(
                new Id(
                        new NoticeId(row.getObject("notice_id", UUID.class)),
                        new StaffId(row.getObject("recipient", UUID.class))),
                new IssueTicketId(row.getObject("ticket_id", UUID.class)),
                NoticeLevel.valueOf(row.getString("level")),
                row.getObject("due_on", LocalDate.class),
                row.getInt("days_late"),
                Moment.read(row, "sent"),
                by == null ? null : new StaffId(by),
                row.getString("way") == null ? null : DeliveryWay.valueOf(row.getString("way")),
                Moment.read(row, "delivered"),
                Moment.read(row, "read"),
                Moment.read(row, "interviewed"),
                row.getString("interview"));
    }

    NoticeRow delivered(NoticeDelivered event, EventMeta meta) {
        return with(event.way(), Moment.of(event.occurredOn(), meta), read, interviewed, interview);
    }

    NoticeRow read(NoticeRead event, EventMeta meta) {
        return with(way, delivered, Moment.of(event.occurredOn(), meta), interviewed, interview);
    }

    NoticeRow interviewed(InterviewLogged event, EventMeta meta) {
        return with(way, delivered, read, Moment.of(event.occurredOn(), meta), event.minutes());
    }

    private NoticeRow with(
            DeliveryWay newWay, Moment newDelivered, Moment newRead, Moment newInterviewed, String newInterview) {
        return new NoticeRow(
                id,
                ticketId,
                level,
                dueOn,
                daysLate,
                sent,
                sentBy,
                newWay,
                newDelivered,
                newRead,
                newInterviewed,
                newInterview);
    }
}
