package dev.wuwei.crm.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.probe.ProbeApplication;
import dev.wuwei.probe.ProbeCommand.ClaimLabel;
import dev.wuwei.probe.ProbeCommand.FailProbe;
import dev.wuwei.probe.ProbeCommand.ForgetPerson;
import dev.wuwei.probe.ProbeCommand.NoteProbe;
import dev.wuwei.probe.ProbeCommand.OpenProbe;
import dev.wuwei.probe.ProbeCommand.SplitProbe;
import dev.wuwei.probe.ProbeEvent;
import dev.wuwei.probe.ProbeId;
import dev.wuwei.probe.ProbeModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class PlatformTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final StaffId ME = StaffId.next();
    private static final Caller CALLER = Caller.of(ME, Set.of(Role.PROMOTER), Set.of("liangchan"), Channel.UI);

    private static ConfigurableApplicationContext context;
    private static CommandDispatcher commands;
    private static Processors processors;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        context = ProbeApplication.start(
                TestPostgres.newDatabase(),
                TestPostgres.server().username(),
                TestPostgres.server().password());
        commands = context.getBean(CommandDispatcher.class);
        processors = context.getBean(Processors.class);
        jdbc = JdbcClient.create(context.getBean(DataSource.class));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static CommandResult open(String label) {
        return commands.send(new OpenProbe(ProbeId.next(), label, null, null), CALLER);
    }

    private static ProbeId id(CommandResult result) {
        return new ProbeId(java.util.UUID.fromString(result.id()));
    }

    private static long stored(String aggregate) {
        return jdbc.sql("select count(*) from es.domain_event where aggregate_identifier = ?")
                .param(aggregate)
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> seen(long position) {
        return jdbc.sql("select * from rm.probe_seen where position = ?")
                .param(position)
                .query()
                .singleRow();
    }

    @Test
    void an_accepted_command_is_stored_under_its_logical_name_and_answers_where() {
        CommandResult result = open("一期");
        assertThat(result.projectNo()).matches("ZS-\\d{4}-\\d{4}");
        assertThat(result.projectId()).isNotNull();
        assertThat(result.sequence()).isZero();
        Map<String, Object> row = jdbc.sql("select *, convert_from(meta_data, 'UTF8')::jsonb ->> 'recordedBy' as by"
                        + " from es.domain_event where global_index = ?")
                .param(result.position())
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("payload_type", "probe.ProbeOpened")
                .containsEntry("aggregate_identifier", result.id())
                .containsEntry("by", ME.toString());
    }

    @Test
    void the_author_sees_what_he_wrote_and_what_a_policy_did_because_of_it() {
        CommandResult result = open("ack");
        assertThat(processors.awaitVisible(result.position(), SOON)).isTrue();
        Map<String, Object> own = seen(result.position());
        assertThat(own).containsEntry("event", "ProbeOpened").containsEntry("recorded_by", ME.toString());
        String eventId = jdbc.sql("select event_identifier from es.domain_event where global_index = ?")
                .param(result.position())
                .query(String.class)
                .single();
        Map<String, Object> caused = jdbc.sql(
                        "select * from rm.probe_seen where event = 'ProbeAcknowledged' and probe = ?")
                .param(result.id())
                .query()
                .singleRow();
        assertThat(caused).containsEntry("caused_by", eventId);
    }

    @Test
    void a_reason_travels_in_the_facts() {
        ProbeId id = id(open("r"));
        CommandResult noted = commands.send(new NoteProbe(id, "改正", " 录错了 "), CALLER);
        assertThat(processors.awaitVisible(noted.position(), SOON)).isTrue();
        assertThat(seen(noted.position())).containsEntry("reason", "录错了");
        assertThat(noted.sequence()).isEqualTo(1);
    }

    @Test
    void rejects_a_sender_without_the_role_and_stores_nothing() {
        ProbeId id = ProbeId.next();
        Caller auditor = Caller.of(ME, Set.of(Role.AUDITOR), Set.of(), Channel.API);
        assertThatThrownBy(() -> commands.send(new OpenProbe(id, "x", null, null), auditor))
                .isInstanceOfSatisfying(
                        RuleViolated.class, e -> assertThat(e.rule()).isEqualTo(SharedRule.NOT_ALLOWED));
        assertThat(stored(id.toString())).isZero();
    }

    @Test
    void a_failing_command_stores_nothing_and_leaves_the_aggregate_usable() {
        ProbeId id = id(open("f"));
        assertThatThrownBy(() -> commands.send(new FailProbe(id), CALLER)).hasMessageContaining("on purpose");
        assertThat(stored(id.toString())).isEqualTo(1);
        assertThat(commands.send(new NoteProbe(id, "weiter", null), CALLER).sequence())
                .isEqualTo(1);
    }

    @Test
    void an_unknown_aggregate_is_not_found() {
        assertThatThrownBy(() -> commands.send(new NoteProbe(ProbeId.next(), "x", null), CALLER))
                .isInstanceOfSatisfying(RuleViolated.class, e -> {
                    assertThat(e.rule()).isEqualTo(SharedRule.NOT_FOUND);
                    assertThat(e.violations().getFirst().field()).isEqualTo("probeId");
                });
    }

    @Test
    void a_stale_sender_is_told_who_changed_it() {
        ProbeId id = id(open("s"));
        StaffId other = StaffId.next();
        commands.send(
                new NoteProbe(id, "first", null),
                Caller.of(other, Set.of(Role.PROMOTER), Set.of(), Channel.UI),
                CommandDispatcher.Terms.expecting(0));
        assertThatThrownBy(() ->
                        commands.send(new NoteProbe(id, "second", null), CALLER, CommandDispatcher.Terms.expecting(0)))
                .isInstanceOfSatisfying(RuleViolated.class, e -> {
                    assertThat(e.rule()).isEqualTo(SharedRule.CHANGED_MEANWHILE);
                    assertThat(e.violations().getFirst().args()).contains(other.toString());
                });
        assertThat(stored(id.toString())).isEqualTo(2);
    }

    @Test
    void what_the_sender_saw_is_held_against_the_aggregate_it_named_and_not_against_what_that_one_begins() {
        ProbeId id = id(open("split"));
        commands.send(new SplitProbe(id, ProbeId.next()), CALLER, CommandDispatcher.Terms.expecting(0));
        assertThat(stored(id.toString())).isEqualTo(2);

        ProbeId part = ProbeId.next();
        assertThatThrownBy(() -> commands.send(new SplitProbe(id, part), CALLER, CommandDispatcher.Terms.expecting(0)))
                .isInstanceOfSatisfying(
                        RuleViolated.class, e -> assertThat(e.rule()).isEqualTo(SharedRule.CHANGED_MEANWHILE));
        assertThat(stored(part.toString())).isZero();
    }

    @Test
    void the_same_key_and_body_give_the_first_answer_and_another_body_is_refused() {
        ProbeId id = id(open("i"));
        NoteProbe note = new NoteProbe(id, "once", null);
        CommandDispatcher.Terms once = CommandDispatcher.Terms.once("key-1", bytes("body"));
        CommandResult first = commands.send(note, CALLER, once);
        assertThat(commands.send(note, CALLER, once)).isEqualTo(first);
        assertThat(stored(id.toString())).isEqualTo(2);
        assertThatThrownBy(() -> commands.send(note, CALLER, CommandDispatcher.Terms.once("key-1", bytes("other"))))
                .isInstanceOfSatisfying(
                        RuleViolated.class, e -> assertThat(e.rule()).isEqualTo(SharedRule.IDEMPOTENCY_CONFLICT));
    }

    @Test
    void the_same_key_from_eight_callers_at_once_is_done_once() throws Exception {
        ProbeId id = ProbeId.next();
        CommandDispatcher.Terms once = CommandDispatcher.Terms.once("key-2", bytes("body"));
        List<CommandResult> answers =
                atOnce(8, () -> commands.send(new OpenProbe(id, "once", null, null), CALLER, once));
        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(stored(id.toString())).isEqualTo(1);
    }

    @Test
    void of_six_who_want_the_same_key_one_gets_it_and_five_learn_who_was_first() throws Exception {
        List<ProbeId> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(id(open("six")));
        }
        var next = new java.util.concurrent.atomic.AtomicInteger();
        List<Object> outcomes = atOnce(6, () -> {
            try {
                return commands.send(new ClaimLabel(ids.get(next.getAndIncrement()), "contract-7"), CALLER);
            } catch (RuleViolated e) {
                return e;
            }
        });
        assertThat(outcomes).filteredOn(CommandResult.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(RuleViolated.class::isInstance)
                .hasSize(5)
                .allSatisfy(outcome -> {
                    RuleViolated violated = (RuleViolated) outcome;
                    assertThat(violated.rule()).isEqualTo(SharedRule.ALREADY_TAKEN);
                    assertThat(violated.violations().getFirst().field()).isEqualTo("label");
                    assertThat(violated.violations().getFirst().args()).contains("contract-7", ME.toString());
                });
    }

    @Test
    void a_batch_is_stored_as_a_whole_or_not_at_all() {
        ProbeId good = ProbeId.next();
        List<CommandResult> results =
                commands.sendAll(List.of(new OpenProbe(good, "b", null, null), new NoteProbe(good, "n", null)), CALLER);
        assertThat(results).extracting(CommandResult::sequence).containsOnly(1L);
        assertThat(stored(good.toString())).isEqualTo(2);

        ProbeId bad = ProbeId.next();
        var refused = catchThrowableOfType(
                CommandDispatcher.BatchRefused.class,
                () -> commands.sendAll(
                        List.of(new OpenProbe(bad, "b", null, null), new NoteProbe(bad, " ", null)), CALLER));
        assertThat(refused.index()).isEqualTo(1);
        assertThat(refused.violated().rule()).isEqualTo(SharedRule.REQUIRED);
        assertThat(stored(bad.toString())).isZero();
    }

    @Test
    void a_trial_tells_of_every_refusal_and_stores_nothing() {
        ProbeId good = ProbeId.next();
        ProbeId other = ProbeId.next();
        var refused = commands.refusals(
                List.of(
                        new OpenProbe(good, "b", null, null),
                        new NoteProbe(good, " ", null),
                        new NoteProbe(good, "n", null),
                        new NoteProbe(other, "n", null)),
                CALLER);

        assertThat(refused).containsOnlyKeys(1, 3);
        assertThat(refused.get(1).rule()).isEqualTo(SharedRule.REQUIRED);
        assertThat(refused.get(3).rule()).isEqualTo(SharedRule.NOT_FOUND);
        assertThat(stored(good.toString())).isZero();
        commands.send(new OpenProbe(good, "b", null, null), CALLER);
        assertThat(stored(good.toString())).isEqualTo(1);
    }

    @Test
    void demo_data_is_recorded_in_the_past_and_so_is_what_it_causes() {
        Instant then = Instant.parse("2021-03-04T05:06:07Z");
        CommandResult result = commands.send(new OpenProbe(ProbeId.next(), "ack", null, null), CALLER.pretending(then));
        assertThat(processors.awaitVisible(result.position(), SOON)).isTrue();
        List<Instant> times = jdbc.sql("select recorded_at from rm.probe_seen where probe = ?")
                .param(result.id())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
        assertThat(times).hasSize(2).containsOnly(then);
        assertThat(result.projectNo()).startsWith("ZS-2021-");
    }

    @Test
    void personal_data_is_stored_encrypted_and_gone_once_the_person_is_erased() {
        PersonId person = PersonId.next();
        ProbeId id = ProbeId.next();
        commands.send(new OpenProbe(id, "p", person, "丁乙"), CALLER);
        String stored = jdbc.sql("select string_agg(convert_from(payload, 'UTF8'), ' ') from es.domain_event"
                        + " where aggregate_identifier = ?")
                .param(id.toString())
                .query(String.class)
                .single();
        assertThat(stored).contains(person.toString()).contains("厂长").doesNotContain("丁乙");
        assertThat(met(id).host().name()).isEqualTo("丁乙");
        assertThat(met(id).people().getFirst().name()).isEqualTo("丁乙");

        commands.send(new ForgetPerson(id, person), CALLER);
        assertThat(met(id).host().name()).isEqualTo(PersonalData.ERASED_VALUE);
        assertThat(met(id).people().getFirst().name()).isEqualTo(PersonalData.ERASED_VALUE);
        assertThat(met(id).host().position()).isEqualTo("厂长");
    }

    private static ProbeEvent.PeopleMet met(ProbeId id) {
        return context.getBean(EventStore.class)
                .readEvents(id.toString())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(ProbeEvent.PeopleMet.class::isInstance)
                .map(ProbeEvent.PeopleMet.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void history_cannot_be_changed() {
        open("h");
        assertThatThrownBy(
                        () -> jdbc.sql("update es.domain_event set type = 'x'").update())
                .hasMessageContaining("nothing is changed or removed");
        assertThatThrownBy(() -> jdbc.sql("delete from es.domain_event").update())
                .hasMessageContaining("nothing is changed or removed");
    }

    @Test
    void an_event_that_cannot_be_handled_is_set_aside_and_can_be_tried_again() {
        ProbeModel model = context.getBean(ProbeModel.class);
        ProbeId id = id(open("d"));
        model.poison("gift");
        CommandResult noted = commands.send(new NoteProbe(id, "gift", null), CALLER);
        CommandResult behind = commands.send(new NoteProbe(id, "behind", null), CALLER);
        assertThat(processors.awaitVisible(behind.position(), SOON)).isTrue();
        List<Processors.SetAside> aside = processors.setAside("probe-model").stream()
                .filter(each -> each.aggregateId().equals(id.toString()))
                .toList();
        assertThat(aside).hasSize(2).allMatch(each -> each.event().equals("probe.ProbeNoted"));
        assertThat(aside.getFirst().causeMessage()).contains("unhandleable");
        assertThat(processors.list())
                .filteredOn(status -> status.name().equals("probe-model"))
                .allSatisfy(status -> assertThat(status.deadLetters()).isEqualTo(2));

        model.poison(null);
        assertThat(processors.retry("probe-model", aside.getFirst().id())).isTrue();
        assertThat(processors.setAside("probe-model")).isEmpty();
        assertThat(seen(noted.position())).containsEntry("event", "ProbeNoted");
        assertThat(seen(behind.position())).containsEntry("event", "ProbeNoted");
    }

    @Test
    void sixteen_writers_beside_a_live_reader_skip_nothing_and_apply_nothing_twice() throws Exception {
        long before = processors.head();
        List<CommandResult> last = atOnce(16, () -> {
            ProbeId id = id(open("w"));
            CommandResult result = null;
            for (int i = 0; i < 100; i++) {
                result = i % 10 == 9
                        ? quietly(id)
                        : commands.send(
                                new NoteProbe(id, "n" + i, null), CALLER.pretending(Instant.EPOCH.plusSeconds(i)));
            }
            return result == null ? commands.send(new NoteProbe(id, "end", null), CALLER) : result;
        });
        long end = last.stream().mapToLong(CommandResult::position).max().orElseThrow();
        assertThat(processors.awaitVisible(Math.max(end, processors.head()), Duration.ofSeconds(30)))
                .isTrue();
        List<Long> written = jdbc.sql("select global_index from es.domain_event where global_index > ? order by 1")
                .param(before)
                .query(Long.class)
                .list();
        List<Long> applied = jdbc.sql("select position from rm.probe_seen where position > ? order by 1")
                .param(before)
                .query(Long.class)
                .list();
        assertThat(applied).isEqualTo(written).hasSizeGreaterThan(1400);
        assertThat(processors.setAside(null)).isEmpty();
    }

    /** A refusal after the events were made: its positions are lost for good. */
    private static CommandResult quietly(ProbeId id) {
        try {
            commands.send(new NoteProbe(id, "lost", null), CALLER, CommandDispatcher.Terms.expecting(-5));
        } catch (RuleViolated e) {
            assertThat(e.rule()).isEqualTo(SharedRule.CHANGED_MEANWHILE);
        }
        return null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> List<T> atOnce(int threads, Callable<T> task) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
