package dev.wuwei.crm.projections.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Exclusion;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What single rules of a policy do to one life of a project, shipped or not, beside a recount of its events. */
class CountingPolicyTest {
    private static final LocalDate NOW = LocalDate.of(2025, 6, 30);

    private final History history = new History();
    private final Life life = new Life("ZS-2022-0001", history);

    private CountingRules rules = TestCountingRules.standard();

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    /** @return by class, what the journal of a policy comes to, and the same where the policy is the shipped one */
    private Map<String, Figure> figures(
            Measure measure, LocalDate on, LocalDate from, LocalDate to, Function<Cell, Object> by) {
        Map<String, Figure> shipped =
                figures(new CountingPolicy("shipped", 1, rules), List.of(), measure, on, from, to, by);
        CountingPolicy other = new CountingPolicy("other", 1, rules);
        assertThat(figures(
                        CountingPolicy.standard(TestCountingRules::standard),
                        List.of(other),
                        measure,
                        on,
                        from,
                        to,
                        by))
                .as("the same rules beside the shipped ones")
                .isEqualTo(shipped);
        Recount recount = new Recount();
        history.entries()
                .forEach(entry -> recount.take(
                        new Recount.Entry(entry.event(), entry.meta().recordedAt())));
        assertThat(shipped.values().stream().reduce(Figure.NOTHING, Figure::plus))
                .as("recounted")
                .isEqualTo(recount.answer(new Recount.Question(on, rules, from, to))
                        .figures()
                        .getOrDefault(measure, Figure.NOTHING));
        return shipped;
    }

    private Map<String, Figure> figures(
            CountingPolicy shipped,
            List<CountingPolicy> others,
            Measure measure,
            LocalDate on,
            LocalDate from,
            LocalDate to,
            Function<Cell, Object> by) {
        ProjectLedger ledger = new ProjectLedger(life.project, shipped, others, new TestThresholds());
        List<JournalEntry> journal = new ArrayList<>();
        for (History.Entry entry : history.entries()) {
            ProjectLedger.Changes changes = ledger.append(
                    new Fact(life.project, entry.meta().position(), entry.meta().recordedAt(), "event", entry.event()));
            if (changes != null) {
                journal.addAll(changes.journal());
            }
        }
        String policy = others.isEmpty() ? shipped.id() : others.getFirst().id();
        Map<String, Figure> figures = new HashMap<>();
        journal.stream()
                .filter(e -> e.policy().equals(policy)
                        && e.measure() == measure
                        && !e.effectiveOn().isAfter(on)
                        && (from == null || !e.bookedOn().isBefore(from))
                        && (to == null || !e.bookedOn().isAfter(to)))
                .forEach(e -> figures.merge(
                        String.valueOf(by.apply(e.cell())),
                        Figure.of(e.count(), e.amount(), e.currency()),
                        Figure::plus));
        figures.values().removeIf(Figure::isNothing);
        return figures;
    }

    private Figure total(Measure measure, String year) {
        return figures(
                        measure,
                        NOW,
                        year == null ? null : day(year + "-01-01"),
                        year == null ? null : day(year + "-12-31"),
                        cell -> "all")
                .getOrDefault("all", Figure.NOTHING);
    }

    private static Figure one(String yi) {
        return new Figure(1, List.of(Money.yi(yi)));
    }

    private static Figure more(String yi) {
        return new Figure(0, List.of(Money.yi(yi)));
    }

    @Test
    void credit_stays_with_whoever_had_the_project_when_it_was_signed_where_it_does_not_follow_the_owner() {
        life.registered("2022-01-10", null);
        life.signed("2022-05-01", "8", false);
        life.handedOver("2023-03-01");
        rules = TestCountingRules.rules(
                List.of(AgreementKind.FORMAL),
                Upgrade.AT_UPGRADE,
                AmountChange.DIFFERENCE_ON_ITS_DATE,
                Ending.ON_ITS_DATE,
                null,
                false,
                List.of());
        List<Function<Cell, Object>> credits = List.of(Cell::leader, Cell::owner, Cell::team);
        List<Object> before = List.of(life.first, life.first, life.firstTeam);
        for (int i = 0; i < credits.size(); i++) {
            assertThat(figures(Measure.SIGNED, NOW, null, null, credits.get(i)))
                    .isEqualTo(Map.of(before.get(i).toString(), one("8")));
        }
        rules = TestCountingRules.standard();
        List<Object> after = List.of(life.second, life.second, life.secondTeam);
        for (int i = 0; i < credits.size(); i++) {
            assertThat(figures(Measure.SIGNED, NOW, null, null, credits.get(i)))
                    .isEqualTo(Map.of(after.get(i).toString(), one("8")));
        }
    }

    @Test
    void what_stays_signed_for_good_is_not_counted_again_when_the_project_signs_again() {
        life.registered("2022-01-10", null);
        SigningId before = life.signed("2022-05-01", "8", true);
        life.rescinded(before, "2023-03-01");
        life.reopened("2023-03-01");
        life.signed("2024-02-01", "10", true);
        rules = TestCountingRules.withEnding(Ending.NOT_LOWERED);

        for (Measure measure :
                List.of(Measure.SIGNED, Measure.SIGNED_ON_SITE, Measure.NEWLY_INTRODUCED, Measure.RECOGNISED)) {
            assertThat(total(measure, null)).as("%s", measure).isEqualTo(one("10"));
            assertThat(total(measure, "2022")).as("%s", measure).isEqualTo(one("8"));
            assertThat(total(measure, "2023")).as("%s", measure).isEqualTo(Figure.NOTHING);
            assertThat(total(measure, "2024")).as("%s", measure).isEqualTo(more("2"));
        }
        assertThat(total(Measure.CONTRACTED_FOREIGN, null)).isEqualTo(new Figure(1, List.of(Money.wanUsd("100"))));
        assertThat(total(Measure.IN_TALKS, null)).isEqualTo(Figure.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(names = {"DIFFERENCE_AT_SIGNATURE", "NOT_COUNTED"})
    void signing_again_is_a_change_of_the_amount_where_what_was_signed_stays(AmountChange change) {
        life.registered("2022-01-10", null);
        SigningId before = life.signed("2022-05-01", "8", false);
        life.rescinded(before, "2023-03-01");
        life.reopened("2023-03-01");
        life.signed("2024-02-01", "10", true);
        rules = TestCountingRules.rules(
                List.of(AgreementKind.FORMAL), Upgrade.AT_UPGRADE, change, Ending.NOT_LOWERED, null, true, List.of());

        Figure counted = change == AmountChange.NOT_COUNTED ? one("8") : one("10");
        assertThat(total(Measure.SIGNED, null)).isEqualTo(counted);
        assertThat(total(Measure.SIGNED, "2022")).isEqualTo(counted);
        assertThat(total(Measure.SIGNED, "2024")).isEqualTo(Figure.NOTHING);
        assertThat(total(Measure.SIGNED_ON_SITE, "2024")).isEqualTo(one("10"));
    }

    @Test
    void a_project_that_signs_again_after_its_rescission_lowered_the_figure_counts_anew() {
        life.registered("2022-01-10", null);
        SigningId before = life.signed("2022-05-01", "8", false);
        life.rescinded(before, "2023-03-01");
        life.reopened("2023-03-01");
        life.signed("2024-02-01", "10", false);

        assertThat(total(Measure.SIGNED, null)).isEqualTo(one("10"));
        assertThat(total(Measure.SIGNED, "2022")).isEqualTo(one("8"));
        assertThat(total(Measure.SIGNED, "2023"))
                .isEqualTo(new Figure(-1, List.of(Money.yi("8").negated())));
        assertThat(total(Measure.SIGNED, "2024")).isEqualTo(one("10"));
    }

    @Test
    void a_size_that_is_not_known_in_yuan_is_in_no_band_and_below_nothing() {
        life.registered("2022-01-10", Money.wanUsd("2000"));
        Exclusion small =
                new Exclusion("SMALL", "小项目", List.of(), List.of(), List.of(), List.of(), List.of(), Money.yi("1"));
        rules = TestCountingRules.without(small);

        assertThat(figures(Measure.IN_TALKS, NOW, null, null, Cell::band))
                .isEqualTo(Map.of(
                        String.valueOf(CountingPolicy.UNKNOWN_SIZE), new Figure(1, List.of(Money.wanUsd("2000")))));
    }

    @Test
    void a_size_known_in_yuan_may_be_below_the_smallest_band_and_below_what_is_left_out() {
        life.registered("2022-01-10", Money.yi("0.5"));
        assertThat(figures(Measure.IN_TALKS, NOW, null, null, Cell::band)).isEqualTo(Map.of("0", one("0.5")));

        rules = TestCountingRules.without(
                new Exclusion("SMALL", "小项目", List.of(), List.of(), List.of(), List.of(), List.of(), Money.yi("1")));
        assertThat(figures(Measure.IN_TALKS, NOW, null, null, Cell::band)).isEmpty();
    }

    @Test
    void a_rescinded_project_is_as_large_as_it_was_signed_until_something_else_is_talked_about() {
        life.registered("2022-01-10", Money.yi("3"));
        SigningId signing = life.signed("2022-05-01", "12", false);
        life.rescinded(signing, "2023-03-01");
        assertThat(figures(Measure.SIGNED, NOW, day("2022-01-01"), day("2022-12-31"), Cell::band))
                .isEqualTo(Map.of("3", one("12")));

        life.reopened("2023-04-01");
        assertThat(figures(Measure.IN_TALKS, NOW, null, null, Cell::band)).isEqualTo(Map.of("1", one("3")));
    }
}
