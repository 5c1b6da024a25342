package dev.wuwei.crm.projections.tenure;

import dev.wuwei.crm.projections.ledger.CourseQuery.Step;
import dev.wuwei.crm.projections.tenure.Tenure.MoveKind;
import dev.wuwei.crm.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Through whose hands one project went, seen by one of them. Pure; no clock, no database. */
final class Hands {
    /** @param holder who had it from that day on, or {@code null} for nobody */
    record Turn(LocalDate on, UUID holder, Step step) {
        boolean isWith(UUID one) {
            return step.isAlive() && one.equals(holder);
        }
    }

    /**
     * @param other who had it before, or has it after; {@code null} for nobody
     * @param step how it stands from that day on
     * @param amount of a project that leaves what it was until then: an end takes its amount away
     */
    record Change(LocalDate on, MoveKind kind, UUID other, Step step, Money amount) {}

    private final UUID whose;
    private final List<Turn> turns;
    private final List<Change> changes = new ArrayList<>();

    /** @param turns in order of time */
    Hands(UUID whose, List<Turn> turns) {
        this.whose = whose;
        this.turns = turns;
        Turn before = null;
        for (Turn turn : turns) {
            boolean was = before != null && before.isWith(whose);
            if (was != turn.isWith(whose)) {
                changes.add(was ? out(before, turn) : in(before, turn));
            }
            before = turn;
        }
    }

    private Change in(Turn before, Turn turn) {
        UUID other = before == null ? null : before.holder();
        MoveKind kind = other == null ? MoveKind.NEW : other.equals(whose) ? MoveKind.REVIVED : MoveKind.TAKEN_OVER;
        return new Change(
                turn.on(),
                kind,
                kind == MoveKind.TAKEN_OVER ? other : null,
                turn.step(),
                turn.step().amount());
    }

    private static Change out(Turn before, Turn turn) {
        boolean alive = turn.step().isAlive();
        return new Change(
                turn.on(),
                alive ? MoveKind.HANDED_ON : MoveKind.ENDED,
                alive ? turn.holder() : null,
                turn.step(),
                before.step().amount());
    }

    List<Change> changes() {
        return changes;
    }

    Turn at(LocalDate day) {
        Turn there = null;
        for (Turn turn : turns) {
            if (turn.on().isAfter(day)) {
                break;
            }
            there = turn;
        }
        return there;
    }

    boolean holds(LocalDate day) {
        Turn turn = at(day);
        return turn != null && turn.isWith(whose);
    }

    /** @return whether what is done on that day is theirs, alive or set aside */
    boolean isCredited(LocalDate day) {
        Turn turn = at(day);
        return turn != null && whose.equals(turn.holder());
    }

    /** @return how it came into hand before that day or on it */
    Change taken(LocalDate day) {
        return changes.stream()
                .filter(change -> change.kind().isIn() && !change.on().isAfter(day))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    List<Turn> turns() {
        return turns;
    }
}
