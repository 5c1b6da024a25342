package dev.wuwei.crm.api;

import dev.wuwei.crm.CrmApplication;
import dev.wuwei.crm.lead.LeadCommand.RegisterLead;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffCommand.OpenAccount;
import dev.wuwei.crm.ui.testing.OwnDatabase;
import dev.wuwei.crm.ui.testing.SampleLead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on a real database and a real port, asked by HTTP as other programs do. */
@SpringBootTest(classes = CrmApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("postgres")
public abstract class RunningApi {
    protected static final String PASSWORD = "correct horse 2026";
    private static final JsonMapper MAPPER = new JsonMapper();

    @LocalServerPort
    protected int port;

    @Autowired
    protected CommandDispatcher dispatcher;

    @Autowired
    protected Processors processors;

    @Autowired
    protected JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        OwnDatabase.register(registry);
    }

    /** Promoter, department head, leader and administrator of everything, and a promoter of one park alone. */
    @BeforeAll
    static void accounts(@Autowired CommandDispatcher dispatcher, @Autowired JdbcClient jdbc) {
        if (jdbc.sql("select count(*) from es.staff where username = 'zhuanyuan'")
                        .query(Long.class)
                        .single()
                > 0) {
            return;
        }
        open(dispatcher, "zhuanyuan", Set.of(), Role.PROMOTER);
        open(dispatcher, "fuzeren", Set.of(), Role.PROMOTER, Role.DEPARTMENT_HEAD);
        open(dispatcher, "lingdao", Set.of(), Role.LEADER);
        open(dispatcher, "guanli", Set.of(), Role.ADMINISTRATOR);
        open(dispatcher, "yuanqu", Set.of("liangchan"), Role.PROMOTER);
    }

    static void open(CommandDispatcher dispatcher, String username, Set<String> parks, Role... roles) {
        dispatcher.send(
                new OpenAccount(
                        StaffId.next(),
                        username,
                        "测试" + username,
                        null,
                        null,
                        Set.of(roles),
                        parks,
                        null,
                        PASSWORD,
                        LocalDate.of(2021, 1, 4)),
                Caller.system());
    }

    /** A lead of a textile project in 吴溪. @param owner {@code null} for whoever registers it */
    protected LeadId lead(String name, StaffId owner, LocalDate on, Caller by) {
        LeadId lead = LeadId.next();
        dispatcher.send(
                new RegisterLead(lead, ProjectId.next(), SampleLead.details(name), "wuxi", null, owner, null, on), by);
        return lead;
    }

    protected record Answer(int status, HttpResponse<byte[]> response) {
        public JsonNode json() {
            return MAPPER.readTree(response.body());
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    protected Answer get(String path, String user, String... headers) {
        return call("GET", path, user, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String user, String json, String... headers) {
        return call(
                "POST", path, user, BodyPublishers.ofString(json), with(headers, "Content-Type", "application/json"));
    }

    Answer command(String name, String user, String json, String... headers) {
        return post("/api/v1/commands/" + name, user, json, headers);
    }

    /** @return the answer of a command that must be accepted */
    protected JsonNode accepted(String name, String user, String json, String... headers) {
        Answer answer = command(name, user, json, headers);
        if (answer.status() != 200) {
            throw new AssertionError(name + ": " + answer.status() + " " + answer.text());
        }
        return answer.json();
    }

    Answer call(String method, String path, String user, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        if (user != null) {
            String pair = user.contains(":") ? user : user + ":" + PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Hands in a file, before a command names it. */
    protected Answer upload(String user, String name, byte[] content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return call(
                "POST",
                "/api/v1/attachments",
                user,
                BodyPublishers.ofByteArrays(List.of(body.toByteArray())),
                "Content-Type",
                "multipart/form-data; boundary=edge");
    }

    /** @return how many events are stored up to that position */
    long eventsUpTo(long position) {
        return jdbc.sql("select count(*) from es.domain_event where global_index <= ?")
                .param(position)
                .query(Long.class)
                .single();
    }

    long events() {
        return jdbc.sql("select count(*) from es.domain_event")
                .query(Long.class)
                .single();
    }

    private static String[] with(String[] headers, String... more) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }
}
