package dev.wuwei.crm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.platform.PlatformConfiguration;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.platform.time.ParkTime;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo park's events tell the figures of the source texts. */
class DemoParkTest {
    private static ConfigurableApplicationContext context;
    private static JdbcClient jdbc;

    @SpringBootConfiguration
    // The sign-in of Vaadin's own auto-configuration needs a servlet, which the write side has none of.
    @EnableAutoConfiguration(
            exclude = {
                com.vaadin.flow.spring.SpringBootAutoConfiguration.class,
                com.vaadin.flow.spring.SpringSecurityAutoConfiguration.class
            })
    @Import(PlatformConfiguration.class)
    @ComponentScan({
        "dev.wuwei.crm.staff",
        "dev.wuwei.crm.investor",
        "dev.wuwei.crm.lead",
        "dev.wuwei.crm.negotiation",
        "dev.wuwei.crm.signing",
        "dev.wuwei.crm.followup",
        "dev.wuwei.crm.ticket",
        "dev.wuwei.crm.target",
        "dev.wuwei.crm.demo"
    })
    static class WriteSideWithDemo {}

    @TempDir
    static Path files;

    @BeforeAll
    static void load() {
        context = new SpringApplicationBuilder(WriteSideWithDemo.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.profiles.active=postgres,demo",
                        "--wuwei.database.url=" + TestPostgres.newDatabase(),
                        "--wuwei.files.directory=" + files,
                        "--wuwei.database.username=" + TestPostgres.server().username(),
                        "--wuwei.database.password=" + TestPostgres.server().password(),
                        "--wuwei.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        jdbc = JdbcClient.create(context.getBean(DataSource.class));
    }

    @AfterAll
    static void stop() {
        context.close();
        ParkTime.setBackBy(Duration.ZERO);
    }

    @Test
    void the_park_lives_on_from_the_day_after_its_last_entry() {
        LocalDate first = DemoScenario.LAST_DAY.plusDays(1);
        // The second day when midnight passes during the test.
        assertThat(ParkTime.today()).isBetween(first, first.plusDays(1));
        assertThat(jdbc.sql("select max(time_stamp) from es.domain_event")
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single())
                .isBefore(ParkTime.now());
    }

    private static long count(String event) {
        return jdbc.sql("select count(*) from es.domain_event where payload_type = ?")
                .param(event)
                .query(Long.class)
                .single();
    }

    @Test
    void a_hundred_leads_and_a_follow_up_for_every_formal_agreement() {
        assertThat(count("lead.LeadRegistered")).isEqualTo(107);
        assertThat(count("signing.AgreementSigned")).isEqualTo(48);
        assertThat(count("followup.FollowUpOpened")).isEqualTo(48);
    }

    @Test
    void one_firm_fell_back_after_it_had_reached_full_capacity() {
        assertThat(jdbc.sql("""
                select count(*) from es.domain_event dropped join es.domain_event reached using (aggregate_identifier)
                where dropped.payload_type = 'followup.CapacityDropped' and reached.payload_type = 'followup.MilestoneRecognised'
                  and convert_from(reached.payload, 'UTF8')::jsonb ->> 'milestone' = 'FULL_CAPACITY'
                  and reached.sequence_number < dropped.sequence_number
                """).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void a_few_monthly_returns_and_visits_have_a_photo_that_opens() {
        for (String event : List.of("followup.MonthlyReturnFiled", "lead.VisitLogged")) {
            List<String> photos = jdbc.sql("""
                    select substring(convert_from(payload, 'UTF8') from '"sha256":"([0-9a-f]{64})"') from es.domain_event
                    where payload_type = ? and convert_from(payload, 'UTF8') like '%image/png%'
                    """).param(event).query(String.class).list();
            assertThat(photos).as(event).hasSizeBetween(2, 40).allMatch(context.getBean(FileStore.class)::contains);
        }
    }

    @Test
    void twenty_tickets_in_every_step() {
        assertThat(count("ticket.TicketRaised")).isEqualTo(20);
        List<String> last = jdbc.sql("""
                select distinct on (aggregate_identifier) payload_type from es.domain_event
                where type = 'IssueTicket' and payload_type not like 'ticket.Notice%' and payload_type <> 'ticket.InterviewLogged'
                order by aggregate_identifier, sequence_number desc
                """).query(String.class).list();
        assertThat(last)
                .contains(
                        "ticket.TicketRaised",
                        "ticket.TicketAssigned",
                        "ticket.TicketSignedFor",
                        "ticket.HandlingLogged",
                        "ticket.TicketReplied",
                        "ticket.ReplyRejected",
                        "ticket.TicketConfirmed",
                        "ticket.TicketClosed",
                        "ticket.TicketReopened",
                        "ticket.TicketWithdrawn");
    }

    @Test
    void what_was_entered_in_2023_was_recorded_in_2023() {
        assertThat(jdbc.sql("select count(*) from es.domain_event where time_stamp >= '2024-01-01+08'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodys_telephone_stands_in_clear() {
        List<String> clear = jdbc.sql("""
                select payload_type from es.domain_event where convert_from(payload, 'UTF8') like '%13900000%'
                """).query(String.class).list();
        assertThat(clear).isEmpty();
    }

    @Test
    void every_event_says_who_entered_it_or_is_a_policys() {
        BigDecimal nobody = jdbc.sql("""
                select count(*) from es.domain_event
                where convert_from(meta_data, 'UTF8')::jsonb ->> 'recordedBy' is null and payload_type not like 'followup.%'
                """).query(BigDecimal.class).single();
        assertThat(nobody).isEqualByComparingTo(BigDecimal.ZERO);
    }
}
