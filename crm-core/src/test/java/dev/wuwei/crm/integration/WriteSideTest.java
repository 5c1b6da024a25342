package dev.wuwei.crm.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.investor.InvestorCommand.AddContact;
import dev.wuwei.crm.investor.InvestorCommand.EraseContact;
import dev.wuwei.crm.investor.InvestorCommand.MergeInvestor;
import dev.wuwei.crm.investor.InvestorCommand.RegisterInvestor;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.investor.InvestorKind;
import dev.wuwei.crm.investor.InvestorRule;
import dev.wuwei.crm.lead.Assessment;
import dev.wuwei.crm.lead.LeadCommand.AdoptLead;
import dev.wuwei.crm.lead.LeadCommand.CorrectVisit;
import dev.wuwei.crm.lead.LeadCommand.JudgeLead;
import dev.wuwei.crm.lead.LeadCommand.LogVisit;
import dev.wuwei.crm.lead.LeadCommand.RegisterLead;
import dev.wuwei.crm.lead.LeadCommand.RespondToLead;
import dev.wuwei.crm.lead.LeadDetails;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadRule;
import dev.wuwei.crm.lead.VisitDetails;
import dev.wuwei.crm.lead.VisitId;
import dev.wuwei.crm.lead.VisitKind;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.CreditCode;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.Rule;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.staff.StaffCommand.ChangeRoles;
import dev.wuwei.crm.staff.StaffCommand.OpenAccount;
import dev.wuwei.crm.staff.StaffRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts, investors and leads on the real event store: what only a database can decide. */
class WriteSideTest {
    private static final Caller ADMINISTRATOR =
            Caller.of(StaffId.next(), Set.of(Role.ADMINISTRATOR), Set.of(), Channel.UI);

    private static ConfigurableApplicationContext context;
    private static CommandDispatcher commands;
    private static Dictionaries dictionaries;
    private static JdbcClient jdbc;
    private static Caller head;
    private static LocalDate today;

    @SpringBootApplication
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
        dictionaries = context.getBean(Dictionaries.class);
        jdbc = JdbcClient.create(context.getBean(DataSource.class));
        today = LocalDate.ofInstant(Instant.now(), EventMeta.ZONE);
        StaffId staff = account("head.one", Role.DEPARTMENT_HEAD);
        head = Caller.of(staff, Set.of(Role.DEPARTMENT_HEAD), Set.of(), Channel.UI);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void an_adopted_lead_and_its_negotiation_are_stored_together_or_not_at_all() {
        LeadId lead = LeadId.next();
        NegotiationId negotiation = NegotiationId.next();
        CommandResult registered = send(register(lead, investor(), PersonId.next()));
        assertThat(registered.projectNo()).matches("ZS-\\d{4}-\\d{4}");
        send(new RespondToLead(lead, "已电话联系", today));
        refused(new AdoptLead(lead, negotiation, today), LeadRule.NOT_POSSIBLE_IN_STATE);
        assertThat(types(negotiation)).isEmpty();
        send(new JudgeLead(lead, Assessment.WORTH_FOLLOWING, false, "产业契合", today));
        send(new AdoptLead(lead, negotiation, today));
        assertThat(types(lead)).endsWith("lead.LeadJudged", "lead.LeadAdopted");
        assertThat(types(negotiation)).containsExactly("negotiation.NegotiationOpened");
    }

    @Test
    void of_six_who_report_one_investor_at_once_one_is_first_and_five_open_arbitrations() throws Exception {
        InvestorId investor = investor();
        List<LeadId> leads = new ArrayList<>();
        List<Command> registrations = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            leads.add(LeadId.next());
            registrations.add(register(leads.getLast(), investor, null));
        }
        assertThat(atOnce(registrations, head)).containsOnlyNulls();
        assertThat(leads.stream().filter(lead -> types(lead).contains("lead.ArbitrationOpened")))
                .hasSize(5);
        assertThat(leads.stream().filter(lead -> types(lead).contains("lead.FirstReportClaimed")))
                .hasSize(6);
    }

    @Test
    void of_six_who_register_one_credit_code_at_once_one_gets_it() throws Exception {
        String code = creditCode(7);
        List<Command> registrations = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            registrations.add(
                    new RegisterInvestor(InvestorId.next(), "华光新能源有限公司", code, null, InvestorKind.PRIVATE, today));
        }
        List<Rule> refusals = atOnce(registrations, head);
        assertThat(refusals).filteredOn(rule -> rule == null).hasSize(1);
        assertThat(refusals)
                .filteredOn(rule -> rule == SharedRule.ALREADY_TAKEN)
                .hasSize(5);
    }

    @Test
    void two_entries_merged_into_one_another_at_once_do_not_run_in_a_circle() throws Exception {
        for (int i = 0; i < 5; i++) {
            InvestorId a = investor();
            InvestorId b = investor();
            List<Rule> refusals =
                    atOnce(List.of(new MergeInvestor(a, b, "同一家企业"), new MergeInvestor(b, a, "同一家企业")), head);
            assertThat(refusals).containsExactlyInAnyOrder(null, InvestorRule.MERGE_INTO_MERGED);
        }
    }

    @Test
    void two_administrators_do_not_dismiss_one_another_at_once() throws Exception {
        StaffId a = account("admin.a", Role.ADMINISTRATOR);
        StaffId b = account("admin.b", Role.ADMINISTRATOR);
        List<Rule> refusals = atOnce(
                List.of(
                        new ChangeRoles(a, Set.of(Role.AUDITOR), today, "岗位调整"),
                        new ChangeRoles(b, Set.of(Role.AUDITOR), today, "岗位调整")),
                ADMINISTRATOR);
        assertThat(refusals).containsExactlyInAnyOrder(null, StaffRule.LAST_ADMINISTRATOR);
    }

    @Test
    void names_of_contacts_and_visitors_are_stored_encrypted_and_can_be_erased() {
        InvestorId investor = investor();
        PersonId person = PersonId.next();
        LeadId lead = LeadId.next();
        VisitId visit = VisitId.next();
        send(new AddContact(investor, person, "欧阳明秘", "总经理", "13800138000", "o@example.com", null, today));
        send(register(lead, investor, person));
        send(new LogVisit(lead, visit, visit("介绍用地", person, "欧阳明秘")));
        assertThat(payloads(investor) + payloads(lead)).doesNotContain("欧阳明秘", "13800138000", "o@example.com");
        send(new EraseContact(investor, person, "本人要求"));
        CommandResult corrected = send(new CorrectVisit(lead, visit, visit("介绍用地与电价", null, null), "补充"));
        assertThat(jdbc.sql("""
                                select convert_from(meta_data, 'UTF8')::jsonb ->> 'correctionOf' =
                                    (select event_identifier from es.domain_event
                                     where aggregate_identifier = ? and payload_type = 'lead.VisitLogged')
                                from es.domain_event where global_index = ?""")
                        .params(lead.toString(), corrected.position())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void rejects_a_lead_on_an_investor_that_was_never_registered() {
        refused(register(LeadId.next(), InvestorId.next(), null), LeadRule.UNKNOWN_INVESTOR);
        refused(register(LeadId.next(), new InvestorId(head.staffId().value()), null), LeadRule.UNKNOWN_INVESTOR);
    }

    private static CommandResult send(Command command) {
        return commands.send(command, head);
    }

    private static void refused(Command command, Rule rule) {
        assertThatThrownBy(() -> send(command))
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }

    /** Sends all in the same moment. @return for each the rule that refused it, or {@code null} */
    private static List<Rule> atOnce(List<? extends Command> all, Caller caller) throws Exception {
        CyclicBarrier start = new CyclicBarrier(all.size());
        try (ExecutorService senders = Executors.newFixedThreadPool(all.size())) {
            List<Future<Rule>> answers = new ArrayList<>();
            for (Command command : all) {
                Callable<Rule> sending = () -> {
                    start.await();
                    try {
                        commands.send(command, caller);
                        return null;
                    } catch (RuleViolated refusal) {
                        return refusal.rule();
                    }
                };
                answers.add(senders.submit(sending));
            }
            List<Rule> rules = new ArrayList<>();
            for (Future<Rule> answer : answers) {
                rules.add(answer.get());
            }
            return rules;
        }
    }

    private static StaffId account(String username, Role role) {
        StaffId staff = StaffId.next();
        commands.send(
                new OpenAccount(staff, username, "李娜", null, null, Set.of(role), Set.of(), null, "demo-2026", today),
                ADMINISTRATOR);
        return staff;
    }

    private static InvestorId investor() {
        InvestorId investor = InvestorId.next();
        send(new RegisterInvestor(investor, "华光新能源有限公司", null, null, InvestorKind.PRIVATE, today));
        return investor;
    }

    private static RegisterLead register(LeadId lead, InvestorId investor, PersonId contact) {
        return new RegisterLead(
                lead,
                null,
                new LeadDetails(
                        "光伏组件项目",
                        investor,
                        contact,
                        first(DictionaryKind.LEAD_SOURCE),
                        null,
                        null,
                        null,
                        first(DictionaryKind.INDUSTRY),
                        null,
                        null,
                        Money.yi("5.2"),
                        null,
                        null,
                        ProjectKind.NEWLY_INTRODUCED,
                        null),
                first(DictionaryKind.PARK),
                null,
                head.staffId(),
                null,
                today);
    }

    private static VisitDetails visit(String summary, PersonId person, String name) {
        List<TheirPerson> their = person == null ? List.of() : List.of(new TheirPerson(person, name, "总经理"));
        return new VisitDetails(VisitKind.VISIT, today, null, List.of(), their, summary, null, null, List.of());
    }

    private static String first(DictionaryKind kind) {
        return dictionaries.all(kind).getFirst().code();
    }

    private static String creditCode(int number) {
        String seventeen = "9144030070846%04d".formatted(number);
        return seventeen + CreditCode.checkCharacter(seventeen);
    }

    private static List<String> types(TypedId aggregate) {
        return jdbc.sql(
                        "select payload_type from es.domain_event where aggregate_identifier = ? order by sequence_number")
                .param(aggregate.toString())
                .query(String.class)
                .list();
    }

    private static String payloads(TypedId aggregate) {
        return String.join(
                "\n",
                jdbc.sql("select convert_from(payload, 'UTF8') from es.domain_event where aggregate_identifier = ?")
                        .param(aggregate.toString())
                        .query(String.class)
                        .list());
    }
}
