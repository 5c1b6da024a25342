package dev.wuwei.crm.counting;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.counting.TotalsCheckCommand.RecordTotalsCheck;
import dev.wuwei.crm.counting.TotalsCheckEvent.TotalsChecked;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TotalsCheckTest {
    private static final TotalsCheckId CHECK = new TotalsCheckId(new UUID(0x7000L, 71));
    private static final TotalsDifference DIFFERENCE = new TotalsDifference(
            new ProjectId(new UUID(0x7000L, 72)),
            "2023-0007",
            "default@1",
            "signed",
            null,
            1L,
            new Money(new BigDecimal("110000000.00"), Currency.CNY),
            1L,
            new Money(new BigDecimal("100000000.00"), Currency.CNY),
            null,
            null);

    private final AggregateScenario<TotalsCheck> check =
            AggregateScenario.of(TotalsCheck.class).by(SENDER, Role.SYSTEM);

    private static RecordTotalsCheck record(List<TotalsDifference> differences, LocalDate on) {
        return new RecordTotalsCheck(CHECK, 4711, List.of("default@1"), 25, 120, differences, on);
    }

    private static TotalsChecked checked(int different, List<TotalsDifference> differences) {
        return new TotalsChecked(CHECK, 4711, List.of("default@1"), 25, 120, different, differences, TODAY);
    }

    @Test
    void emits_how_far_everything_ties() {
        check.when(record(List.of(), TODAY)).emits(checked(0, List.of()));
    }

    @Test
    void emits_what_differs() {
        check.when(record(List.of(DIFFERENCE), TODAY)).emits(checked(1, List.of(DIFFERENCE)));
    }

    @Test
    void names_two_hundred_differences_and_tells_how_many_there_are() {
        check.when(record(Collections.nCopies(201, DIFFERENCE), TODAY))
                .emits(checked(201, Collections.nCopies(200, DIFFERENCE)));
    }

    @Test
    void rejects_a_day_that_has_not_come() {
        check.when(record(List.of(), TODAY.plusDays(1))).rejectsAt("occurredOn", SharedRule.IN_FUTURE);
    }
}
