package dev.wuwei.crm.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.ui.component.Today;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads commands, sends them, and says what they led to. */
@Component
class CommandService {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final CommandCatalog catalog;
    private final CommandDispatcher dispatcher;
    private final Processors processors;
    private final FileStore files;
    private final ProjectQuery projects;
    private final Cache<ProjectId, String> numbers =
            Caffeine.newBuilder().maximumSize(100_000).build();

    CommandService(
            CommandCatalog catalog,
            CommandDispatcher dispatcher,
            Processors processors,
            FileStore files,
            ProjectQuery projects) {
        this.catalog = catalog;
        this.dispatcher = dispatcher;
        this.processors = processors;
        this.files = files;
        this.projects = projects;
    }

    /**
     * The answer to an accepted command.
     *
     * @param id the aggregate that the command opened, otherwise the one that decided
     * @param sequence place of its last event in its stream; -1 when nothing had to be stored
     * @param position place of the last event in the store
     * @param created ids that the server made, by the field they stand for
     */
    @JsonPropertyOrder({"id", "projectId", "projectNo", "sequence", "position", "created"})
    record Accepted(
            String id,
            String projectId,
            String projectNo,
            long sequence,
            long position,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> created) {}

    /** A command that was read and not yet sent. */
    record Prepared(CommandCatalog.Entry entry, Command command, Map<String, TypedId> made, byte[] body) {}

    /**
     * @param key idempotency key, or {@code null}; ids that are made under a key are the same for the same key
     * @throws RuleViolated when there is no such command, or the body does not fit it
     */
    Prepared prepare(String name, JsonNode body, byte[] raw, String key, Caller caller) {
        CommandCatalog.Entry entry = catalog.find(name)
                .orElseThrow(() -> new RuleViolated(ApiRule.UNKNOWN_COMMAND, RecordReader.shown(name)));
        RecordReader reader = new RecordReader(ids(entry, key, caller), files::contains);
        return new Prepared(entry, reader.read(body, entry.type()), reader.made(), raw);
    }

    /** @throws RuleViolated when it is refused; nothing is stored */
    Accepted send(Prepared prepared, String key, Caller caller) {
        CommandDispatcher.Terms terms =
                key == null ? CommandDispatcher.Terms.NONE : CommandDispatcher.Terms.once(key, prepared.body());
        return answer(prepared, dispatcher.send(prepared.command(), caller, terms));
    }

    /** @throws CommandDispatcher.BatchRefused when one is refused; nothing is stored */
    List<Accepted> sendAll(List<Prepared> prepared, Caller caller) {
        List<CommandResult> results =
                dispatcher.sendAll(prepared.stream().map(Prepared::command).toList(), caller);
        return java.util.stream.IntStream.range(0, prepared.size())
                .mapToObj(index -> answer(prepared.get(index), results.get(index)))
                .toList();
    }

    /** @return whether the read models show it, and what policies made of it, before the time ran out */
    boolean await(long position) {
        return processors.awaitVisible(position, LONGEST_WAIT);
    }

    private Accepted answer(Prepared prepared, CommandResult result) {
        CommandCatalog.Entry entry = prepared.entry();
        Map<String, String> created = new LinkedHashMap<>();
        prepared.made().forEach((path, id) -> {
            if (path.indexOf('.') < 0) {
                created.put(path, id.value().toString());
            }
        });
        // A key that was used before gives the first answer, with the id that was made then.
        created.computeIfPresent(entry.target() == null ? "" : entry.target(), (path, id) -> result.id());
        if (result.projectId() != null) {
            created.computeIfPresent(
                    "projectId", (path, id) -> result.projectId().toString());
        }
        String id = result.id();
        if (entry.opens() != null && !entry.opens().equals(entry.target())) {
            id = component(prepared.command(), entry.opens());
        }
        return new Accepted(
                id,
                result.projectId() == null ? null : result.projectId().toString(),
                projectNo(result),
                result.sequence(),
                result.position(),
                created);
    }

    /** Most events do not repeat the number of their project; it never changes, so it is looked up once. */
    private String projectNo(CommandResult result) {
        if (result.projectId() == null) {
            return null;
        }
        if (result.projectNo() != null) {
            numbers.put(result.projectId(), result.projectNo());
            return result.projectNo();
        }
        return numbers.get(
                result.projectId(),
                id -> projects.find(id, Viewer.everything(), Today.date())
                        .map(ProjectRow::projectNo)
                        .orElse(null));
    }

    private static String component(Command command, String name) {
        try {
            for (RecordComponent component : command.getClass().getRecordComponents()) {
                if (component.getName().equals(name)) {
                    component.getAccessor().setAccessible(true);
                    return ((TypedId) component.getAccessor().invoke(command))
                            .value()
                            .toString();
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException(command.getClass() + " has no " + name);
    }

    /**
     * Ids of what is made inside an aggregate follow from the key, so that a repeated request names the same ones; the
     * aggregate's own id is answered by the store, and stays time-ordered.
     */
    private static Function<String, UUID> ids(CommandCatalog.Entry entry, String key, Caller caller) {
        return key == null
                ? path -> Ids.next()
                : path -> path.equals(entry.target()) || path.equals("projectId")
                        ? Ids.next()
                        : following(caller.staffId() + "\n" + key + "\n" + entry.name() + "\n" + path);
    }

    private static UUID following(String text) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            // Version 8: made by a rule of our own.
            long high = (digest.getLong() & ~0xF000L) | 0x8000L;
            long low = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
