package dev.wuwei.crm.staff;

import static dev.wuwei.crm.staff.StaffHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;

import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.staff.StaffCommand.ChangeParkScope;
import dev.wuwei.crm.staff.StaffCommand.ChangeProfile;
import dev.wuwei.crm.staff.StaffCommand.ChangeRoles;
import dev.wuwei.crm.staff.StaffCommand.CloseAccount;
import dev.wuwei.crm.staff.StaffCommand.JoinTeam;
import dev.wuwei.crm.staff.StaffCommand.LockAccount;
import dev.wuwei.crm.staff.StaffCommand.ResetPassword;
import dev.wuwei.crm.staff.StaffCommand.UnlockAccount;
import dev.wuwei.crm.staff.StaffEvent.ParkScopeChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every command of an administrator on an account obeys: open, in scope, with a reason, on a day that can be. */
class StaffCommonRulesTest {
    static Stream<StaffCommand> commands() {
        return commands(TODAY, REASON);
    }

    private static Stream<StaffCommand> commands(LocalDate on, String reason) {
        return Stream.of(
                new ChangeProfile(STAFF, "李娜", "副科长", null, on),
                new ChangeRoles(STAFF, Set.of(Role.LEADER), on, reason),
                new ChangeParkScope(STAFF, Set.of(OTHER_PARK.code()), on, reason),
                new JoinTeam(STAFF, TEAM, on),
                new ResetPassword(STAFF, "new-secret", reason),
                new LockAccount(STAFF, reason),
                new CloseAccount(STAFF, on, reason));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void rejects_closed_account(StaffCommand command) {
        staff().given(promoter(), closed()).when(command).rejects(StaffRule.ACCOUNT_CLOSED);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void rejects_account_outside_the_scope_of_the_sender(StaffCommand command) {
        staff().given(promoter()).seeing(OTHER_PARK.code()).when(command).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void rejects_account_for_all_parks_when_the_sender_sees_some(StaffCommand command) {
        staff().given(promoter(), new ParkScopeChanged(STAFF, List.of(), OPENED_ON))
                .seeing(PARK.code())
                .when(command)
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    static Stream<StaffCommand> withoutReason() {
        return commands(TODAY, " ").filter(Reasoned.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("withoutReason")
    void rejects_missing_reason(StaffCommand command) {
        staff().given(promoter()).when(command).rejects(SharedRule.REASON_REQUIRED);
    }

    @Test
    void rejects_unlocking_without_a_reason() {
        staff().given(promoter(), locked()).when(new UnlockAccount(STAFF, null)).rejects(SharedRule.REASON_REQUIRED);
    }

    @Test
    void rejects_unlocking_outside_the_scope_of_the_sender() {
        staff().given(promoter(), locked())
                .seeing(OTHER_PARK.code())
                .when(new UnlockAccount(STAFF, REASON))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    private static Stream<StaffCommand> dated(LocalDate on) {
        return commands(on, REASON)
                .filter(command -> !(command instanceof ResetPassword) && !(command instanceof LockAccount));
    }

    static Stream<StaffCommand> tomorrow() {
        return dated(TODAY.plusDays(1));
    }

    @ParameterizedTest
    @MethodSource("tomorrow")
    void rejects_date_in_the_future(StaffCommand command) {
        staff().given(promoter()).when(command).rejects(SharedRule.IN_FUTURE);
    }

    static Stream<StaffCommand> beforeOpening() {
        return dated(OPENED_ON.minusDays(1));
    }

    @ParameterizedTest
    @MethodSource("beforeOpening")
    void rejects_date_before_the_account_was_opened(StaffCommand command) {
        staff().given(promoter()).when(command).rejects(SharedRule.TOO_EARLY);
    }
}
