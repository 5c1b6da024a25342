package dev.wuwei.crm.platform.postgres;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own on a kept data directory. Listens on loopback only, asks for a generated password, never
 * trades durability for speed. A server that outlived a killed application is stopped before a new one starts, and one
 * that dies under its application is started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    static final int MAJOR_VERSION = 18;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String USER = "wuwei";
    private static final String DATABASE = "wuwei";
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_A_FAILED_START = Duration.ofSeconds(10);

    private final DataDirectory directory;
    private final PostgresBinaries binaries;
    private final List<String> launcher;
    private final String password;
    private int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Thread watch;

    private EmbeddedPostgres(DataDirectory directory, Path binaries) {
        this.directory = directory;
        this.launcher = launcher();
        this.binaries = PostgresBinaries.unpack(binaries == null ? directory.binaries() : binaries);
        this.password = directory.secret("database-password", 24);
    }

    /**
     * Starts the server, with a new cluster on an empty directory.
     *
     * @param binaries where to unpack the server's programs; {@code null} for a place in the data directory
     * @param port 0 for any free one
     * @throws DataDirectoryException when the cluster is of another major version, or the server does not start
     */
    public static EmbeddedPostgres start(DataDirectory directory, Path binaries, int port) {
        EmbeddedPostgres postgres = new EmbeddedPostgres(directory, binaries);
        postgres.open(port);
        return postgres;
    }

    private void open(int wantedPort) {
        try {
            Path cluster = directory.cluster();
            if (Files.exists(cluster)) {
                requireSameMajorVersion(cluster);
                stopLeftover(cluster);
            } else {
                create(cluster);
            }
            launch(cluster, wantedPort);
            createDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * From now on, until it is closed, a server that has died is started again on the same data and port: what was committed
     * is there, and whoever holds connections makes new ones. A start that fails is tried again and again; only a person can
     * make room on a full disk.
     */
    public synchronized void keepRunning() {
        watch = Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
    }

    private void watch() {
        Path pidFile = directory.cluster().resolve("postmaster.pid");
        Optional<Long> server = Optional.empty();
        while (!isClosingWithin(LOOK_EVERY)) {
            try {
                server = server.isPresent() ? server : pid(pidFile);
                if (!isRunning(server, pidFile)) {
                    server = Optional.empty();
                    startAgain();
                }
            } catch (NoSuchFileException e) {
                startAgain();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isRunning(Optional<Long> server, Path pidFile) throws IOException {
        Optional<ProcessHandle> process = server.flatMap(ProcessHandle::of);
        return process.isPresent() && isServer(process.get(), pidFile);
    }

    private void startAgain() {
        LOG.error("The embedded PostgreSQL has died; it is started again");
        do {
            try {
                launch(directory.cluster(), port);
                LOG.warn("The embedded PostgreSQL runs again; what was committed is there");
                return;
            } catch (IOException | DataDirectoryException e) {
                LOG.error("It does not start; tried again every {} s", PAUSE_AFTER_A_FAILED_START.toSeconds(), e);
            }
        } while (!isClosingWithin(PAUSE_AFTER_A_FAILED_START));
    }

    private boolean isClosingWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static List<String> launcher() {
        boolean root = "root".equals(System.getProperty("user.name"))
                && System.getProperty("os.name").startsWith("Linux");
        if (!root) {
            return List.of();
        }
        if (!LinuxUtils.isUnshareAvailable()) {
            throw new DataDirectoryException(
                    "PostgreSQL refuses to run as root, and user namespaces are forbidden here.",
                    "Run as an ordinary user, allow user namespaces, or use a server of your own with --profile postgres.",
                    null);
        }
        return List.of("unshare", "-U");
    }

    private static void requireSameMajorVersion(Path cluster) throws IOException {
        Path file = cluster.resolve("PG_VERSION");
        String found = Files.exists(file) ? Files.readString(file).strip() : "an unknown version";
        if (!found.equals(Integer.toString(MAJOR_VERSION))) {
            throw new DataDirectoryException(
                    "The data in " + cluster + " was written by PostgreSQL " + found + "; this is PostgreSQL "
                            + MAJOR_VERSION + ", which cannot read it.",
                    "Start it with the release of Wuwei that wrote it, or name another --data. Nothing was changed.",
                    null);
        }
    }

    /** Built aside and moved into place, so that an interrupted start leaves no half cluster. */
    private void create(Path cluster) throws IOException {
        Path draft = cluster.resolveSibling("postgres.new");
        FileSystemUtils.deleteRecursively(draft);
        // C.UTF-8 of PostgreSQL itself: the order of an index never changes with the machine's libraries. Lists that
        // people read are sorted by pinyin with the collation public.pinyin.
        run(
                "initdb",
                Duration.ofMinutes(2),
                "--pgdata=" + draft,
                "--username=" + USER,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth=scram-sha-256",
                "--pwfile=" + directory.secretFile("database-password"),
                "--data-checksums",
                "--no-instructions");
        Files.writeString(
                draft.resolve("postgresql.conf"),
                "\ninclude_if_exists = 'wuwei.conf'\ninclude_if_exists = 'local.conf'\n",
                StandardOpenOption.APPEND);
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void stopLeftover(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> process = pid(pidFile).flatMap(ProcessHandle::of);
        if (process.isEmpty()) {
            return;
        }
        if (!isServer(process.get(), pidFile)) {
            LOG.warn(
                    "Process {} has taken the number of a server that is gone; its lock is removed",
                    process.get().pid());
            Files.delete(pidFile);
            return;
        }
        LOG.warn(
                "A database server outlived its application (process {}); it is stopped",
                process.get().pid());
        if (!attempt("pg_ctl", STOP_TIMEOUT, "stop", "-w", "-m", "fast", "-D", cluster.toString())) {
            run("pg_ctl", STOP_TIMEOUT, "stop", "-w", "-m", "immediate", "-D", cluster.toString());
        }
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .map(Long::valueOf);
    }

    /**
     * A number may be another process's by now, or that of a dead one nobody has buried (a container without an init): such
     * a one shows no program, and answers at no port.
     */
    private static boolean isServer(ProcessHandle process, Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        Optional<String> command = process.info().command();
        if (command.isEmpty()) {
            return lines.size() > 3 && listens(Integer.parseInt(lines.get(3).strip()));
        }
        if (!command.get().contains("postgres")) {
            return false;
        }
        if (lines.size() < 3 || process.info().startInstant().isEmpty()) {
            return true;
        }
        long written = Long.parseLong(lines.get(2).strip());
        return Math.abs(process.info().startInstant().get().getEpochSecond() - written) < 120;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void launch(Path cluster, int wantedPort) throws IOException {
        Path log = directory.root().resolve("postgres.log");
        for (int attempt = 1; ; attempt++) {
            port = wantedPort == 0 ? freePort() : wantedPort;
            Files.writeString(cluster.resolve("wuwei.conf"), settings());
            if (attempt(
                    "pg_ctl",
                    Duration.ofMinutes(5),
                    "start",
                    "-w",
                    "-t",
                    "300",
                    "-D",
                    cluster.toString(),
                    "-l",
                    log.toString())) {
                return;
            }
            // Backends of a killed server hold its shared memory for a moment longer; a port may be taken meanwhile.
            if (attempt == 5) {
                throw new DataDirectoryException(
                        "The embedded PostgreSQL did not start. Last lines of " + log + ":\n" + tail(log),
                        "Correct what the server complains about, or use a server of your own with --profile postgres.",
                        null);
            }
            pause();
        }
    }

    private String settings() {
        return """
                # Written at every start. Settings of your own belong into local.conf beside this file.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 80
                shared_buffers = 256MB
                effective_cache_size = 1GB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                wal_buffers = 16MB
                max_wal_size = 2GB
                min_wal_size = 256MB
                checkpoint_timeout = 15min
                random_page_cost = 1.1
                jit = off
                max_parallel_workers_per_gather = 2
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_checkpoints = off
                idle_in_transaction_session_timeout = 10min
                """.formatted(port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void createDatabase() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("The embedded database cannot be opened", e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String jdbcUrl() {
        return url(DATABASE);
    }

    public String username() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Closes connections, writes everything down and stops. */
    @Override
    public synchronized void close() {
        stopWatching();
        if (!attempt(
                "pg_ctl",
                STOP_TIMEOUT,
                "stop",
                "-w",
                "-t",
                "60",
                "-m",
                "fast",
                "-D",
                directory.cluster().toString())) {
            LOG.warn("The embedded PostgreSQL did not stop in time; it recovers at the next start");
        }
    }

    private void stopWatching() {
        closing.countDown();
        try {
            if (watch != null) {
                watch.join(STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String program, Duration timeout, String... arguments) {
        Outcome outcome = execute(program, timeout, arguments);
        if (!outcome.ok()) {
            throw new DataDirectoryException(
                    program + " failed on " + directory.root() + ": " + outcome.output(),
                    "Correct what it complains about, or use a server of your own with --profile postgres.",
                    null);
        }
    }

    private boolean attempt(String program, Duration timeout, String... arguments) {
        Outcome outcome = execute(program, timeout, arguments);
        if (!outcome.ok()) {
            LOG.debug("{}: {}", program, outcome.output());
        }
        return outcome.ok();
    }

    private record Outcome(boolean ok, String output) {}

    private Outcome execute(String program, Duration timeout, String... arguments) {
        List<String> command = new ArrayList<>(launcher);
        command.add(binaries.executable(program));
        command.addAll(List.of(arguments));
        try {
            // A file, not a pipe: the server inherits it, and a pipe would stay open as long as the server lives.
            Path output = Files.createTempFile(directory.root(), program, ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.destroyForcibly();
                }
                String text = Files.readString(output, StandardCharsets.UTF_8).strip();
                return new Outcome(ended && process.exitValue() == 0, ended ? text : text + " (no answer in time)");
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(false, "interrupted");
        }
    }

    private static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "(no log)";
        }
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
