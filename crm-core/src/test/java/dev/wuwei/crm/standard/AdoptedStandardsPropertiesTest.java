package dev.wuwei.crm.standard;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.standard.StandardCommand.AdoptStandard;
import dev.wuwei.crm.standard.StandardCommand.WithdrawStandard;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestThresholds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever leaders decide, on whatever days. */
class AdoptedStandardsPropertiesTest {
    private static final int DAYS = 60;
    private static final List<Standard> START = List.of(Standard.START_YELLOW, Standard.START_RED);

    private static final EventMeta META = AggregateScenario.meta(AggregateScenario.SENDER, Role.LEADER, TODAY);

    @Provide
    Arbitrary<List<StandardCommand>> decisions() {
        Arbitrary<Standard> which = Arbitraries.of(START);
        Arbitrary<StandardCommand> adopt = Combinators.combine(
                        which,
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(-DAYS, DAYS))
                .as((standard, limit, day) -> new AdoptStandard(
                        StandardsId.ALL, standard, BigDecimal.valueOf(limit), TODAY.plusDays(day), TODAY, "常务会议"));
        Arbitrary<StandardCommand> withdraw =
                which.map(standard -> new WithdrawStandard(StandardsId.ALL, standard, TODAY, "推迟"));
        return Arbitraries.oneOf(List.of(adopt, adopt, withdraw)).list().ofMaxSize(14);
    }

    private static Stream<LocalDate> days() {
        return TODAY.minusDays(DAYS + 2).datesUntil(TODAY.plusDays(DAYS + 2));
    }

    private static Map<LocalDate, String> course(Standards standards) {
        return days().collect(Collectors.toMap(
                Function.identity(),
                day -> START.stream()
                        .map(standard -> standards.limit(standard, day).toPlainString())
                        .collect(Collectors.joining(" "))));
    }

    /** @return {@code null} when it is refused */
    private static StandardEvent decide(StandardCourse course, StandardCommand decision) {
        try {
            return switch (decision) {
                case AdoptStandard adopt -> course.adopt(adopt, META, new TestThresholds());
                case WithdrawStandard withdraw -> course.withdraw(withdraw, META, new TestThresholds());
            };
        } catch (RuleViolated refused) {
            return null;
        }
    }

    @Property(tries = 150)
    void red_is_never_before_yellow_no_day_before_an_adoption_is_touched_and_what_is_withdrawn_never_was(
            @ForAll("decisions") List<StandardCommand> decisions) {
        StandardCourse course = new StandardCourse();
        List<StandardEvent> history = new ArrayList<>();
        for (StandardCommand decision : decisions) {
            Standards before = Standards.of(new TestThresholds(), history);
            StandardEvent event = decide(course, decision);
            if (event == null) {
                continue;
            }
            course.evolve(event);
            history.add(event);
            Standards after = Standards.of(new TestThresholds(), history);
            days().forEach(day -> {
                assertThat(after.limit(Standard.START_YELLOW, day))
                        .as("yellow on %s", day)
                        .isLessThanOrEqualTo(after.limit(Standard.START_RED, day));
                if (day.isBefore(event.from())) {
                    assertThat(course(after).get(day)).isEqualTo(course(before).get(day));
                }
            });
            if (event instanceof StandardEvent.StandardAdopted adopted) {
                assertThat(after.limit(adopted.standard(), adopted.from())).isEqualByComparingTo(adopted.limit());
                assertThat(course(after.after(new StandardEvent.StandardWithdrawn(
                                StandardsId.ALL,
                                adopted.standard(),
                                adopted.limit(),
                                adopted.formerly(),
                                adopted.from(),
                                TODAY))))
                        .isEqualTo(course(before));
            }
        }
    }
}
