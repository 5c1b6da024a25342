package dev.wuwei.crm.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.probe.ProbeApplication;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class HeldTokensTest {
    private static final String NAME = "some-read-model";

    private static ConfigurableApplicationContext context;
    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;
    private HeldTokens tokens;

    @BeforeAll
    static void start() {
        context = ProbeApplication.start(
                TestPostgres.newDatabase(),
                TestPostgres.server().username(),
                TestPostgres.server().password());
        jdbc = context.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void aProcessorThatHasClaimedItsToken() {
        jdbc.sql("delete from es.token where processor_name = ?").param(NAME).update();
        tokens = node("one");
        tokens.initializeTokenSegments(NAME, 1, at(0));
        claim(tokens);
    }

    @Test
    void a_token_moves_on_from_where_this_node_left_it() {
        store(at(5));
        transaction.executeWithoutResult(status -> tokens.extendClaim(NAME, 0));
        store(at(9));

        assertThat(claim(tokens)).isEqualTo(at(9));
    }

    @Test
    void the_first_token_of_all_moves_on_from_none() {
        tokens.deleteToken(NAME, 0);
        tokens.initializeTokenSegments(NAME, 1);
        claim(tokens);

        store(at(5));

        assertThat(claim(tokens)).isEqualTo(at(5));
    }

    @Test
    void the_next_batch_finds_that_the_database_took_a_token_back_and_goes_on_from_the_one_that_is_there() {
        store(at(5));
        theDatabaseTakesBackWhatCameAfter(() -> store(at(9)));

        assertThatThrownBy(() -> store(at(12))).isInstanceOf(UnableToClaimTokenException.class);

        assertThat(claim(tokens)).isEqualTo(at(5));
        store(at(12));
        assertThat(claim(tokens)).isEqualTo(at(12));
    }

    @Test
    void a_processor_that_has_nothing_to_do_finds_it_when_it_extends_its_claim() {
        store(at(5));
        theDatabaseTakesBackWhatCameAfter(() -> store(at(9)));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> tokens.extendClaim(NAME, 0)))
                .isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void who_lost_the_claim_to_another_node_stores_nothing() {
        store(at(5));
        transaction.executeWithoutResult(status -> tokens.releaseClaim(NAME, 0));
        HeldTokens other = node("two");
        claim(other);

        assertThatThrownBy(() -> store(at(9))).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(claim(other)).isEqualTo(at(5));
    }

    /** As a server that is killed after it has acknowledged a commit that was not on its disk. */
    private static void theDatabaseTakesBackWhatCameAfter(Runnable acknowledged) {
        byte[] before = storedToken();
        acknowledged.run();
        jdbc.sql("update es.token set token = ? where processor_name = ?")
                .params(before, NAME)
                .update();
    }

    private static byte[] storedToken() {
        return jdbc.sql("select token from es.token where processor_name = ?")
                .param(NAME)
                .query(byte[].class)
                .single();
    }

    private static HeldTokens node(String name) {
        return new HeldTokens(
                context.getBean(ConnectionProvider.class), context.getBean("serializer", Serializer.class), name);
    }

    private static TrackingToken claim(HeldTokens by) {
        return transaction.execute(status -> by.fetchToken(NAME, Segment.ROOT_SEGMENT));
    }

    private void store(TrackingToken token) {
        transaction.executeWithoutResult(status -> tokens.storeToken(token, NAME, 0));
    }

    private static GapAwareTrackingToken at(long position) {
        return GapAwareTrackingToken.newInstance(position, List.of());
    }
}
