package dev.wuwei.crm.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, as a table for people and as JSON for the next run to be held against. */
final class BenchReport {
    /**
     * @param measured of the application
     * @param beside the best that the machine does in the same run, or {@code null}
     * @param ratio measured ÷ beside for rates, beside ÷ measured for times; higher is better
     * @param bar the first bar of this release, in words
     * @param met whether the bar is met; {@code null} when there is none
     */
    record Line(String what, String measured, String beside, Double ratio, String bar, Boolean met) {}

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final PrintStream out;

    BenchReport(PrintStream out) {
        this.out = out;
    }

    void fact(String name, Object value) {
        facts.put(name, value);
    }

    void rate(String what, double measured, double beside, double bar) {
        double ratio = measured / beside;
        add(new Line(
                what,
                perSecond(measured),
                perSecond(beside),
                round(ratio),
                bar == 0 ? null : "≥ " + bar,
                bar == 0 ? null : ratio >= bar));
    }

    void rate(String what, double measured) {
        add(new Line(what, perSecond(measured), null, null, null, null));
    }

    /** What one costs. On a machine that others use as well this is less of a lottery than the clock. */
    void each(String what, long nanos, long besideNanos) {
        add(new Line(
                what, microseconds(nanos), microseconds(besideNanos), round((double) besideNanos / nanos), null, null));
    }

    /** @param barMillis p-value that must not be exceeded; 0 for none */
    void time(String what, Times times, Times beside, double barMillis, double at) {
        double value = times.at(at);
        add(new Line(
                what,
                times.text(),
                beside == null ? null : beside.text(),
                beside == null ? null : round(beside.at(0.5) / times.at(0.5)),
                barMillis == 0 ? null : "p" + (int) (at * 100) + " ≤ " + (int) barMillis + " ms",
                barMillis == 0 ? null : value <= barMillis));
    }

    private void add(Line line) {
        lines.add(line);
        out.println(row(line));
        out.flush();
    }

    void head(String title) {
        out.println();
        out.println("── " + title);
    }

    private static String row(Line line) {
        return String.format(
                Locale.ROOT,
                "%-52s %-34s %-30s %6s  %-16s %s",
                line.what(),
                line.measured(),
                line.beside() == null ? "" : line.beside(),
                line.ratio() == null ? "" : line.ratio(),
                line.bar() == null ? "" : line.bar(),
                line.met() == null ? "" : line.met() ? "met" : "SHORT");
    }

    static void columns(PrintStream out) {
        out.println(String.format(
                Locale.ROOT, "%-52s %-34s %-30s %6s  %-16s", "what", "application", "beside", "ratio", "bar"));
    }

    Path write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.putAll(facts);
        all.put("lines", lines);
        Path file = directory.resolve("bench-" + all.get("at").toString().replace(":", "") + ".json");
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        byte[] json = mapper.writeValueAsBytes(all);
        Files.write(file, json);
        Files.write(directory.resolve("latest.json"), json);
        return file;
    }

    private static String perSecond(double rate) {
        return String.format(Locale.ROOT, "%,.0f/s", rate);
    }

    private static String microseconds(long nanos) {
        return String.format(Locale.ROOT, "%,d µs each", nanos / 1000);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** Durations of one kind of thing. */
    static final class Times {
        private final long[] sorted;

        Times(List<Long> nanos) {
            sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        }

        double at(double share) {
            return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
        }

        double mean() {
            return Arrays.stream(sorted).average().orElse(0) / 1e6;
        }

        String text() {
            return String.format(Locale.ROOT, "p50 %.2f  p95 %.2f  p99 %.2f ms", at(0.5), at(0.95), at(0.99));
        }
    }
}
