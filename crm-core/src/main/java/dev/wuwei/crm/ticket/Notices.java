package dev.wuwei.crm.ticket;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ticket.TicketEvent.InterviewLogged;
import dev.wuwei.crm.ticket.TicketEvent.NoticeDelivered;
import dev.wuwei.crm.ticket.TicketEvent.NoticeRead;
import dev.wuwei.crm.ticket.TicketEvent.NoticeSent;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The notices about one ticket: what was sent to whom, whom it reached, who has read it. */
final class Notices {
    private final Map<NoticeId, Sent> sent = new LinkedHashMap<>();

    record Sent(NoticeSent notice, Set<StaffId> delivered, Set<StaffId> read, Set<LocalDate> interviews) {
        private Sent(NoticeSent notice) {
            this(notice, new HashSet<>(), new HashSet<>(), new HashSet<>());
        }

        NoticeLevel level() {
            return notice.level();
        }

        LocalDate sentOn() {
            return notice.occurredOn();
        }

        /** What was read has arrived. */
        boolean isDeliveredTo(StaffId recipient) {
            return delivered.contains(recipient) || read.contains(recipient);
        }

        boolean isReadBy(StaffId recipient) {
            return read.contains(recipient);
        }

        boolean isInterviewed() {
            return !interviews.isEmpty();
        }
    }

    /** @return the highest level sent about this limit, or {@code null} */
    NoticeLevel highest(LocalDate dueOn) {
        return sent.values().stream()
                .map(Sent::notice)
                .filter(notice -> notice.dueOn().equals(dueOn))
                .map(NoticeSent::level)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    Sent require(NoticeId noticeId) {
        Sent found = sent.get(Checks.present(noticeId, "noticeId"));
        if (found == null) {
            throw new RuleViolated(TicketRule.UNKNOWN_NOTICE);
        }
        return found;
    }

    Sent require(NoticeId noticeId, StaffId recipient) {
        Sent found = require(noticeId);
        if (!found.notice().recipients().contains(recipient)) {
            throw new RuleViolated(TicketRule.NOT_A_RECIPIENT);
        }
        return found;
    }

    void sent(NoticeSent event) {
        sent.put(event.noticeId(), new Sent(event));
    }

    void delivered(NoticeDelivered event) {
        sent.get(event.noticeId()).delivered().add(event.recipient());
    }

    void read(NoticeRead event) {
        sent.get(event.noticeId()).read().add(event.recipient());
    }

    void interviewed(InterviewLogged event) {
        sent.get(event.noticeId()).interviews().add(event.occurredOn());
    }
}
