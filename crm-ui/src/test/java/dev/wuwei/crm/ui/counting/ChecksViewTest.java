package dev.wuwei.crm.ui.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.counting.TotalsDifference;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.platform.quartz.BusinessJob;
import dev.wuwei.crm.platform.quartz.JobRun;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery.Check;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 数据核对 over everything that the tests of screens have entered: it ties, and what is tampered with is found and told. */
class ChecksViewTest extends ViewTest {
    private static final String ONE_SIGNED =
            " where measure = 'SIGNED' and policy = 'default@1' and (project_id, position, line) = (select project_id,"
                    + " position, line from journal where measure = 'SIGNED' and policy = 'default@1' and count = 1"
                    + " order by position, line limit 1)";

    @Autowired
    private CommandDispatcher dispatcher;

    @Autowired
    private Processors processors;

    @Autowired
    private List<BusinessJob> jobs;

    @Autowired
    private TotalsCheckQuery checks;

    @Autowired
    private JdbcClient jdbc;

    private Check recount() {
        JobRun run = new JobRun(ParkTime.today(), command -> dispatcher.send(command, Caller.system()));
        jobs.stream()
                .filter(job -> job.name().equals("totals-check"))
                .findFirst()
                .orElseThrow()
                .run(run);
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
        return checks.latest().orElseThrow();
    }

    private String numberOfTheFirstSigned() {
        return jdbc.sql("select project_no from ledger_present where project_id = (select project_id from journal"
                        + ONE_SIGNED + ")")
                .query(String.class)
                .single();
    }

    @Test
    void everything_ties_and_the_pages_of_figures_say_how_far() {
        Check check = recount();

        assertThat(check.checked().differences()).isEmpty();
        assertThat(check.ties()).isTrue();
        assertThat(check.checked().figures()).isPositive();
        signIn("shenji");
        open("checks");
        assertThat(page()).contains("数据核对", "全部一致", "default@1").doesNotContain("不符之处");
        open("totals");
        assertThat(page()).contains("已核对到第");
        signIn("lingdao", I18n.ENGLISH);
        open("checks");
        assertThat(page()).contains("Recounts", "All ties");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cockpit",
                "cockpit/wall",
                "totals",
                "waterfall",
                "targets",
                "cohorts",
                "tenure?as=owner",
                "followups",
                "followups?mode=list",
                "wall"
            })
    void a_page_of_figures_says_once_how_far_they_are_verified(String page) {
        signIn("fuzeren");
        open(page);

        assertThat(find(VerifiedNote.class).all()).hasSize(1);
    }

    @Test
    void an_amount_that_the_screens_get_wrong_is_named_and_told() {
        jdbc.sql("update journal set amount = amount + 1234500" + ONE_SIGNED).update();
        try {
            Check check = recount();

            TotalsDifference named = check.checked().differences().stream()
                    .filter(each -> each.measure().equals("signed"))
                    .findFirst()
                    .orElseThrow();
            assertThat(named.projectNo()).isEqualTo(numberOfTheFirstSigned());
            assertThat(named.shownAmount().minus(named.recountedAmount())).isEqualTo(Money.wan("123.45"));
            signIn("shenji");
            open("checks");
            assertThat(page())
                    .contains(
                            "不符之处",
                            named.projectNo(),
                            Integer.toString(check.checked().different()));
            open("inbox");
            assertThat(page()).contains("数据核对不符");
            open("totals");
            assertThat(page()).contains("与重新计算有 " + check.checked().different() + " 处不符");
            signIn("zhuanyuan");
            open("inbox");
            assertThat(page()).doesNotContain("数据核对不符");
        } finally {
            jdbc.sql("update journal set amount = amount - 1234500" + ONE_SIGNED)
                    .update();
            recount();
        }
    }

    /** @param column of the journal @param wrong in SQL */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            industry,  industry,  'elsewhere'
            park,      park,      'elsewhere'
            method,    method,    'elsewhere'
            origin,    origin,    'elsewhere'
            chain,     chain,     'elsewhere'
            kind,      kind,      'EXPANSION'
            leader,    leader,    '00000000-0000-0000-0000-000000000009'
            owner,     owner,     '00000000-0000-0000-0000-000000000009'
            team,      team,      '00000000-0000-0000-0000-000000000009'
            sizeBand,  size_band, 4
            fiveGap,   five_gap,  'FULL_CAPACITY'
            """)
    void a_right_amount_under_the_wrong_class_is_named_too(String dimension, String column, String wrong) {
        jdbc.sql("create table saved as select * from journal" + ONE_SIGNED).update();
        jdbc.sql("update journal set " + column + " = " + wrong + ONE_SIGNED).update();
        try {
            List<TotalsDifference> named = recount().checked().differences().stream()
                    .filter(each -> each.measure().equals("signed"))
                    .toList();
            String shown = wrong.replace("'", "");
            assertThat(named).allSatisfy(each -> {
                assertThat(each.projectNo()).isEqualTo(numberOfTheFirstSigned());
                assertThat(each.dimension()).isEqualTo(dimension);
                assertThat(each.recountedClass()).isNotEqualTo(shown);
            });
            assertThat(named).extracting(TotalsDifference::shownClass).contains(shown);
        } finally {
            jdbc.sql("update journal set " + column + " = (select " + column + " from saved)" + ONE_SIGNED)
                    .update();
            jdbc.sql("drop table saved").update();
            recount();
        }
    }

    @Test
    void a_right_amount_that_is_booked_to_a_wrong_month_is_named_too() {
        LocalDate booked = jdbc.sql("select booked_on from journal" + ONE_SIGNED)
                .query(LocalDate.class)
                .single();
        jdbc.sql("update journal set booked_on = booked_on - 400" + ONE_SIGNED).update();
        try {
            assertThat(recount().checked().differences())
                    .filteredOn(each -> each.measure().equals("signed"))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.projectNo()).isEqualTo(numberOfTheFirstSigned());
                        assertThat(each.dimension()).isEqualTo("month");
                        assertThat(each.shownClass())
                                .isEqualTo(YearMonth.from(booked.minusDays(400)).toString());
                        assertThat(each.recountedClass())
                                .isEqualTo(YearMonth.from(booked).toString());
                    });
        } finally {
            jdbc.sql("update journal set booked_on = booked_on + 400" + ONE_SIGNED)
                    .update();
            recount();
        }
    }

    @Test
    void is_no_page_of_an_officer() {
        signIn("zhuanyuan");
        open("checks");

        assertThat(page()).doesNotContain("历次核对");
    }
}
