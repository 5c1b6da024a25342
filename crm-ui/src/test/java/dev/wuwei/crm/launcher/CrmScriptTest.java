package dev.wuwei.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code crm} itself, in a house of its own where {@code java} and {@code mvn} only write down what they are told. */
class CrmScriptTest {
    private static final String JAR = "crm-ui-0.1.0-SNAPSHOT-app.jar";
    private static final String JAVA = """
            #!/bin/sh
            case "$*" in *-Djarmode=tools*) mkdir -p "$6"; touch "$6/%s"; exit 0 ;; esac
            echo "home $JAVA_HOME"; echo "pid $$"; for each in "$@"; do echo "arg $each"; done
            exit ${STUB_EXIT:-0}
            """.formatted(JAR);
    private static final String MAVEN = """
            #!/bin/sh
            echo "$*" >> "$STUB_MAVEN_LOG"
            echo "[INFO] BUILD SUCCESS"
            """;

    @TempDir
    Path house;

    private record Ended(int exitCode, long pid, List<String> printed, String complaint) {
        List<String> arguments() {
            return printed.stream()
                    .filter(line -> line.startsWith("arg "))
                    .map(line -> line.substring(4))
                    .toList();
        }

        boolean started() {
            return !arguments().isEmpty();
        }
    }

    @BeforeEach
    void build() throws IOException {
        Files.copy(Path.of("..", "crm"), house.resolve("crm"));
        executable(house.resolve("crm"));
        for (String sources : List.of("config", "crm-ui/src/main", "bin")) {
            Files.createDirectories(house.resolve(sources));
        }
        Files.createFile(house.resolve("pom.xml"));
        Files.createFile(house.resolve("crm-ui/pom.xml"));
        jdk("jdk-25", "25.0.1");
        script(house.resolve("bin/mvn"), MAVEN);
        Path app = Files.createDirectories(house.resolve("crm-ui/target/app"));
        Files.createFile(app.resolve(JAR));
        Files.createFile(app.resolve(".built"));
    }

    @Test
    void run_starts_the_demo_park_on_the_embedded_database_unless_told_otherwise() throws Exception {
        assertThat(crm("run").arguments())
                .contains("-jar", "crm-ui/target/app/" + JAR)
                .endsWith(
                        "--server.port=8080", "--wuwei.database.data=./data", "--spring.profiles.active=embedded,demo");
    }

    @Test
    void run_takes_port_directory_profile_and_options_of_spring() throws Exception {
        Ended ended = crm(
                "run",
                "--port",
                "9090",
                "--data",
                "/srv/招商 数据",
                "--profile",
                "postgres",
                "--empty",
                "--",
                "--a=1",
                "--b=2 3");

        assertThat(ended.arguments())
                .endsWith(
                        "--server.port=9090",
                        "--wuwei.database.data=/srv/招商 数据",
                        "--spring.profiles.active=postgres",
                        "--a=1",
                        "--b=2 3");
    }

    @Test
    void rebuild_makes_all_read_models_or_those_named_and_is_reached_by_nobody_meanwhile() throws Exception {
        assertThat(crm("rebuild").arguments())
                .endsWith(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--wuwei.database.data=./data",
                        "--spring.profiles.active=embedded",
                        "--wuwei.rebuild=all");
        assertThat(crm("rebuild", "project", "--data", "there", "timeline").arguments())
                .endsWith(
                        "--wuwei.database.data=there",
                        "--spring.profiles.active=embedded",
                        "--wuwei.rebuild=project,timeline");
    }

    @Test
    void what_the_application_says_when_it_ends_is_what_the_script_says() throws Exception {
        assertThat(crm(Map.of("STUB_EXIT", "3"), "rebuild", "project").exitCode())
                .isEqualTo(3);
        assertThat(crm("rebuild", "project").exitCode()).isZero();
    }

    @Test
    void the_application_takes_the_place_of_the_script_so_that_a_signal_reaches_it() throws Exception {
        Ended ended = crm("run");

        assertThat(ended.printed()).contains("pid " + ended.pid());
    }

    @Test
    void refuses_what_it_does_not_know_and_starts_nothing() throws Exception {
        for (String[] wrong : new String[][] {
            {"run", "--prot", "9090"}, {"run", "--profile", "oracle"}, {"run", "--port"}, {"rebuild", "--all"}
        }) {
            Ended ended = crm(wrong);
            assertThat(ended.exitCode()).as(String.join(" ", wrong)).isEqualTo(1);
            assertThat(ended.started()).isFalse();
            assertThat(ended.complaint()).contains(wrong[1]);
        }
        Ended unknown = crm("rebiuld");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.complaint()).contains("no such command: rebiuld").contains("./crm rebuild [read-model");
    }

    @Test
    void finds_a_newer_jdk_where_the_one_named_is_too_old() throws Exception {
        jdk("jdk-17", "17.0.9");
        Files.createSymbolicLink(house.resolve("bin/javac"), house.resolve("jdk-25/bin/javac"));

        Ended ended = crm(Map.of("JAVA_HOME", house.resolve("jdk-17").toString()), "run");

        assertThat(ended.printed()).contains("home " + house.resolve("jdk-25").toRealPath());
    }

    @Test
    void builds_once_when_sources_are_newer_than_the_application() throws Exception {
        Path changed = Files.createFile(house.resolve("crm-ui/src/main/Changed.java"));
        Files.setLastModifiedTime(
                house.resolve("crm-ui/target/app/.built"), FileTime.from(Instant.parse("2023-01-01T00:00:00Z")));
        Files.setLastModifiedTime(changed, FileTime.from(Instant.parse("2023-01-02T00:00:00Z")));
        Files.setLastModifiedTime(house.resolve("pom.xml"), FileTime.from(Instant.parse("2022-01-01T00:00:00Z")));

        assertThat(crm("run").started()).isTrue();
        assertThat(crm("rebuild").started()).isTrue();

        assertThat(house.resolve("maven.log")).content().containsOnlyOnce("clean package -DskipTests");
        assertThat(house.resolve("crm-ui/target/app/" + JAR)).exists();
    }

    private Ended crm(String... arguments) throws Exception {
        return crm(Map.of(), arguments);
    }

    private Ended crm(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(house.resolve("crm").toString()));
        command.addAll(List.of(arguments));
        Path printed = Files.createTempFile(house, "printed", ".txt");
        Path complaint = Files.createTempFile(house, "complaint", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(printed.toFile()).redirectError(complaint.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("WUWEI_"));
        builder.environment().put("PATH", house.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", house.resolve("jdk-25").toString());
        builder.environment().put("STUB_MAVEN_LOG", house.resolve("maven.log").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Ended(
                process.exitValue(),
                process.pid(),
                Files.readAllLines(printed, StandardCharsets.UTF_8),
                Files.readString(complaint, StandardCharsets.UTF_8));
    }

    private void jdk(String name, String version) throws IOException {
        Path jdk = Files.createDirectories(house.resolve(name).resolve("bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/java"), JAVA);
        script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        executable(file);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
