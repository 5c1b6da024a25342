package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.NoticeId;
import dev.wuwei.crm.ticket.TicketEvent;
import dev.wuwei.crm.ticket.TicketEvent.HandlingLogged;
import dev.wuwei.crm.ticket.TicketEvent.InterviewLogged;
import dev.wuwei.crm.ticket.TicketEvent.LimitMoved;
import dev.wuwei.crm.ticket.TicketEvent.NoticeDelivered;
import dev.wuwei.crm.ticket.TicketEvent.NoticeRead;
import dev.wuwei.crm.ticket.TicketEvent.NoticeSent;
import dev.wuwei.crm.ticket.TicketEvent.ReplyRejected;
import dev.wuwei.crm.ticket.TicketEvent.TicketAssigned;
import dev.wuwei.crm.ticket.TicketEvent.TicketClosed;
import dev.wuwei.crm.ticket.TicketEvent.TicketConfirmed;
import dev.wuwei.crm.ticket.TicketEvent.TicketCorrected;
import dev.wuwei.crm.ticket.TicketEvent.TicketRaised;
import dev.wuwei.crm.ticket.TicketEvent.TicketReopened;
import dev.wuwei.crm.ticket.TicketEvent.TicketReplied;
import dev.wuwei.crm.ticket.TicketEvent.TicketSignedFor;
import dev.wuwei.crm.ticket.TicketEvent.TicketWithdrawn;
import dev.wuwei.crm.ticket.TicketState;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/** Tickets, their texts and steps as dated rows, and the notices about them. */
@Component
@ProcessingGroup("ticket")
public class TicketReadModel extends ReadModel {
    private static final Table<IssueTicketId, TicketRow> TICKETS = TicketRow.table();
    private static final Table<TicketText.Id, TicketText> TEXTS = TicketText.table();
    private static final Table<TicketStepRow.Id, TicketStepRow> STEPS = TicketStepRow.table();
    private static final Table<NoticeRow.Id, NoticeRow> NOTICES = NoticeRow.table();

    public TicketReadModel(DataSource dataSource) {
        super(dataSource, TICKETS, TEXTS, STEPS, NOTICES);
    }

    @Override
    protected void prefetch(Collection<DomainEvent> events, Batch batch) {
        Set<IssueTicketId> tickets = events.stream()
                .filter(TicketEvent.class::isInstance)
                .map(event -> ((TicketEvent) event).ticketId())
                .collect(Collectors.toSet());
        batch.rows(TICKETS).prefetch(tickets);
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        if (!(event instanceof TicketEvent told)) {
            return;
        }
        if (told instanceof TicketRaised raised
                && batch.rows(TICKETS).find(raised.ticketId()).isEmpty()) {
            batch.rows(TICKETS).put(TicketRow.of(raised, meta));
        }
        batch.rows(TICKETS)
                .find(told.ticketId())
                .filter(ticket -> meta.sequence() > ticket.sequence())
                .ifPresent(ticket ->
                        batch.rows(TICKETS).put(apply(told, ticket, meta, batch).seen(meta)));
    }

    private static TicketRow apply(TicketEvent event, TicketRow ticket, EventMeta meta, Batch batch) {
        return switch (event) {
            case TicketRaised e -> {
                TicketRow texted = text(ticket, e.title(), e.category(), e.description(), meta, batch);
                yield step(texted, step(e, TicketState.RAISED, meta).limited(e.occurredOn(), e.assignBy()), batch);
            }
            case TicketCorrected e -> text(ticket, e.title(), e.category(), e.description(), meta, batch);
            case TicketAssigned e ->
                step(
                        ticket,
                        step(e, TicketState.ASSIGNED, meta)
                                .assigned(e.unit(), e.handler(), e.replyBy())
                                .limited(e.occurredOn(), e.signBy())
                                .saying(e.instruction() == null ? meta.reason() : e.instruction()),
                        batch);
            case TicketSignedFor e -> {
                TicketStepRow before = last(ticket, batch);
                yield step(
                        ticket,
                        step(e, TicketState.SIGNED_FOR, meta).after(before).limited(before.since(), before.replyBy()),
                        batch);
            }
            case HandlingLogged e -> {
                TicketStepRow before = last(ticket, batch);
                yield step(
                        ticket,
                        step(e, TicketState.HANDLING, meta)
                                .after(before)
                                .limited(before.since(), before.dueOn())
                                .saying(e.measure()),
                        batch);
            }
            case TicketReplied e ->
                step(
                        ticket,
                        step(e, TicketState.REPLIED, meta)
                                .after(last(ticket, batch))
                                .limited(e.occurredOn(), e.confirmBy())
                                .saying(e.reply()),
                        batch);
            case ReplyRejected e ->
                step(
                        ticket,
                        step(e, TicketState.REJECTED, meta)
                                .after(last(ticket, batch))
                                .limited(e.occurredOn(), e.replyBy())
                                .saying(meta.reason()),
                        batch);
            case TicketConfirmed e ->
                step(
                        ticket,
                        step(e, TicketState.CONFIRMED_BY_ENTERPRISE, meta)
                                .after(last(ticket, batch))
                                .limited(e.occurredOn(), e.closeBy())
                                .saying(e.remark())
                                .content(e.satisfaction()),
                        batch);
            case TicketClosed e ->
                step(
                        ticket,
                        step(e, TicketState.CLOSED, meta)
                                .after(last(ticket, batch))
                                .saying(e.conclusion()),
                        batch);
            case TicketReopened e ->
                step(
                        ticket,
                        step(e, TicketState.REOPENED, meta)
                                .after(last(ticket, batch))
                                .limited(e.occurredOn(), e.assignBy())
                                .content(null)
                                .saying(meta.reason()),
                        batch);
            case TicketWithdrawn e ->
                step(
                        ticket,
                        step(e, TicketState.WITHDRAWN, meta)
                                .after(last(ticket, batch))
                                .saying(meta.reason()),
                        batch);
            case LimitMoved e -> step(ticket, TicketStepRow.moved(last(ticket, batch), e, meta), batch);
            case NoticeSent e -> {
                e.recipients().forEach(recipient -> batch.rows(NOTICES).put(NoticeRow.of(e, recipient, meta)));
                yield ticket;
            }
            case NoticeDelivered e -> {
                batch.rows(NOTICES)
                        .change(new NoticeRow.Id(e.noticeId(), e.recipient()), row -> row.delivered(e, meta));
                yield ticket;
            }
            case NoticeRead e -> {
                batch.rows(NOTICES).change(new NoticeRow.Id(e.noticeId(), e.recipient()), row -> row.read(e, meta));
                yield ticket;
            }
            case InterviewLogged e -> {
                recipients(e.noticeId(), batch)
                        .forEach(id -> batch.rows(NOTICES).change(id, row -> row.interviewed(e, meta)));
                yield ticket;
            }
        };
    }

    /** The rows of a notice are written before they are asked for, so that those of the same batch are among them. */
    private static Collection<NoticeRow.Id> recipients(NoticeId notice, Batch batch) {
        batch.flush();
        return batch
                .jdbc()
                .sql("select recipient from ticket_notice where notice_id = ?")
                .param(notice.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(recipient -> new NoticeRow.Id(notice, new StaffId(recipient)))
                .toList();
    }

    private static TicketRow text(
            TicketRow ticket, String title, Coded category, String description, EventMeta meta, Batch batch) {
        batch.rows(TEXTS)
                .change(
                        new TicketText.Id(ticket.ticketId(), ticket.textAt()),
                        before -> before.until(meta.recordedAt()));
        TicketText.Id id = new TicketText.Id(ticket.ticketId(), meta.sequence());
        batch.rows(TEXTS).put(new TicketText(id, title, category, description, meta.recordedAt(), null));
        return ticket.textAt(meta.sequence());
    }

    private static TicketStepRow step(TicketEvent event, TicketState state, EventMeta meta) {
        return TicketStepRow.of(event.ticketId(), state, event.occurredOn(), meta);
    }

    private static TicketStepRow last(TicketRow ticket, Batch batch) {
        return batch.rows(STEPS)
                .find(new TicketStepRow.Id(ticket.ticketId(), ticket.stepAt()))
                .orElseThrow();
    }

    private static TicketRow step(TicketRow ticket, TicketStepRow step, Batch batch) {
        batch.rows(STEPS)
                .change(new TicketStepRow.Id(ticket.ticketId(), ticket.stepAt()), before -> before.replacedBy(step));
        batch.rows(STEPS).put(step);
        return ticket.stepAt(step.id().sequence());
    }
}
