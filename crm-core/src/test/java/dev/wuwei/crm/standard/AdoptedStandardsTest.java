package dev.wuwei.crm.standard;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.standard.StandardCommand.AdoptStandard;
import dev.wuwei.crm.standard.StandardCommand.WithdrawStandard;
import dev.wuwei.crm.standard.StandardEvent.StandardAdopted;
import dev.wuwei.crm.standard.StandardEvent.StandardWithdrawn;
import dev.wuwei.crm.testing.AggregateScenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AdoptedStandardsTest {
    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);
    private static final String WHY = "县政府常务会议";

    private final AggregateScenario<AdoptedStandards> standards =
            AggregateScenario.of(AdoptedStandards.class).by(AggregateScenario.SENDER, Role.LEADER);

    private static AdoptStandard adopt(Standard standard, String limit, LocalDate from) {
        return new AdoptStandard(
                StandardsId.ALL, standard, limit == null ? null : new BigDecimal(limit), from, TODAY, WHY);
    }

    private static StandardAdopted adopted(Standard standard, String limit, String formerly, LocalDate from) {
        return new StandardAdopted(
                StandardsId.ALL, standard, new BigDecimal(limit), new BigDecimal(formerly), from, TODAY);
    }

    private static WithdrawStandard withdraw(Standard standard) {
        return new WithdrawStandard(StandardsId.ALL, standard, TODAY, WHY);
    }

    @Nested
    class Adopt {
        @Test
        void emits_the_limit_beside_the_one_that_held_until_then() {
            standards
                    .when(adopt(Standard.TAX_PER_MU, "5.00", YEAR))
                    .emits(adopted(Standard.TAX_PER_MU, "5", "3", YEAR));
            standards
                    .given(adopted(Standard.TAX_PER_MU, "5", "3", YEAR))
                    .when(adopt(Standard.TAX_PER_MU, "4.5", YEAR.plusDays(1)))
                    .emits(adopted(Standard.TAX_PER_MU, "4.5", "5", YEAR.plusDays(1)));
        }

        @Test
        void emits_one_that_holds_from_a_day_to_come() {
            LocalDate next = LocalDate.of(2027, 1, 1);
            standards
                    .when(adopt(Standard.FULL_CAPACITY, "90", next))
                    .emits(adopted(Standard.FULL_CAPACITY, "90", "100", next));
        }

        @Test
        void rejects_the_limit_that_holds_anyway() {
            standards.when(adopt(Standard.TAX_PER_MU, "3.0", YEAR)).rejects(StandardRule.NOTHING_CHANGED);
            standards
                    .given(adopted(Standard.TAX_PER_MU, "5", "3", YEAR))
                    .when(adopt(Standard.TAX_PER_MU, "5", TODAY))
                    .rejects(StandardRule.NOTHING_CHANGED);
        }

        @Test
        void rejects_a_day_that_is_not_after_the_last_adoption_of_that_standard() {
            var tax = adopted(Standard.TAX_PER_MU, "5", "3", YEAR);
            standards.given(tax).when(adopt(Standard.TAX_PER_MU, "6", YEAR)).rejects(StandardRule.ADOPTED_LATER);
            standards
                    .given(tax)
                    .when(adopt(Standard.OUTPUT_PER_MU, "250", YEAR))
                    .emits(adopted(Standard.OUTPUT_PER_MU, "250", "200", YEAR));
        }

        @Test
        void rejects_what_is_no_limit() {
            for (String none : new String[] {"0", "-1", "1000001", "5.125"}) {
                standards.when(adopt(Standard.TAX_PER_MU, none, YEAR)).rejects(StandardRule.LIMIT_FORM);
            }
            standards.when(adopt(Standard.LATE_RED, "60.5", YEAR)).rejects(StandardRule.LIMIT_WHOLE);
            standards.when(adopt(Standard.START_RED, "1001", YEAR)).rejects(StandardRule.LIMIT_WHOLE);
            standards.when(adopt(Standard.TAX_PER_MU, null, YEAR)).rejectsAt("limit", SharedRule.REQUIRED);
        }

        @Test
        void rejects_red_before_yellow_on_whatever_day() {
            standards.when(adopt(Standard.START_RED, "1", YEAR)).emits(adopted(Standard.START_RED, "1", "3", YEAR));
            standards
                    .given(adopted(Standard.START_YELLOW, "2", "1", YEAR))
                    .when(adopt(Standard.START_RED, "1", TODAY))
                    .rejects(StandardRule.RED_BEFORE_YELLOW);
            standards
                    .given(adopted(Standard.START_RED, "1", "3", TODAY))
                    .when(adopt(Standard.START_YELLOW, "2", YEAR))
                    .rejects(StandardRule.RED_BEFORE_YELLOW);
        }

        @Test
        void rejects_a_day_that_no_project_is_as_old_as_and_a_decision_in_the_future() {
            standards
                    .when(adopt(Standard.TAX_PER_MU, "5", LocalDate.of(1979, 12, 31)))
                    .rejectsAt("holdsFrom", SharedRule.TOO_EARLY);
            standards
                    .when(new AdoptStandard(
                            StandardsId.ALL, Standard.TAX_PER_MU, BigDecimal.TEN, YEAR, TODAY.plusDays(1), WHY))
                    .rejects(SharedRule.IN_FUTURE);
        }

        @Test
        void rejects_without_a_reason_and_for_whoever_sees_one_park_alone() {
            standards
                    .when(new AdoptStandard(StandardsId.ALL, Standard.TAX_PER_MU, BigDecimal.TEN, YEAR, TODAY, " "))
                    .rejects(SharedRule.REASON_REQUIRED);
            standards
                    .seeing("north")
                    .when(adopt(Standard.TAX_PER_MU, "5", YEAR))
                    .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
        }
    }

    @Nested
    class Withdraw {
        @Test
        void emits_that_the_last_adoption_never_was_and_what_holds_on() {
            standards
                    .given(adopted(Standard.TAX_PER_MU, "5", "3", YEAR), adopted(Standard.TAX_PER_MU, "6", "5", TODAY))
                    .when(withdraw(Standard.TAX_PER_MU))
                    .emits(new StandardWithdrawn(
                            StandardsId.ALL,
                            Standard.TAX_PER_MU,
                            new BigDecimal("6"),
                            new BigDecimal("5"),
                            TODAY,
                            TODAY));
        }

        @Test
        void rejects_what_was_never_adopted_or_is_withdrawn_already() {
            standards.when(withdraw(Standard.TAX_PER_MU)).rejects(StandardRule.NOT_ADOPTED);
            standards
                    .given(
                            adopted(Standard.TAX_PER_MU, "5", "3", YEAR),
                            new StandardWithdrawn(
                                    StandardsId.ALL,
                                    Standard.TAX_PER_MU,
                                    new BigDecimal("5"),
                                    new BigDecimal("3"),
                                    YEAR,
                                    TODAY))
                    .when(withdraw(Standard.TAX_PER_MU))
                    .rejects(StandardRule.NOT_ADOPTED);
        }

        @Test
        void rejects_when_red_would_be_left_before_yellow() {
            standards
                    .given(adopted(Standard.START_RED, "5", "3", YEAR), adopted(Standard.START_YELLOW, "4", "1", YEAR))
                    .when(withdraw(Standard.START_RED))
                    .rejects(StandardRule.RED_BEFORE_YELLOW);
        }
    }
}
