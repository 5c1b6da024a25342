package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * 签约批次: the projects of which the first formal agreement was signed in one year, and what became of each. What was rescinded,
 * terminated or withdrawn since stays in: without it, the shares of the others would rise by every failure.
 *
 * @param day up to which it is told
 */
public record Cohort(int year, LocalDate day, List<Member> members, List<Setback> setbacks) {
    /**
     * One project.
     *
     * @param signedOn date of its first formal agreement
     * @param amount CNY signed, as it stood last while it counted
     * @param leftOn since when its agreement counts no longer or no phase is left, or {@code null}
     * @param reached by {@link Milestone}: first day on which its least advanced phase had come so far, {@code null} where it never had
     * @param stays in the five states, in the order of time
     */
    public record Member(
            ProjectId projectId,
            String projectNo,
            String name,
            LocalDate signedOn,
            Money amount,
            LocalDate leftOn,
            List<LocalDate> reached,
            List<Stay> stays) {

        public LocalDate reachedOn(Milestone milestone) {
            return reached.get(milestone.ordinal());
        }
    }

    /**
     * A time in one state without a break.
     *
     * @param to first day on which it no longer stood so, {@code null} while it does
     * @param wentOn whether it came further; it may have fallen back or left instead
     */
    public record Stay(PhaseState state, LocalDate from, LocalDate to, boolean wentOn) {
        public boolean isRunning() {
            return to == null;
        }

        /** @param day on which it is asked, for what is running */
        public long days(LocalDate day) {
            return ChronoUnit.DAYS.between(from, to == null ? day : to);
        }
    }

    public record MemberStay(Member member, Stay stay) {}

    /**
     * A relapse of one phase.
     *
     * @param to first day on which it was over, {@code null} while it lasts
     */
    public record Setback(Member member, String phase, Relapse kind, LocalDate from, LocalDate to) {}

    public static Figure figure(Collection<Member> members) {
        return Figure.of(
                members.size(),
                members.stream().map(member -> member.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add),
                Currency.CNY);
    }

    /** @return those that ever came so far */
    public List<Member> reached(Milestone milestone) {
        return members.stream()
                .filter(member -> member.reachedOn(milestone) != null)
                .toList();
    }

    /** @return those that came so far within so many months after signing */
    public List<Member> reached(Milestone milestone, int months) {
        return reached(milestone).stream()
                .filter(member ->
                        !member.reachedOn(milestone).isAfter(member.signedOn().plusMonths(months)))
                .toList();
    }

    /** @return whether every project of it had so many months; before that, a share would blame the young for their age */
    public boolean isAged(int months) {
        return members.stream()
                .noneMatch(member -> member.signedOn().plusMonths(months).isAfter(day));
    }

    public List<Member> left() {
        return members.stream().filter(member -> member.leftOn() != null).toList();
    }

    /** @return times in that state after which the project came further */
    public List<MemberStay> completed(PhaseState state) {
        return stays(state).filter(each -> each.stay().wentOn()).toList();
    }

    /** @return times in that state that last */
    public List<MemberStay> running(PhaseState state) {
        return stays(state).filter(each -> each.stay().isRunning()).toList();
    }

    private Stream<MemberStay> stays(PhaseState state) {
        return members.stream()
                .flatMap(member -> member.stays().stream()
                        .filter(stay -> stay.state() == state)
                        .map(stay -> new MemberStay(member, stay)));
    }

    /** @return the middle one, of an even number the lower of the two in the middle; {@code null} of none */
    public Long medianDays(Collection<MemberStay> stays) {
        List<Long> days =
                stays.stream().map(each -> each.stay().days(day)).sorted().toList();
        return days.isEmpty() ? null : days.get((days.size() - 1) / 2);
    }

    public List<Setback> setbacks(Relapse kind) {
        return setbacks.stream().filter(setback -> setback.kind() == kind).toList();
    }

    /** @return how many projects these happened to */
    public static long projects(Collection<Setback> setbacks) {
        return setbacks.stream().map(Setback::member).distinct().count();
    }
}
