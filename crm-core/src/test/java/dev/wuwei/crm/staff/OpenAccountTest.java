package dev.wuwei.crm.staff;

import static dev.wuwei.crm.staff.StaffHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.AggregateScenario.at;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.staff.StaffCommand.OpenAccount;
import dev.wuwei.crm.staff.StaffEvent.AccountOpened;
import dev.wuwei.crm.testing.AggregateScenario;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAccountTest {
    private final AggregateScenario<StaffMember> staff = staff();

    @Test
    void emits_account_opened_and_is_found_in_the_directory() {
        staff.when(open("li.na", Set.of(Role.PROMOTER, Role.LEADER), Set.of(PARK.code()), TEAM, "first-secret"))
                .emits(new AccountOpened(
                        STAFF,
                        "li.na",
                        "李娜",
                        "科员",
                        "13800138000",
                        Set.of(Role.PROMOTER, Role.LEADER),
                        List.of(PARK),
                        TEAM,
                        "招商一科",
                        TODAY));
        assertThat(staff.directory.byUsername(" Li.Na ")).hasValueSatisfying(account -> {
            assertThat(account.staffId()).isEqualTo(STAFF);
            assertThat(account.roles()).containsExactlyInAnyOrder(Role.PROMOTER, Role.LEADER);
            assertThat(account.parks()).containsExactly(PARK.code());
            assertThat(account.teamId()).isEqualTo(TEAM);
            assertThat(account.maySignIn()).isTrue();
        });
        assertThat(staff.uniqueness.holder(USERNAMES, "li.na")).isPresent();
        assertThat(staff.credentials.matches(STAFF, "first-secret")).isTrue();
    }

    @Test
    void emits_account_for_all_parks_without_a_team() {
        AccountOpened event = staff.when(open("li.na", Set.of(Role.LEADER), null, null, PASSWORD))
                .event(AccountOpened.class);
        assertThat(event.parks()).isEmpty();
        assertThat(event.teamName()).isNull();
    }

    @Test
    void emits_parks_in_the_order_of_their_codes() {
        assertThat(staff.when(open(
                                "li.na", Set.of(Role.LEADER), Set.of(OTHER_PARK.code(), PARK.code()), null, PASSWORD))
                        .event(AccountOpened.class)
                        .parks())
                .containsExactly(PARK, OTHER_PARK);
    }

    @Test
    void rejects_user_name_that_was_given_before() {
        staff.uniqueness.holding(USERNAMES, "li.na", StaffId.next(), SENDER, at(OPENED_ON));
        staff.when(open("li.na", Set.of(Role.PROMOTER), null, null, PASSWORD))
                .rejectsAt("username", SharedRule.ALREADY_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L", "a", "Li.Na", "李娜", "li na", "li..na", ".li", "li.", "1li", "li_na", "li@na"})
    void rejects_user_names_of_another_form(String username) {
        staff.when(open(username, Set.of(Role.PROMOTER), null, null, PASSWORD)).rejects(StaffRule.USERNAME_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"li", "li.na", "li.na.2", "zhuanyuan"})
    void emits_user_names_of_the_right_form(String username) {
        staff.when(open(username, Set.of(Role.PROMOTER), null, null, PASSWORD)).emitsTypes(AccountOpened.class);
    }

    @Test
    void emits_shortest_and_longest_password() {
        staff.when(open("li.na", Set.of(Role.PROMOTER), null, null, "12345678")).emitsTypes(AccountOpened.class);
        staff.when(open("li.na", Set.of(Role.PROMOTER), null, null, "密".repeat(24)))
                .emitsTypes(AccountOpened.class);
    }

    @Test
    void emits_account_within_the_scope_of_the_sender() {
        staff.seeing(PARK.code())
                .when(open("li.na", Set.of(Role.PROMOTER), Set.of(PARK.code()), null, PASSWORD))
                .emitsTypes(AccountOpened.class);
    }

    @Test
    void rejects_over_long_user_name() {
        staff.when(open("a".repeat(33), Set.of(Role.PROMOTER), null, null, PASSWORD))
                .rejectsAt("username", SharedRule.TOO_LONG);
    }

    @Test
    void rejects_account_without_a_role() {
        staff.when(open("li.na", Set.of(), null, null, PASSWORD)).rejects(StaffRule.NO_ROLE);
        staff.when(open("li.na", null, null, null, PASSWORD)).rejects(StaffRule.NO_ROLE);
        staff.when(open("li.na", new HashSet<>(Arrays.asList(Role.PROMOTER, null)), null, null, PASSWORD))
                .rejects(StaffRule.NO_ROLE);
    }

    @Test
    void rejects_the_role_of_the_system() {
        staff.when(open("li.na", Set.of(Role.SYSTEM), null, null, PASSWORD))
                .rejects(StaffRule.SYSTEM_ROLE_IS_NOT_GIVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short-7", "        ", "my-li.na-2026", "LI.NA-2026"})
    @NullAndEmptySource
    void rejects_weak_passwords(String password) {
        staff.when(open("li.na", Set.of(Role.PROMOTER), null, null, password))
                .rejects(StaffRule.PASSWORD_TOO_WEAK)
                .naming(8);
    }

    @Test
    void rejects_password_longer_than_what_is_compared() {
        staff.when(open("li.na", Set.of(Role.PROMOTER), null, null, "密".repeat(25)))
                .rejectsAt("password", SharedRule.TOO_LONG)
                .naming(72);
    }

    @Test
    void rejects_unknown_team() {
        staff.when(open("li.na", Set.of(Role.PROMOTER), null, TeamId.next(), PASSWORD))
                .rejects(StaffRule.UNKNOWN_TEAM);
    }

    @Test
    void rejects_closed_team() {
        staff.directory.save(new StaffDirectory.Team(TEAM, "招商一科", PARK, false));
        staff.when(open("li.na", Set.of(Role.PROMOTER), null, TEAM, PASSWORD)).rejects(StaffRule.TEAM_CLOSED);
    }

    @Test
    void rejects_every_wrong_field_at_once() {
        assertThat(staff.when(new OpenAccount(
                                null,
                                " ",
                                null,
                                "长".repeat(101),
                                "no phone",
                                Set.of(),
                                Set.of(NO_SUCH_CODE),
                                null,
                                "x",
                                TODAY.plusDays(1)))
                        .violations())
                .extracting(Violation::code, Violation::field)
                .containsExactlyInAnyOrder(
                        tuple("shared.required", "staffId"),
                        tuple("shared.required", "username"),
                        tuple("shared.required", "name"),
                        tuple("shared.too-long", "title"),
                        tuple("staff.phone-form", "phone"),
                        tuple("staff.no-role", "roles"),
                        tuple("shared.unknown-code", "parkCodes"),
                        tuple("staff.password-too-weak", "password"),
                        tuple("shared.in-future", "occurredOn"));
    }

    @Test
    void rejects_scope_wider_than_the_senders() {
        staff.seeing(PARK.code())
                .when(open("li.na", Set.of(Role.PROMOTER), Set.of(PARK.code(), OTHER_PARK.code()), null, PASSWORD))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS)
                .naming(OTHER_PARK.name());
        staff.when(open("li.na", Set.of(Role.PROMOTER), Set.of(), null, PASSWORD))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    private static OpenAccount open(String username, Set<Role> roles, Set<String> parks, TeamId team, String password) {
        return new OpenAccount(STAFF, username, "李娜", "科员", "13800138000", roles, parks, team, password, TODAY);
    }
}
