package dev.wuwei.crm.projections.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestDictionaries;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Random lives of projects, counted by a policy that there is, and by its rules as if there were none such. */
class PolicyTrialQueryTest {
    private static final CountingRules RULES = TestCountingRules.rules(
            List.of(AgreementKind.FRAMEWORK, AgreementKind.FORMAL),
            Upgrade.AT_FIRST_SIGNATURE,
            AmountChange.DIFFERENCE_AT_SIGNATURE,
            Ending.IN_PERIOD_OF_SIGNATURE,
            30,
            false,
            List.of());
    private static final List<History.Entry> HISTORY = RandomHistory.counted(7, 25, 400, List.of(RULES));

    private static HikariDataSource dataSource;
    private static TotalsQuery totals;
    private static PolicyTrialQuery trials;

    @BeforeAll
    static void open() {
        dataSource = TestPostgres.migratedDataSource();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        History.play(TestLedger.model(dataSource, History.stored(HISTORY)), dataSource, HISTORY, 37);
        PolicyQuery policies = new PolicyQuery(jdbc, TestCountingRules::standard);
        totals = new TotalsQuery(jdbc, policies, new CatalogueQuery(jdbc, new TestDictionaries()));
        trials = new PolicyTrialQuery(
                jdbc,
                History.stored(HISTORY),
                TestCountingRules::standard,
                new TestThresholds(),
                policies,
                totals,
                new DataSourceTransactionManager(dataSource));
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    @Test
    void rules_that_are_tried_count_what_a_policy_with_them_counts() {
        Viewer onePark =
                new Viewer(StaffId.next(), Set.of(Role.DEPARTMENT_HEAD), Set.of(TestDictionaries.OTHER_PARK.code()));
        Random random = new Random(7);
        int differences = 0;
        for (int i = 0; i < 6; i++) {
            LocalDate day = RandomHistory.FIRST.plusDays(300 + random.nextInt(1500));
            AsOf asOf = new AsOf(
                    day,
                    HISTORY.get(HISTORY.size() / 2 + random.nextInt(HISTORY.size() / 2))
                            .meta()
                            .recordedAt());
            for (Measure measure : Measure.values()) {
                TotalsQuery.Request request = TotalsQuery.Request.of(measure).between(day.minusYears(1), day);
                for (Viewer viewer : List.of(Viewer.everything(), onePark)) {
                    TotalsQuery.Comparison tried = trials.compare(request, "default", RULES, asOf, viewer);
                    TotalsQuery.Comparison defined = totals.compare(request, "default", "policy-1@1", asOf, viewer);

                    assertThat(tried)
                            .as("%s at %s", measure, asOf)
                            .usingRecursiveComparison()
                            .ignoringFields("otherPolicy")
                            .isEqualTo(defined);
                    differences += tried.differences().size();
                }
            }
        }
        assertThat(differences).as("so that there was something to compare").isPositive();
    }

    @Test
    void a_day_before_the_first_event_is_refused() {
        assertThatExceptionOfType(RuleViolated.class)
                .isThrownBy(() -> trials.compare(
                        TotalsQuery.Request.of(Measure.SIGNED),
                        "default",
                        RULES,
                        AsOf.on(RandomHistory.FIRST.minusYears(9)),
                        Viewer.everything()))
                .extracting(RuleViolated::rule)
                .isEqualTo(LedgerRule.BEFORE_FIRST_EVENT);
    }
}
