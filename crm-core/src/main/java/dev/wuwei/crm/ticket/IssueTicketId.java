package dev.wuwei.crm.ticket;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** An issue ticket (问题). */
public record IssueTicketId(UUID value) implements TypedId {
    public static IssueTicketId of(String text) {
        return new IssueTicketId(UUID.fromString(text));
    }

    public static IssueTicketId next() {
        return Ids.next(IssueTicketId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
