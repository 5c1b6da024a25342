package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.LEADER;
import static dev.wuwei.crm.negotiation.Given.OFFICER;
import static dev.wuwei.crm.negotiation.Given.opened;
import static dev.wuwei.crm.negotiation.Given.termsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.negotiation.NegotiationCommand.DecideAdmission;
import dev.wuwei.crm.negotiation.NegotiationCommand.GiveOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReopenNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.RequestAdmissionReview;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReviseTerms;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationOpened;
import dev.wuwei.crm.negotiation.Terms.Incentive;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.SigningCommand.CorrectAgreement;
import dev.wuwei.crm.signing.SigningCommand.ReinstateAgreement;
import dev.wuwei.crm.signing.SigningCommand.RescindAgreement;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.signing.SigningId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
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

/** Negotiation and agreement on a real store: what belongs together is stored together, or not at all. */
class SigningRoadTest {
    private static final LocalDate NOW = LocalDate.now(EventMeta.ZONE);
    private static final Caller LEADING =
            Caller.of(LEADER, Set.of(Role.LEADER, Role.DEPARTMENT_HEAD), Set.of(), Channel.UI);

    private static ConfigurableApplicationContext context;
    private static CommandDispatcher commands;
    private static JdbcClient jdbc;

    private final NegotiationId negotiation = NegotiationId.next();
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
        commands = context.getBean(CommandDispatcher.class);
        jdbc = JdbcClient.create(context.getBean(DataSource.class));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void a_framework_becomes_formal_and_ends_the_negotiation_in_one_commit() {
        begin();
        approve(0, "设备投资奖补 A");
        commands.send(sign(AgreementKind.FRAMEWORK), LEADING);
        assertThat(last(negotiation)).isEqualTo("negotiation.PreliminaryAgreementSigned");

        commands.send(
                new ReviseTerms(negotiation, 1, termsOf(List.of(new Incentive("补助 B", false))), "调整补助", NOW), LEADING);
        long before = stored();
        assertThatThrownBy(() -> commands.send(formal(), LEADING))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(NegotiationRule.TERMS_CHANGED_SINCE_APPROVAL));
        assertThat(stored()).as("nothing of a refused upgrade is stored").isEqualTo(before);

        approve(2, null);
        commands.send(formal(), LEADING);
        assertThat(last(signing)).isEqualTo("signing.AgreementUpgraded");
        assertThat(all(negotiation)).endsWith("negotiation.NegotiationSigned", "negotiation.StageAdvanced");
        assertThat(payload("signing.AgreementUpgraded")).contains("建设消防站");
    }

    @Test
    void a_rescission_reaches_the_negotiation_which_may_then_be_reopened_and_signed_anew() {
        begin();
        approve(0, "设备投资奖补 A");
        commands.send(sign(AgreementKind.FORMAL), LEADING);
        assertThatThrownBy(() -> commands.send(new ReopenNegotiation(negotiation, NOW, "再谈"), LEADING))
                .isInstanceOf(RuleViolated.class);

        assertThatThrownBy(() -> commands.send(dated(NOW.minusDays(1)), LEADING))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.violations().getFirst().field())
                                .isEqualTo("signedOn"));

        commands.send(rescind(), LEADING);
        assertThat(last(negotiation)).isEqualTo("negotiation.AgreementEnded");
        commands.send(new ReinstateAgreement(signing, "录入有误"), LEADING);
        assertThat(last(negotiation)).isEqualTo("negotiation.AgreementRestored");

        commands.send(rescind(), LEADING);
        commands.send(new ReopenNegotiation(negotiation, NOW, "再谈"), LEADING);
        long before = stored();
        assertThatThrownBy(() -> commands.send(new ReinstateAgreement(signing, "录入有误"), LEADING))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(NegotiationRule.REOPENED_SINCE));
        assertThat(stored()).isEqualTo(before);

        SignAgreement again = sign(AgreementKind.FORMAL);
        commands.send(
                new SignAgreement(
                        negotiation,
                        SigningId.next(),
                        again.kind(),
                        again.contractNo() + "-2",
                        again.parties(),
                        again.terms(),
                        null,
                        false,
                        true,
                        null,
                        List.of(),
                        NOW),
                LEADING);
        assertThat(all(negotiation)).endsWith("negotiation.NegotiationSigned", "negotiation.StageAdvanced");
    }

    @Test
    void two_agreements_on_one_number_at_once_leave_one_and_the_other_negotiation_untouched() throws Exception {
        begin();
        approve(0, "设备投资奖补 A");
        SigningRoadTest other = new SigningRoadTest();
        other.begin();
        other.approve(0, "设备投资奖补 A");
        String number = "ZSHT-" + signing;
        List<String> outcomes = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<String>> sent = Stream.of(this, other)
                    .map(road -> both.submit(() -> {
                        try {
                            commands.send(road.sign(AgreementKind.FORMAL, number), LEADING);
                            return "signed";
                        } catch (RuleViolated refused) {
                            return refused.code();
                        }
                    }))
                    .toList();
            for (Future<String> one : sent) {
                outcomes.add(one.get());
            }
        }
        assertThat(outcomes).containsExactlyInAnyOrder("signed", "shared.already-taken");
        SigningRoadTest loser = outcomes.getFirst().equals("signed") ? other : this;
        assertThat(all(loser.signing)).isEmpty();
        assertThat(last(loser.negotiation)).isEqualTo("negotiation.StageAdvanced");
        assertThat(all(loser.negotiation)).doesNotContain("negotiation.NegotiationSigned");
    }

    /** As the adoption of a lead would. */
    private void begin() {
        NegotiationOpened like = opened();
        NegotiationOpened opened = new NegotiationOpened(
                negotiation,
                ProjectId.next(),
                like.projectNo(),
                like.leadId(),
                like.investorId(),
                like.name(),
                new Coded("wuxi", "吴溪工业区"),
                new Coded("food", "食品医药"),
                new Coded("C13", "农副食品加工业"),
                like.kind(),
                like.estimatedInvestment(),
                like.landNeed(),
                OFFICER,
                NOW);
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        context.getBean(TransactionManager.class)
                .executeInTransaction(() -> unit.execute(() -> context.getBean(EventStore.class)
                        .publish(new GenericDomainEventMessage<>("Negotiation", negotiation.toString(), 0, opened))));
    }

    /** @param baseVersion 0 to write first terms, otherwise the version to review as it stands */
    private void approve(int baseVersion, String clause) {
        if (baseVersion == 0) {
            commands.send(
                    new ReviseTerms(negotiation, 0, termsOf(List.of(new Incentive(clause, false))), null, NOW),
                    LEADING);
        }
        ReviewId review = ReviewId.next();
        commands.send(
                new RequestAdmissionReview(
                        negotiation, review, List.of(new OpinionRequest(ReviewTopic.SAFETY, "emergency", null)), NOW),
                LEADING);
        commands.send(
                new GiveOpinion(
                        negotiation,
                        review,
                        ReviewTopic.SAFETY,
                        OpinionVerdict.AGREE_WITH_CONDITIONS,
                        null,
                        List.of("建设消防站"),
                        NOW),
                LEADING);
        commands.send(
                new DecideAdmission(negotiation, review, AdmissionOutcome.APPROVED_WITH_CONDITIONS, null, "纪要", NOW),
                LEADING);
    }

    private SignAgreement sign(AgreementKind kind) {
        return sign(kind, "ZSHT-" + signing);
    }

    private SignAgreement sign(AgreementKind kind, String number) {
        return new SignAgreement(
                negotiation, signing, kind, number, Papers.parties(), later(), null, false, true, null, List.of(), NOW);
    }

    private UpgradeAgreement formal() {
        return new UpgradeAgreement(
                signing,
                AgreementKind.FORMAL,
                "ZSHT-" + signing + "-F",
                Papers.parties(),
                later(),
                false,
                List.of(),
                NOW);
    }

    private CorrectAgreement dated(LocalDate signedOn) {
        return new CorrectAgreement(signing, "ZSHT-" + signing, signedOn, null, "food", false, true, "日期录错");
    }

    private RescindAgreement rescind() {
        return new RescindAgreement(signing, "agreed", NOW, "协商解除");
    }

    /** A phase that starts after today, whenever the test runs. */
    private static AgreementTerms later() {
        AgreementTerms like = Papers.agreement(List.of());
        return new AgreementTerms(
                like.totalInvestment(),
                like.fixedAssetInvestment(),
                null,
                like.land(),
                List.of(),
                List.of(new AgreedPhase(
                        "一期",
                        like.totalInvestment(),
                        like.land(),
                        NOW.plusMonths(6),
                        NOW.plusMonths(18),
                        NOW.plusMonths(24),
                        NOW.plusMonths(36),
                        NOW.plusMonths(48))),
                List.of(),
                List.of());
    }

    private static List<String> all(TypedId aggregate) {
        return jdbc.sql(
                        "select payload_type from es.domain_event where aggregate_identifier = ? order by sequence_number")
                .param(aggregate.toString())
                .query(String.class)
                .list();
    }

    private static String last(TypedId aggregate) {
        return all(aggregate).getLast();
    }

    private long stored() {
        return all(negotiation).size() + all(signing).size();
    }

    private String payload(String type) {
        return jdbc.sql("select convert_from(payload, 'UTF8') from es.domain_event"
                        + " where aggregate_identifier = ? and payload_type = ?")
                .params(signing.toString(), type)
                .query(String.class)
                .single();
    }
}
