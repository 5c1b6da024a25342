package dev.wuwei.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.CrmApplication;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The application as a process of its own, as {@code ./crm} starts it; what it prints is kept in a file. */
final class LaunchedCrm implements AutoCloseable {
    static final String PROMOTER = "zhuanyuan";
    static final String PASSWORD = "correct horse 2026";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");
    private static final Pattern ONE_TIME_PASSWORD = Pattern.compile("(?m)^  admin   (\\S{16})$");

    private final Process process;
    private final Path output;
    private final HttpClient http = HttpClient.newHttpClient();

    private LaunchedCrm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static LaunchedCrm start(Path data, String profile, String... properties) throws IOException {
        Path output = Files.createTempFile(data, "crm", ".out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CrmApplication.class.getName(),
                "--server.port=0",
                "--spring.profiles.active=" + profile,
                "--wuwei.database.data=" + data.resolve("data"),
                "--wuwei.database.binaries=" + TestPostgres.BINARIES));
        command.addAll(List.of(properties));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new LaunchedCrm(process, output);
    }

    LaunchedCrm awaitGreeting() throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        // Its last line: whatever else it says stands before.
        while (!printed().contains("Ctrl-C")) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("The application did not start:\n" + printed());
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return this;
    }

    String printed() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    List<String> oneTimePasswords() throws IOException {
        return ONE_TIME_PASSWORD
                .matcher(printed())
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    void terminate() {
        process.destroy();
    }

    /** As {@code kill -9}: it gets no chance to stop its database. */
    void kill() throws Exception {
        process.destroyForcibly();
        exitCode();
    }

    long pid() {
        return process.pid();
    }

    int exitCode() throws Exception {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The application goes on:\n" + printed());
        }
        return process.exitValue();
    }

    /** What the promoter sees of all projects. */
    String projects() throws Exception {
        HttpResponse<String> answer = get("/api/v1/projects?size=100", PROMOTER, PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        // Not the whole answer: it says when it was given.
        return new JsonMapper().readTree(answer.body()).path("rows").toString();
    }

    /** Opens the one account that {@link #registerLead} and {@link #projects} use. */
    void openPromoter(String admin) throws Exception {
        accepted(command("staff.OpenAccount", "admin", admin, """
                {"username": "zhuanyuan", "name": "招商专员", "roles": ["PROMOTER"], "parkCodes": [],
                 "password": "%s", "occurredOn": "2023-01-04"}
                """.formatted(PASSWORD)));
    }

    void registerLead(String name) throws Exception {
        String investor = accepted(command("investor.RegisterInvestor", PROMOTER, PASSWORD, investor(name)));
        accepted(command("lead.RegisterLead", PROMOTER, PASSWORD, lead(name, investor)));
    }

    /** @return the body of {@code investor.RegisterInvestor} */
    static String investor(String name) {
        return """
                {"legalName": "%s公司", "regionCode": "440000", "kind": "PRIVATE", "occurredOn": "2023-03-01"}
                """.formatted(name);
    }

    /** @return the body of {@code lead.RegisterLead} */
    static String lead(String name, String investor) {
        return """
                {"details": {"name": "%s", "investorId": "%s", "sourceCode": "visit", "methodCode": "industry-chain",
                 "regionCode": "440000", "industryCode": "textile", "kind": "NEWLY_INTRODUCED",
                 "intendedInvestment": {"amount": "1000", "currency": "CNY", "unit": "万元"},
                 "landNeed": {"value": "120", "unit": "亩"}, "summary": "来电"},
                 "parkCode": "liangchan", "occurredOn": "2023-03-02"}
                """.formatted(name, investor);
    }

    private static String accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body()).path("id").asString("");
    }

    HttpResponse<String> get(String path, String user, String password) throws Exception {
        return http.send(request(path, user, password).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> command(String name, String user, String password, String json) throws Exception {
        return http.send(
                request("/api/v1/commands/" + name, user, password)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String user, String password) throws IOException {
        Matcher address = ADDRESS.matcher(printed());
        if (!address.find()) {
            throw new AssertionError("No address was printed:\n" + printed());
        }
        String pair = user + ":" + password;
        return HttpRequest.newBuilder(URI.create("http://localhost:" + address.group(1) + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws Exception {
        if (process.isAlive()) {
            process.destroy();
            exitCode();
        }
    }
}
