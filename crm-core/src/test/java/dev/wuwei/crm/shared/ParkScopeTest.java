package dev.wuwei.crm.shared;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.testing.AggregateScenario;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParkScopeTest {
    private static final EventMeta SEES_ALL = AggregateScenario.meta(SENDER, Role.LEADER, TODAY);
    private static final EventMeta SEES_ONE = new EventMeta(
            AggregateScenario.at(TODAY),
            SENDER,
            null,
            Set.of(Role.LEADER),
            Set.of(PARK.code()),
            Channel.UI,
            null,
            null,
            null,
            null,
            0,
            -1,
            null);

    @Test
    void what_is_over_some_parks_is_for_those_who_see_them() {
        assertThatNoException().isThrownBy(() -> ParkScope.checkEach(List.of(PARK), SEES_ONE));
        assertThatNoException().isThrownBy(() -> ParkScope.checkEach(List.of(), SEES_ALL));
        assertThatThrownBy(() -> ParkScope.checkEach(List.of(PARK, OTHER_PARK), SEES_ONE))
                .isInstanceOfSatisfying(RuleViolated.class, e -> refused(e, List.of(OTHER_PARK.name())));
    }

    /** No park is named to whom it could belong: the message says that it is out of reach, and no more. */
    @Test
    void what_is_over_all_parks_is_refused_without_naming_one() {
        assertThatThrownBy(() -> ParkScope.checkEach(List.of(), SEES_ONE))
                .isInstanceOfSatisfying(RuleViolated.class, e -> refused(e, List.of()));
        assertThatThrownBy(() -> ParkScope.checkAll(SEES_ONE))
                .isInstanceOfSatisfying(RuleViolated.class, e -> refused(e, List.of()));
    }

    private static void refused(RuleViolated refusal, List<Object> named) {
        assertThat(refusal.rule()).isEqualTo(SharedRule.OUTSIDE_YOUR_PARKS);
        assertThat(refusal.violations().getFirst().args()).isEqualTo(named);
    }
}
