package dev.wuwei.crm.projections.commitment;

import static dev.wuwei.crm.projections.commitment.CourseScenario.date;
import static dev.wuwei.crm.projections.commitment.CourseScenario.day;
import static dev.wuwei.crm.projections.commitment.CourseScenario.figure;
import static dev.wuwei.crm.projections.commitment.CourseScenario.incentive;
import static dev.wuwei.crm.projections.commitment.CourseScenario.land;
import static dev.wuwei.crm.projections.commitment.CourseScenario.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CommitmentVerdict;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.DueRule.Anchor;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.signing.PromiseStep;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens, in whatever order: the past stays what it was, and each commitment stands in one place on each day. */
class CommitmentCoursePropertiesTest {
    private static final LocalDate FIRST = day("2021-03-27");
    private static final int DAYS = 900;

    private record Happening(int days, int what) {
        String on() {
            return FIRST.plusDays(days).toString();
        }
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        Arbitrary<Happening> one = Arbitraries.integers()
                .between(0, DAYS)
                .flatMap(days -> Arbitraries.integers().between(0, 11).map(what -> new Happening(days, what)));
        return one.list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .map(list -> list.stream()
                        .sorted(Comparator.comparingInt(Happening::days))
                        .toList());
    }

    private static CompanyCommitment[] company(String completion) {
        return new CompanyCommitment[] {
            date("05", Metric.COMPLETION_DATE, completion),
            figure("03", Metric.FIXED_ASSET_INVESTMENT, "35000", DueRule.on(day("2022-06-30"))),
            figure("04", Metric.INVESTMENT_INTENSITY, "250", DueRule.monthsAfter(Anchor.LAND_HANDOVER, 12)),
            words("15", "污水自行预处理", "2022-03-31")
        };
    }

    private static CourseScenario history(List<Happening> happenings) {
        CourseScenario agreement = new CourseScenario()
                .signed(
                        List.of(company("2022-10-31")),
                        List.of(land("21", "2021-06-30"), incentive("25", "700", "2022-12-31")));
        Set<Integer> once = new HashSet<>();
        for (Happening happening : happenings) {
            String on = happening.on();
            boolean first = once.add(happening.what());
            switch (happening.what()) {
                case 0 -> agreement.invested(on.substring(0, 7), "20000");
                case 1 -> agreement.invested(on.substring(0, 7), "36000");
                case 2 -> agreement.assessed("03", "31000", null, on);
                case 3 -> agreement.assessed("15", null, CommitmentVerdict.BREACHED, on);
                case 4 -> agreement.assessed("15", null, CommitmentVerdict.MET, on);
                case 5 ->
                    agreement.ordered("05", on, LocalDate.parse(on).plusDays(60).toString());
                case 6 ->
                    agreement.amended(
                            on, company(LocalDate.parse(on).plusDays(90).toString()));
                case 7 -> agreement.paid("25", "350", on);
                default -> {
                    if (first) {
                        switch (happening.what()) {
                            case 8 -> agreement.recognised(Milestone.COMPLETION, on);
                            case 9 -> agreement.handedOver(on);
                            case 10 -> agreement.waived("05", on);
                            default -> agreement.advanced("25", PromiseStep.CLAIMED, on);
                        }
                    }
                }
            }
        }
        return agreement;
    }

    @Property(tries = 300)
    void any_past_day_shows_what_was_shown_on_it(@ForAll("happenings") List<Happening> happenings) {
        List<DomainEvent> events = history(happenings).events;
        for (int days = 0; days <= DAYS; days += 31) {
            LocalDate day = FIRST.plusDays(days);
            List<DomainEvent> until = events.stream()
                    .filter(event -> !event.occurredOn().isAfter(day))
                    .toList();
            assertThat(standings(events, day)).containsExactlyInAnyOrderElementsOf(standings(until, day));
        }
    }

    private record Line(String clause, int wordedBy, Standing standing) {}

    private static List<Line> standings(List<DomainEvent> events, LocalDate day) {
        return CourseScenario.on(events, day).stream()
                .map(stretch -> new Line(stretch.clause(), stretch.wordedBy(), stretch.standing()))
                .toList();
    }

    @Property(tries = 300)
    void every_wording_stands_in_one_place_on_every_day_and_the_newest_is_never_frozen(
            @ForAll("happenings") List<Happening> happenings) {
        List<DomainEvent> events = history(happenings).events;
        for (int days = 0; days <= DAYS; days += 97) {
            List<Stretch> lines = CourseScenario.on(events, FIRST.plusDays(days));
            assertThat(lines)
                    .extracting(line -> line.clause() + line.wordedBy())
                    .doesNotHaveDuplicates();
            assertThat(lines.stream()
                            .filter(line -> line.side() == CommitmentSide.COMPANY
                                    && line.standing().frozenOn() == null)
                            .map(Stretch::clause))
                    .containsExactlyInAnyOrder("03", "04", "05", "15");
        }
    }

    @Property(tries = 300)
    void what_was_broken_under_one_version_is_never_unbroken_by_the_next(
            @ForAll("happenings") List<Happening> happenings) {
        List<DomainEvent> events = history(happenings).events;
        LocalDate last = FIRST.plusDays(DAYS);
        for (Stretch line : CourseScenario.on(events, last)) {
            LocalDate frozen = line.standing().frozenOn();
            if (frozen != null && line.side() == CommitmentSide.COMPANY && frozen.isAfter(line.from())) {
                Standing before = CourseScenario.on(events, frozen.minusDays(1)).stream()
                        .filter(then -> then.clause().equals(line.clause()) && then.wordedBy() == line.wordedBy())
                        .findFirst()
                        .orElseThrow()
                        .standing();
                if (before.state().isBroken()) {
                    assertThat(line.standing().state()).isEqualTo(before.state());
                }
            }
        }
    }
}
