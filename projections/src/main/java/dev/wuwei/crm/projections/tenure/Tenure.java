package dev.wuwei.crm.projections.tenure;

import dev.wuwei.crm.followup.LightVerdict;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.ProjectStatus;
import dev.wuwei.crm.projections.ledger.Stage;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Between two dates: what was in hand, what came and went, what was done. Always opening and what came are what went and closing.
 * What is done on a day belongs to whoever has the project in hand when the day ends.
 *
 * @param opening in hand when the first day ended
 * @param moves after the first day, in order of time
 * @param deeds from the first day on, in order of time
 * @param closing in hand when the last day ended
 */
public record Tenure(
        Capacity capacity,
        String name,
        LocalDate from,
        LocalDate to,
        List<Held> opening,
        List<Move> moves,
        List<Deed> deeds,
        List<Held> closing) {

    /** @param amount signed while a formal agreement counts, else the estimate; {@code null} when there is neither */
    public record Project(ProjectId projectId, String projectNo, String name, Money amount) {}

    /**
     * A project in hand.
     *
     * @param since when it came into hand
     * @param predecessor who had it before, {@code null} when nobody had
     * @param verdict its light, {@code null} before a formal agreement
     */
    public record Held(Project project, Stage stage, LocalDate since, String predecessor, LightVerdict verdict) {}

    public enum MoveKind {
        /** Registered, or given to them while nobody had it. */
        NEW(true),
        TAKEN_OVER(true),
        /** Theirs already, and alive again. */
        REVIVED(true),
        HANDED_ON(false),
        /** Set aside or ended while it was theirs. */
        ENDED(false);

        private final boolean in;

        MoveKind(boolean in) {
            this.in = in;
        }

        public boolean isIn() {
            return in;
        }
    }

    /**
     * @param other whom it was taken over from or handed on to, {@code null} for nobody
     * @param status in which it ended, {@code null} otherwise
     */
    public record Move(Project project, LocalDate on, MoveKind kind, String other, ProjectStatus status) {}

    public enum DeedKind {
        VISIT,
        ROUND,
        NEGOTIATION,
        AGREEMENT,
        MILESTONE,
        TICKET
    }

    /**
     * Something that was done on a project in hand.
     *
     * @param what summary of a visit or round, phase of a milestone, title of a ticket; {@code null} of others
     * @param milestone that was reached, {@code null} of others
     * @param inPerson whether the person was there, or handled it themself
     */
    public record Deed(
            Project project, LocalDate on, DeedKind kind, String what, Milestone milestone, boolean inPerson) {}

    public List<Move> moves(MoveKind kind) {
        return moves.stream().filter(move -> move.kind() == kind).toList();
    }

    public List<Deed> deeds(DeedKind kind) {
        return deeds.stream().filter(deed -> deed.kind() == kind).toList();
    }

    public static Figure held(Collection<Held> held) {
        return figure(held.stream().map(Held::project).toList());
    }

    public static Figure moved(Collection<Move> moves) {
        return figure(moves.stream().map(Move::project).toList());
    }

    /** Each time counts, and so does its amount. */
    public static Figure done(Collection<Deed> deeds) {
        return figure(deeds.stream().map(Deed::project).toList());
    }

    private static Figure figure(Collection<Project> projects) {
        return projects.stream()
                .map(project -> new Figure(1, project.amount() == null ? List.of() : List.of(project.amount())))
                .reduce(Figure.NOTHING, Figure::plus);
    }
}
