package dev.wuwei.crm.demo;

import dev.wuwei.crm.followup.FollowUpCommand;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.signing.AgreedPhase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The schedule of a phase of the demo park, and how its steps went: as the milestones did, some replanned on the way. */
final class DemoSchedules {
    private static final int FIRST_PLACE = 140;
    private static final LocalDate SINCE = LocalDate.of(2022, 1, 1);

    private final DemoProject row;
    private final int seed;
    private final LocalDate signed;
    private final AgreedPhase phase;
    private final DemoStaff officer;
    private final LocalDate lastDay;
    private final List<DemoFollowUpStep> steps = new ArrayList<>();

    private DemoSchedules(DemoProject row, LocalDate signed, AgreedPhase phase, DemoStaff officer, LocalDate lastDay) {
        this.row = row;
        this.seed = row.index();
        this.signed = signed;
        this.phase = phase;
        this.officer = officer;
        this.lastDay = lastDay;
    }

    static List<DemoFollowUpStep> of(
            DemoProject row, LocalDate signed, AgreedPhase phase, DemoStaff officer, LocalDate lastDay) {
        DemoSchedules schedules = new DemoSchedules(row, signed, phase, officer, lastDay);
        if (!signed.isBefore(SINCE) && phase.produceBy() != null && !row.has("rescinded")) {
            schedules.enter();
        }
        return schedules.steps;
    }

    private void enter() {
        String type = DemoPermits.type(row);
        add(
                signed.plusDays(10),
                officer,
                id -> new FollowUpCommand.PlanSchedule(id, phase.name(), type, phase.produceBy()));
        switch (type) {
            case "rented-factory" -> rented();
            case "renovation" -> renovated();
            default -> built();
        }
        if (seed % 6 == 2 && !row.has("produce") && signed.isBefore(lastDay.minusMonths(6))) {
            add(
                    lastDay.minusDays(75),
                    DemoStaff.FUZEREN,
                    id -> new FollowUpCommand.ReplanSchedule(
                            id, phase.name(), type, phase.produceBy().plusMonths(2), "进口设备交货推迟两个月"));
        }
    }

    private void built() {
        step("land", signed.plusDays(20), share(signed, start(), 0.6));
        step("design", signed.plusDays(25), share(signed, start(), 0.55));
        if (!row.has("start")) {
            return;
        }
        LocalDate founded = share(start(), complete(), 0.3);
        finish("foundation", founded);
        step("structure", founded, share(start(), complete(), 0.85));
        step("utilities", share(start(), complete(), 0.4), complete().minusDays(10));
        begin("acceptance", complete().minusDays(25));
        equipped();
    }

    private void rented() {
        LocalDate ready = share(start(), produce(), 0.4);
        finish("fit-out", ready);
        step("utilities", start().plusDays(5), ready);
        step("equipment", ready, produce().minusDays(25));
        begin("trial", produce().minusDays(24));
    }

    private void renovated() {
        step("orders", signed.plusDays(20), share(start(), complete(), 0.6));
        finish("works", share(start(), complete(), 0.6));
        begin("equipment", share(start(), complete(), 0.7));
        begin("trial", produce().minusDays(24));
    }

    private void equipped() {
        if (row.has("complete")) {
            step("equipment", complete().plusDays(3), produce().minusDays(25));
            begin("trial", produce().minusDays(24));
        }
    }

    private LocalDate start() {
        return row.has("start") ? row.date("start") : signed.plusMonths(6);
    }

    private LocalDate complete() {
        return row.has("complete") ? row.date("complete") : later(phase.completeBy(), lastDay.plusDays(60));
    }

    private LocalDate produce() {
        return row.has("produce") ? row.date("produce") : later(phase.produceBy(), lastDay.plusDays(90));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate share(LocalDate from, LocalDate to, double share) {
        return from.plusDays(Math.round(Math.max(1, ChronoUnit.DAYS.between(from, to)) * share));
    }

    /** Begun and finished, each entered when it happened. */
    private void step(String code, LocalDate began, LocalDate finished) {
        begin(code, began);
        if (finished.isAfter(began) && finished.isBefore(lastDay)) {
            add(finished, officer, id -> progress(id, code, began, finished));
        }
    }

    private void begin(String code, LocalDate began) {
        if (began.isBefore(lastDay) && !began.isBefore(signed)) {
            add(began, officer, id -> progress(id, code, began, null));
        }
    }

    /** Of a step whose beginning is a milestone. */
    private void finish(String code, LocalDate finished) {
        if (row.has("start") && finished.isBefore(lastDay)) {
            add(finished, officer, id -> progress(id, code, null, finished));
        }
    }

    private FollowUpCommand progress(FollowUpId id, String code, LocalDate began, LocalDate finished) {
        return new FollowUpCommand.RecordStepProgress(id, phase.name(), code, began, finished, null);
    }

    private void add(LocalDate on, DemoStaff by, Function<FollowUpId, FollowUpCommand> command) {
        steps.add(new DemoFollowUpStep(on, FIRST_PLACE + steps.size(), by, command));
    }
}
