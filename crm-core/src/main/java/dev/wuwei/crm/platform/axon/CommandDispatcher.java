package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.Consequences;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one door to the aggregates, for screens, REST, jobs, policies and demo data. Sends on the caller's thread; when it
 * returns, the events are stored for good. A refusal is always {@link RuleViolated} and stores nothing.
 */
public final class CommandDispatcher implements Consequences {
    private final CommandBus commandBus;
    private final TransactionManager transactions;
    private final CommandNames names;
    private final JdbcClient jdbc;
    private final Trail trail;

    CommandDispatcher(
            CommandBus commandBus, TransactionManager transactions, CommandNames names, JdbcClient jdbc, Trail trail) {
        this.commandBus = commandBus;
        this.transactions = transactions;
        this.names = names;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /**
     * How a command is to be taken.
     *
     * @param expectedSequence sequence of the last event that the sender saw of the aggregate that the command names; refused
     *     with {@link SharedRule#CHANGED_MEANWHILE} (args: who, when) if there is a newer one; {@code null} when it does not
     *     care
     * @param idempotencyKey the same key and body again give the first answer; {@code null} for none
     * @param body what the sender sent, to be told from another body under the same key
     */
    public record Terms(Long expectedSequence, String idempotencyKey, byte[] body) {
        public static final Terms NONE = new Terms(null, null, null);

        public static Terms expecting(long sequence) {
            return new Terms(sequence, null, null);
        }

        public static Terms once(String idempotencyKey, byte[] body) {
            return new Terms(null, idempotencyKey, body);
        }
    }

    /** One command of a batch was refused, and with it the batch. */
    public static final class BatchRefused extends RuntimeException {
        private final int index;
        private final RuleViolated violated;

        BatchRefused(int index, RuleViolated violated) {
            super("Command " + index + ": " + violated.getMessage(), violated);
            this.index = index;
            this.violated = violated;
        }

        /** @return which command, counted from 0 */
        public int index() {
            return index;
        }

        public RuleViolated violated() {
            return violated;
        }
    }

    /** @throws RuleViolated when it is refused */
    public CommandResult send(Command command, Caller caller) {
        return send(command, caller, Terms.NONE);
    }

    /** @throws RuleViolated when it is refused */
    public CommandResult send(Command command, Caller caller, Terms terms) {
        if (terms.idempotencyKey() == null) {
            return sendWithRetry(command, caller.metaData(), terms.expectedSequence(), null);
        }
        String sender = Objects.toString(caller.staffId(), "");
        byte[] hash = hash(terms.body());
        Dispatch.Idempotency idempotency = new Dispatch.Idempotency(
                sender,
                terms.idempotencyKey(),
                names.nameIfKnown(command.getClass()).orElse(""),
                hash);
        Optional<CommandResult> before = firstAnswer(idempotency);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return sendWithRetry(command, caller.metaData(), terms.expectedSequence(), idempotency);
        } catch (RuleViolated e) {
            // The same key may have been at work on another thread, and what it did is why this one was refused.
            return firstAnswer(idempotency).orElseThrow(() -> e);
        }
    }

    @Override
    public CommandResult sendBecause(Command command, EventMeta cause) {
        MetaData facts = MetaData.from(Caller.system().metaData()).and(Facts.CAUSED_BY, cause.eventId());
        if (cause.onBehalfOf() != null) {
            facts = facts.and(Facts.ON_BEHALF_OF, cause.onBehalfOf().toString());
        }
        return sendWithRetry(command, facts, null, null);
    }

    /**
     * All or nothing.
     *
     * @return one answer per command, in order
     * @throws BatchRefused when one is refused; then nothing is stored
     */
    public List<CommandResult> sendAll(List<? extends Command> commands, Caller caller) {
        Dispatch dispatch = new Dispatch(null, null);
        Dispatch outer = dispatch.enter();
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(new GenericMessage<>("batch"));
        List<String> ids = new ArrayList<>(commands.size());
        try {
            unitOfWork.attachTransaction(transactions);
            for (int index = 0; index < commands.size(); index++) {
                try {
                    ids.add(dispatch(commands.get(index), caller.metaData()));
                } catch (RuleViolated e) {
                    throw new BatchRefused(index, e);
                }
            }
            unitOfWork.commit();
        } catch (RuntimeException e) {
            if (unitOfWork.isActive()) {
                unitOfWork.rollback(e);
            }
            throw e instanceof ConcurrencyException ? new RuleViolated(SharedRule.CHANGED_MEANWHILE, "", "") : e;
        } finally {
            Dispatch.leave(outer);
        }
        trail.sent(dispatch.appended());
        return ids.stream().map(id -> batchAnswer(dispatch.appended(), id)).toList();
    }

    /**
     * Tries all of them, one after the other, and stores nothing.
     *
     * @return why those that would be refused are, by their place, counted from 0
     */
    public SortedMap<Integer, RuleViolated> refusals(List<? extends Command> commands, Caller caller) {
        SortedMap<Integer, RuleViolated> refused = new TreeMap<>();
        Dispatch outer = new Dispatch(null, null).enter();
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(new GenericMessage<>("trial"));
        try {
            unitOfWork.attachTransaction(transactions);
            for (int index = 0; index < commands.size(); index++) {
                try {
                    dispatch(commands.get(index), caller.metaData());
                } catch (RuleViolated e) {
                    refused.put(index, e);
                }
            }
        } finally {
            unitOfWork.rollback();
            Dispatch.leave(outer);
        }
        return refused;
    }

    /** @return whether one of these roles may send such a command; the aggregate may still refuse it */
    public static boolean mayBeSent(Class<? extends Command> command, Set<Role> roles) {
        return CommandGuard.mayBeSent(command, roles);
    }

    private CommandResult sendWithRetry(
            Command command, Map<String, Object> facts, Long expectedSequence, Dispatch.Idempotency key) {
        boolean alone = !CurrentUnitOfWork.isStarted();
        Dispatch.Expected expected =
                expectedSequence == null ? null : new Dispatch.Expected(CommandTargets.id(command), expectedSequence);
        for (int attempt = 1; ; attempt++) {
            Dispatch dispatch = new Dispatch(expected, key);
            Dispatch outer = dispatch.enter();
            try {
                String id = dispatch(command, facts);
                trail.sent(dispatch.appended());
                return answer(dispatch.appended(), id);
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                Optional<CommandResult> first = key == null ? Optional.empty() : firstAnswer(key);
                if (first.isPresent()) {
                    return first.get();
                }
                if (e instanceof AggregateStreamCreationException) {
                    throw RuleViolated.at(
                            CommandTargets.field(command),
                            SharedRule.ALREADY_TAKEN,
                            CommandTargets.id(command),
                            "",
                            "");
                }
                if (expected != null || !alone || attempt == 3) {
                    throw changedMeanwhile(CommandTargets.id(command));
                }
            } finally {
                Dispatch.leave(outer);
            }
        }
    }

    /** @return the id of the aggregate that took it */
    private String dispatch(Command command, Map<String, Object> facts) {
        CommandMessage<Command> message = new GenericCommandMessage<>(command, facts);
        CommandResultMessage<?>[] answer = new CommandResultMessage<?>[1];
        commandBus.dispatch(message, (sent, result) -> answer[0] = result);
        if (answer[0].isExceptional()) {
            throw unchecked(answer[0].exceptionResult(), command);
        }
        String target = CommandTargets.id(command);
        return target != null ? target : Objects.toString(answer[0].getPayload(), null);
    }

    private static RuntimeException unchecked(Throwable failure, Command command) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolated violated) {
                return violated;
            }
            if (cause instanceof ConcurrencyException || cause instanceof AggregateStreamCreationException) {
                return (RuntimeException) cause;
            }
            if (cause instanceof AggregateNotFoundException) {
                return RuleViolated.at(CommandTargets.field(command), SharedRule.NOT_FOUND);
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    private static CommandResult answer(List<Dispatch.Appended> appended, String id) {
        // Nothing happened, or it is not stored before an outer unit of work commits.
        return appended.isEmpty() ? new CommandResult(id, null, null, -1, 0) : Answers.of(appended, id);
    }

    private static CommandResult batchAnswer(List<Dispatch.Appended> appended, String id) {
        return answer(
                appended.stream()
                        .filter(each -> each.event().getAggregateIdentifier().equals(id))
                        .toList(),
                id);
    }

    private RuleViolated changedMeanwhile(String aggregate) {
        return jdbc.sql("""
                        select time_stamp, convert_from(meta_data, 'UTF8')::jsonb ->> 'recordedBy'
                          from es.domain_event where aggregate_identifier = ? order by sequence_number desc limit 1""")
                .param(aggregate)
                .query((row, number) -> new RuleViolated(
                        SharedRule.CHANGED_MEANWHILE,
                        Objects.toString(row.getString(2), ""),
                        instant(row.getObject(1, OffsetDateTime.class))))
                .optional()
                .orElseGet(() -> new RuleViolated(SharedRule.CHANGED_MEANWHILE, "", ""));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private Optional<CommandResult> firstAnswer(Dispatch.Idempotency idempotency) {
        return jdbc.sql("select command, body_hash, id, project_id, project_no, sequence, position"
                        + " from es.idempotency_key where sender = ? and key = ?")
                .params(idempotency.sender(), idempotency.key())
                .query((row, number) -> {
                    if (!idempotency.command().equals(row.getString(1))
                            || !Arrays.equals(idempotency.bodyHash(), row.getBytes(2))) {
                        throw new RuleViolated(SharedRule.IDEMPOTENCY_CONFLICT);
                    }
                    String projectId = row.getString(4);
                    return new CommandResult(
                            row.getString(3),
                            projectId == null ? null : ProjectId.of(projectId),
                            row.getString(5),
                            row.getLong(6),
                            row.getLong(7));
                })
                .optional();
    }

    private static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
