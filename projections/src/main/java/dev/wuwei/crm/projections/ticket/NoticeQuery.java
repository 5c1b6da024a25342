package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ticket.DeliveryWay;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.NoticeId;
import dev.wuwei.crm.ticket.NoticeLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices with their recipients. */
final class NoticeQuery {
    private static final String COLUMNS = """
            select n.*, t.ticket_no, x.title, t.project_name, r.name as recipient_name, b.name as sent_by_name
            from ticket_notice n join ticket t on t.ticket_id = n.ticket_id
            join ticket_text x on x.ticket_id = n.ticket_id and x.known_until is null
            left join staff r on r.staff_id = n.recipient left join staff b on b.staff_id = n.sent_by
            """;
    private static final String ORDER = " order by n.sent_at desc, n.notice_id, recipient_name";

    private final JdbcClient jdbc;

    NoticeQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<NoticeView> of(IssueTicketId ticketId, TicketWhere point) {
        String known = """
                select notice_id, recipient, ticket_id, level, due_on, days_late, sent_on, sent_at, sent_by, way,
                    delivered_on, case when %s then delivered_at end as delivered_at,
                    read_on, case when %s then read_at end as read_at,
                    interviewed_on, case when %s then interviewed_at end as interviewed_at, interview
                from ticket_notice where %s
                """.formatted(
                        point.happened("delivered"),
                        point.happened("read"),
                        point.happened("interviewed"),
                        point.happened("sent"));
        return together(jdbc.sql(COLUMNS.replace("from ticket_notice n", "from (" + known + ") n")
                        + " where n.ticket_id = :ticket" + ORDER)
                .params(point.params())
                .param("ticket", ticketId.value())
                .query(NoticeQuery::one)
                .list());
    }

    List<NoticeView> unread(StaffId recipient) {
        return together(jdbc.sql(COLUMNS + " where n.recipient = ? and n.read_at is null" + ORDER)
                .param(recipient.value())
                .query(NoticeQuery::one)
                .list());
    }

    private static NoticeView one(ResultSet row, int number) throws SQLException {
        Instant interviewed = instant(row, "interviewed_at");
        return new NoticeView(
                new NoticeId(row.getObject("notice_id", UUID.class)),
                new IssueTicketId(row.getObject("ticket_id", UUID.class)),
                row.getString("ticket_no"),
                row.getString("title"),
                row.getString("project_name"),
                NoticeLevel.valueOf(row.getString("level")),
                row.getObject("due_on", LocalDate.class),
                row.getInt("days_late"),
                row.getObject("sent_on", LocalDate.class),
                row.getString("sent_by_name"),
                List.of(recipient(row)),
                interviewed == null ? null : row.getObject("interviewed_on", LocalDate.class),
                interviewed == null ? null : row.getString("interview"));
    }

    private static NoticeView.Recipient recipient(ResultSet row) throws SQLException {
        Instant delivered = instant(row, "delivered_at");
        Instant read = instant(row, "read_at");
        return new NoticeView.Recipient(
                new StaffId(row.getObject("recipient", UUID.class)),
                row.getString("recipient_name"),
                delivered == null ? null : DeliveryWay.valueOf(row.getString("way")),
                delivered,
                read,
                read == null ? null : row.getObject("read_on", LocalDate.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Rows of one notice stand next to one another. */
    private static List<NoticeView> together(List<NoticeView> rows) {
        Map<NoticeId, NoticeView> notices = new LinkedHashMap<>();
        rows.forEach(row -> notices.merge(row.noticeId(), row, NoticeQuery::joined));
        return List.copyOf(notices.values());
    }

    private static NoticeView joined(NoticeView one, NoticeView other) {
        List<NoticeView.Recipient> recipients = new ArrayList<>(one.recipients());
        recipients.addAll(other.recipients());
        return new NoticeView(
                one.noticeId(),
                one.ticketId(),
                one.ticketNo(),
                one.title(),
                one.projectName(),
                one.level(),
                one.dueOn(),
                one.daysLate(),
                one.sentOn(),
                one.sentByName(),
                recipients,
                one.interviewedOn(),
                one.interview());
    }
}
