package dev.wuwei.crm.demo;

import dev.wuwei.crm.followup.FollowUpCommand;
import dev.wuwei.crm.followup.FollowUpId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How a project of the demo park comes by its permits: most in time, some late, some accepted with papers missing. */
final class DemoPermits {
    private static final int FIRST_PLACE = 100;

    private record Needed(String code, int step, int days) {}

    private static final List<Needed> NEW_LAND = List.of(
            new Needed("filing", 1, 1),
            new Needed("site-opinion", 1, 7),
            new Needed("land-planning-permit", 2, 5),
            new Needed("environmental-approval", 2, 10),
            new Needed("energy-review", 2, 7),
            new Needed("safety-review", 2, 10),
            new Needed("works-planning-permit", 3, 7),
            new Needed("construction-permit", 4, 3),
            new Needed("property-certificate", 5, 5));
    private static final List<Needed> STANDARD_LAND = List.of(
            new Needed("filing", 1, 1),
            new Needed("land-planning-permit", 1, 3),
            new Needed("environmental-approval", 1, 7),
            new Needed("works-planning-permit", 2, 5),
            new Needed("construction-permit", 2, 2),
            new Needed("property-certificate", 3, 5));
    private static final List<Needed> RENTED_FACTORY = List.of(
            new Needed("filing", 1, 1),
            new Needed("environmental-approval", 1, 10),
            new Needed("safety-review", 1, 10));
    private static final List<Needed> RENOVATION = List.of(
            new Needed("filing", 1, 1),
            new Needed("environmental-approval", 2, 10),
            new Needed("energy-review", 2, 7),
            new Needed("safety-review", 2, 10));

    private final DemoProject row;
    private final int seed;
    private final LocalDate signed;
    private final DemoStaff officer;
    private final LocalDate lastDay;
    private final List<DemoFollowUpStep> steps = new ArrayList<>();

    private DemoPermits(DemoProject row, LocalDate signed, DemoStaff officer, LocalDate lastDay) {
        this.row = row;
        this.seed = row.index();
        this.signed = signed;
        this.officer = officer;
        this.lastDay = lastDay;
    }

    static List<DemoFollowUpStep> of(DemoProject row, LocalDate signed, DemoStaff officer, LocalDate lastDay) {
        DemoPermits permits = new DemoPermits(row, signed, officer, lastDay);
        permits.enter();
        return permits.steps;
    }

    /** @return the kind of project, by which its permits and its schedule are chosen */
    static String type(DemoProject row) {
        if (row.rentsItsFactory()) {
            return "rented-factory";
        }
        if (row.text("kind").equals("TECHNICAL_RENOVATION")) {
            return "renovation";
        }
        return row.index() % 5 == 1 ? "standard-land" : "new-land";
    }

    private void enter() {
        String type = type(row);
        List<Needed> needed = switch (type) {
            case "rented-factory" -> RENTED_FACTORY;
            case "renovation" -> RENOVATION;
            case "standard-land" -> STANDARD_LAND;
            default -> NEW_LAND;
        };
        LocalDate chosen = signed.plusDays(4);
        add(chosen, id -> new FollowUpCommand.ChoosePermitChecklist(id, type, chosen));
        for (Needed permit : needed) {
            LocalDate applied = applied(permit, needed.getLast().step());
            if (applied != null && applied.isBefore(lastDay)) {
                permit(permit, applied);
            }
        }
    }

    /** The certificate of the building comes after its completion; everything else before the start, step after step. */
    private LocalDate applied(Needed permit, int lastStep) {
        if (permit.code().equals("property-certificate")) {
            return row.has("complete") ? row.date("complete").plusDays(20) : null;
        }
        LocalDate first = signed.plusDays(6);
        LocalDate start = row.has("start") ? row.date("start") : first.plusDays(30L * lastStep);
        long between = Math.max(0, start.toEpochDay() - first.toEpochDay() - 18);
        return first.plusDays(between * (permit.step() - 1) / Math.max(1, lastStep - 1));
    }

    private void permit(Needed permit, LocalDate applied) {
        add(applied, id -> new FollowUpCommand.ApplyForPermit(id, permit.code(), applied));
        if (permit.code().equals("environmental-approval") && seed % 4 == 1) {
            tolerated(permit, applied);
        }
        int late = (seed + permit.code().length()) % 9 == 3 ? 11 : 0;
        LocalDate granted = applied.plusDays(permit.days() * 7L / 5 + late);
        if (granted.isBefore(lastDay)) {
            String number = "5115%d%s%03d"
                    .formatted(granted.getYear(), String.valueOf(permit.code().length()), seed);
            add(granted, id -> new FollowUpCommand.GrantPermit(id, permit.code(), number, List.of(), granted));
        }
    }

    /** 容缺受理; what was promised is handed in, a little late by some, and not yet where the site waits to start. */
    private void tolerated(Needed permit, LocalDate applied) {
        LocalDate promised = applied.plusDays(25);
        add(
                applied,
                id -> new FollowUpCommand.AcceptTolerantly(
                        id, permit.code(), "水土保持方案批复", row.text("company"), promised, applied));
        LocalDate handedIn = promised.plusDays(seed % 8 == 5 ? 6 : -5);
        if (row.has("start") && handedIn.isBefore(lastDay)) {
            add(handedIn, id -> new FollowUpCommand.HandInMissingPapers(id, permit.code(), handedIn));
        }
    }

    private void add(LocalDate on, Function<FollowUpId, FollowUpCommand> command) {
        steps.add(new DemoFollowUpStep(on, FIRST_PLACE + steps.size(), officer, command));
    }
}
