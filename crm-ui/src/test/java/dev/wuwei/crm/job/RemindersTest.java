package dev.wuwei.crm.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.wuwei.crm.api.RunningApi;
import dev.wuwei.crm.delivery.Carrier;
import dev.wuwei.crm.lead.LeadCommand.RespondToLead;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.quartz.JobRun;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.projections.reminder.ReminderQuery;
import dev.wuwei.crm.projections.reminder.ReminderView;
import dev.wuwei.crm.reminder.Digest;
import dev.wuwei.crm.reminder.ReminderCommand.MuteReminders;
import dev.wuwei.crm.reminder.ReminderCommand.ReadReminder;
import dev.wuwei.crm.reminder.ReminderCommand.SetMailAddress;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.reminder.ReminderSettingsId;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.staff.StaffDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A lead waits for its response: its officer is told in the inbox, by mail and by the groups' robots, each once. */
class RemindersTest extends RunningApi {
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Map<String, List<String>> TOLD = new ConcurrentHashMap<>();
    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
    private static final HttpServer ROBOTS = robots();

    private static HttpServer robots() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                TOLD.computeIfAbsent(path, first -> new CopyOnWriteArrayList<>())
                        .add(exchange.getRequestURI().getQuery() + "\n"
                                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                byte[] answer = ANSWERS.getOrDefault(path, "{\"errcode\":0}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void ways(DynamicPropertyRegistry registry) {
        MAIL.start();
        String robots = "http://127.0.0.1:" + ROBOTS.getAddress().getPort();
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("wuwei.reminders.address", () -> "https://crm.park.example/");
        registry.add("wuwei.reminders.robots[0].way", () -> "wecom");
        registry.add("wuwei.reminders.robots[0].url", () -> robots + "/wecom?key=k");
        registry.add("wuwei.reminders.robots[1].way", () -> "dingtalk");
        registry.add("wuwei.reminders.robots[1].url", () -> robots + "/dingtalk?access_token=t");
        registry.add("wuwei.reminders.robots[1].secret", () -> "SECdd");
        registry.add("wuwei.reminders.robots[2].way", () -> "feishu");
        registry.add("wuwei.reminders.robots[2].url", () -> robots + "/feishu");
        registry.add("wuwei.reminders.robots[2].secret", () -> "fs");
        registry.add("wuwei.reminders.robots[2].parks[0]", () -> "liangchan");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
        ROBOTS.stop(0);
    }

    @Autowired
    RaiseReminders raising;

    @Autowired
    SendDigests digesting;

    @Autowired
    DeliverReminders delivering;

    @Autowired
    ReminderQuery reminders;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    StaffDirectory staff;

    private StaffId officer;
    private Caller caller;
    private LocalDate today;

    @BeforeEach
    void officer() throws Exception {
        officer = staff.byUsername("fuzeren").orElseThrow().staffId();
        caller = Caller.of(officer, Set.of(Role.DEPARTMENT_HEAD, Role.PROMOTER), Set.of(), Channel.UI);
        today = ParkTime.today();
        while (!calendar.isWorkingDay(today)) {
            today = today.minusDays(1);
        }
        MAIL.purgeEmailFromAllMailboxes();
        TOLD.clear();
        ANSWERS.clear();
    }

    private LeadId lead(String name) {
        LeadId lead = lead(name, officer, today, caller);
        settle();
        return lead;
    }

    private void settle() {
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
    }

    private JobRun run() {
        return new JobRun(today, command -> dispatcher.send(command, Caller.system()));
    }

    private int raise() {
        JobRun run = run();
        raising.run(run);
        settle();
        return run.accepted();
    }

    private void deliver() {
        try {
            delivering.run(run());
        } finally {
            settle();
        }
    }

    private List<ReminderView> inbox(String project) {
        return reminders.inbox(officer, today).stream()
                .filter(each -> each.projectName().equals(project))
                .toList();
    }

    @Test
    void whoever_is_in_charge_is_reminded_once_until_it_is_read_or_done() {
        lead("提醒一");
        LeadId second = lead("提醒二");
        assertThat(raise()).isPositive();
        assertThat(inbox("提醒一")).extracting(ReminderView::kind).containsExactly(ReminderKind.RESPOND);
        assertThat(raise()).as("the same day again").isZero();

        dispatcher.send(new ReadReminder(inbox("提醒一").getFirst().reminderId(), today), caller);
        dispatcher.send(new RespondToLead(second, "已电话联系", today), caller);
        settle();
        assertThat(inbox("提醒一")).as("read").isEmpty();
        assertThat(inbox("提醒二")).as("done").isEmpty();
        assertThat(raise()).isZero();
    }

    @Test
    void before_days_off_what_is_due_on_the_next_working_day_is_told_of() {
        while (!calendar.isWorkingDay(today) || calendar.isWorkingDay(today.plusDays(1))) {
            today = today.minusDays(1);
        }
        lead("节前提醒");
        raise();
        assertThat(inbox("节前提醒"))
                .singleElement()
                .satisfies(each -> assertThat(each.dueOn()).isEqualTo(calendar.plusWorkingDays(today, 1)));
    }

    @Test
    void what_is_muted_is_not_raised() {
        ReminderSettingsId own = ReminderSettingsId.of(officer);
        dispatcher.send(new MuteReminders(own, ReminderKind.RESPOND, today), caller);
        lead("不提醒");
        raise();
        assertThat(inbox("不提醒")).isEmpty();
        dispatcher.send(
                new dev.wuwei.crm.reminder.ReminderCommand.UnmuteReminders(own, ReminderKind.RESPOND, today), caller);
        settle();
        raise();
        assertThat(inbox("不提醒")).hasSize(1);
    }

    @Test
    void mail_goes_to_whoever_gave_an_address_and_no_reminder_twice() throws Exception {
        lead("邮件提醒");
        raise();
        deliver();
        assertThat(MAIL.getReceivedMessages()).as("no address, no mail").isEmpty();

        ReminderSettingsId own = ReminderSettingsId.of(officer);
        dispatcher.send(new SetMailAddress(own, "fuzeren@park.example", today), caller);
        settle();
        deliver();
        deliver();
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        var mail = MAIL.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("fuzeren@park.example");
        assertThat(mail.getSubject()).startsWith("五未提醒：");
        assertThat((String) mail.getContent()).contains("邮件提醒　线索待响应").contains("https://crm.park.example/projects/ZS-");
        dispatcher.send(new SetMailAddress(own, null, today), caller);
        settle();
    }

    @Test
    void the_digest_of_the_day_says_once_what_is_new_and_by_mail() throws Exception {
        lead("简报线索");
        LocalDate next = calendar.plusWorkingDays(ParkTime.today(), 1);
        JobRun first = new JobRun(next, command -> dispatcher.send(command, Caller.system()));
        LocalDate day = today;
        ParkTime.setBackBy(
                Duration.between(next.atTime(8, 0).atZone(EventMeta.ZONE), ZonedDateTime.now(EventMeta.ZONE)));
        try {
            today = next;
            digesting.run(first);
            settle();
            assertThat(first.accepted()).isPositive();
            assertThat(reminders.inbox(officer, next))
                    .filteredOn(each -> each.kind() == ReminderKind.DIGEST)
                    .singleElement()
                    .satisfies(
                            each -> assertThat(Digest.of(each.item()).figures()).containsKey(Digest.Figure.LEADS));
            JobRun again = run();
            digesting.run(again);
            assertThat(again.accepted()).as("the same day again").isZero();

            dispatcher.send(new SetMailAddress(ReminderSettingsId.of(officer), "fuzeren@park.example", next), caller);
            settle();
            deliver();
            assertThat((String) MAIL.getReceivedMessages()[0].getContent()).contains("每日简报：新线索 ");
            dispatcher.send(new SetMailAddress(ReminderSettingsId.of(officer), null, next), caller);
            settle();
        } finally {
            today = day;
            ParkTime.setBackBy(Duration.ZERO);
        }
    }

    @Test
    void robots_are_told_in_their_own_words_of_their_own_parks() {
        lead("机器人提醒");
        raise();
        deliver();
        deliver();
        assertThat(TOLD.get("/wecom"))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith("key=k\n{\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"**五未提醒")
                        .contains("[机器人提醒](https://crm.park.example/projects/ZS-"));
        assertThat(TOLD.get("/dingtalk"))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .matches("(?s)access_token=t&timestamp=\\d{13}&sign=[^&\\n]+\\n.*")
                        .contains("\"msgtype\":\"markdown\"")
                        .contains("\"title\":\"五未提醒"));
        assertThat(TOLD).as("another park's group hears nothing of it").doesNotContainKey("/feishu");
    }

    @Test
    void a_robot_that_refuses_keeps_nobody_else_and_is_tried_again() {
        lead("拒收提醒");
        raise();
        ANSWERS.put("/wecom", "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}");
        assertThatThrownBy(this::deliver)
                .isInstanceOf(Carrier.NotCarried.class)
                .cause()
                .hasMessageContaining("93000");
        assertThat(TOLD).containsKey("/dingtalk");
        ANSWERS.clear();
        TOLD.clear();
        deliver();
        assertThat(TOLD).containsKey("/wecom").doesNotContainKey("/dingtalk");
    }
}
