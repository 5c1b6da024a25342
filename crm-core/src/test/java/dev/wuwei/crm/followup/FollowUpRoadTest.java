package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.AGREED_FIRST;
import static dev.wuwei.crm.followup.FollowUpExamples.AGREED_SECOND;
import static dev.wuwei.crm.followup.FollowUpExamples.NONE;
import static dev.wuwei.crm.followup.FollowUpExamples.SIGNED_ON;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.SigningCommand.AmendAgreement;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the agreement to its follow-up on a real store, through the policies' own reader. */
class FollowUpRoadTest {
    private static final Instant SIGNED_AT = Instant.parse("2025-01-15T08:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    private static ConfigurableApplicationContext context;
    private static JdbcClient jdbc;

    private final ProjectId project = ProjectId.next();
    private final SigningId signing = SigningId.next();

    /** The write side alone. Not a @Configuration, which the scans of tests in other modules would find. */
    @EnableAutoConfiguration
    @ComponentScan("dev.wuwei.crm")
    static class WriteSide {}

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(WriteSide.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.profiles.active=postgres",
                        "--spring.main.banner-mode=off",
                        "--wuwei.database.url=" + TestPostgres.newDatabase(),
                        "--wuwei.database.username=" + TestPostgres.server().username(),
                        "--wuwei.database.password=" + TestPostgres.server().password(),
                        "--wuwei.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        jdbc = JdbcClient.create(context.getBean(DataSource.class));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void follow_up_opens_by_the_system_because_of_the_signature_and_in_its_time() {
        String cause = sign(AgreementKind.FORMAL);
        assertThat(followUpEvents()).containsExactly("followup.FollowUpOpened");
        Map<String, Object> opened =
                jdbc.sql("""
                        select time_stamp, convert_from(meta_data, 'UTF8')::jsonb ->> 'role' as role,
                               convert_from(meta_data, 'UTF8')::jsonb ->> 'channel' as channel,
                               convert_from(meta_data, 'UTF8')::jsonb ->> 'causedBy' as caused_by
                          from es.domain_event
                         where payload_type = 'followup.FollowUpOpened'
                           and convert_from(payload, 'UTF8')::jsonb ->> 'projectId' = ?""").param(project.toString()).query().singleRow();
        assertThat(opened)
                .containsEntry("role", Role.SYSTEM.name())
                .containsEntry("channel", Channel.JOB.name())
                .containsEntry("caused_by", cause);
        assertThat(((java.sql.Timestamp) opened.get("time_stamp")).toInstant()).isEqualTo(SIGNED_AT);
    }

    @Test
    void framework_is_not_followed_up() {
        sign(AgreementKind.FRAMEWORK);
        assertThat(followUpEvents()).isEmpty();
    }

    @Test
    void amended_dates_arrive_before_the_author_sees_his_amendment() {
        sign(AgreementKind.FORMAL);
        AgreedPhase later = new AgreedPhase(
                AGREED_FIRST.name(),
                AGREED_FIRST.investment(),
                null,
                AGREED_FIRST.startBy().plusMonths(3),
                null,
                null,
                null,
                null);
        CommandResult amended = context.getBean(CommandDispatcher.class)
                .send(
                        new AmendAgreement(
                                signing, 1, null, terms(later, AGREED_SECOND), NONE, SIGNED_ON.plusDays(30), "推迟开工"),
                        Caller.of(SENDER, Set.of(Role.DEPARTMENT_HEAD), Set.of(), Channel.UI));
        assertThat(context.getBean(Processors.class).awaitVisible(amended.position(), SOON))
                .isTrue();
        assertThat(followUpEvents()).containsExactly("followup.FollowUpOpened", "followup.AgreedDatesRevised");
    }

    @Test
    void signature_delivered_again_and_to_several_at_once_leaves_one_follow_up() throws Exception {
        AgreementSigned signed = signed(AgreementKind.FORMAL);
        var policy = context.getBean(WhenAgreementSignedThenOpenFollowUp.class);
        EventMeta meta = new EventMeta(
                SIGNED_AT, SENDER, null, Set.of(), Set.of(), Channel.UI, null, null, null, null, 1, 0, "e-1");
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            threads.invokeAll(java.util.Collections.nCopies(6, (Callable<Void>) () -> {
                try {
                    policy.on(signed, meta);
                } catch (RuleViolated refused) {
                    assertThat(refused.rule()).isEqualTo(FollowUpRule.ALREADY_OPEN);
                }
                return null;
            }));
        }
        policy.on(signed, meta);
        assertThat(followUpEvents()).containsExactly("followup.FollowUpOpened");
    }

    private AgreementSigned signed(AgreementKind kind) {
        return new AgreementSigned(
                signing,
                project,
                "ZS-2025-0007",
                NegotiationId.next(),
                kind,
                "HT-" + signing,
                List.of(),
                terms(AGREED_FIRST, AGREED_SECOND),
                null,
                false,
                false,
                new Coded("food", "食品医药"),
                new Coded("wuxi", "吴溪工业区"),
                SENDER,
                NONE,
                LocalDate.ofInstant(SIGNED_AT, EventMeta.ZONE));
    }

    private static AgreementTerms terms(AgreedPhase... phases) {
        return new AgreementTerms(
                Money.yi("3"), Money.yi("2"), null, null, List.of(), List.of(phases), List.of(), List.of());
    }

    /** As the signature of a negotiation in demo data would. @return the event's id, once the policies have seen it */
    private String sign(AgreementKind kind) {
        var event = new GenericDomainEventMessage<>(
                "Signing",
                signing.toString(),
                0,
                new GenericMessage<>(
                        signed(kind),
                        MetaData.with("simulated", SIGNED_AT.toString()).and("recordedBy", SENDER.toString())),
                SIGNED_AT);
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        context.getBean(TransactionManager.class)
                .executeInTransaction(() ->
                        unit.execute(() -> context.getBean(EventStore.class).publish(event)));
        long position = context.getBean(Processors.class).head();
        assertThat(context.getBean(Processors.class).awaitVisible(position, SOON))
                .isTrue();
        return event.getIdentifier();
    }

    private List<String> followUpEvents() {
        return jdbc.sql("""
                        select payload_type from es.domain_event
                         where payload_type like 'followup.%'
                           and convert_from(payload, 'UTF8')::jsonb ->> 'projectId' = ? order by global_index""").param(project.toString()).query(String.class).list();
    }
}
