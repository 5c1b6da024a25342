package dev.wuwei.crm.target;

import static dev.wuwei.crm.target.TargetExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.AccountState;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.target.TargetCommand.Scope;
import dev.wuwei.crm.target.TargetCommand.SetTarget;
import dev.wuwei.crm.target.TargetEvent.TargetSet;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SetTargetTest {
    private static final StaffId NOBODY = new StaffId(new UUID(0x7000L, 99));

    private final AggregateScenario<Target> target = AggregateScenario.of(Target.class);

    private SetTarget count(Integer count) {
        return set(TargetMeasure.SIGNED_COUNT, WHOLE, YEAR, new TargetValue(count, null, null));
    }

    private SetTarget period(LocalDate from, LocalDate to) {
        return set(TargetMeasure.SIGNED_AMOUNT, WHOLE, new TargetPeriod(from, to), FIFTY);
    }

    @Test
    void emits_a_target_of_the_whole_place() {
        target.when(set(TargetMeasure.SIGNED_AMOUNT, WHOLE, YEAR, FIFTY)).emits(amountOf(OF_WHOLE));
    }

    @Test
    void emits_a_target_of_a_park_with_its_name_of_the_day() {
        target.when(set(TargetMeasure.SIGNED_AMOUNT, PARK, YEAR, FIFTY)).emits(amountOf(OF_PARK));
    }

    @Test
    void emits_a_target_of_a_team_with_its_name_and_park() {
        target.directory.withTeam(TEAM, "招商一科", TestDictionaries.PARK);
        target.when(set(
                        TargetMeasure.SIGNED_COUNT,
                        new Scope(ScopeKind.TEAM, null, TEAM, null),
                        YEAR,
                        TargetValue.of(4)))
                .emits(new TargetSet(
                        TARGET,
                        TargetMeasure.SIGNED_COUNT,
                        new TargetScope(ScopeKind.TEAM, TestDictionaries.PARK, TEAM, "招商一科", null),
                        YEAR,
                        TargetValue.of(4),
                        null,
                        SET_ON));
    }

    @Test
    void a_person_who_works_for_one_park_has_targets_within_it() {
        target.directory.save(new StaffDirectory.Account(
                NOBODY, "one", Set.of(), Set.of(TestDictionaries.PARK.code()), null, AccountState.ACTIVE));
        target.when(set(TargetMeasure.SIGNED_AMOUNT, new Scope(ScopeKind.PERSON, null, null, NOBODY), YEAR, FIFTY))
                .emits(amountOf(new TargetScope(ScopeKind.PERSON, TestDictionaries.PARK, null, null, NOBODY)));
        target.when(set(
                        TargetMeasure.SIGNED_GE5,
                        new Scope(ScopeKind.LEADER, null, null, SENDER),
                        YEAR,
                        TargetValue.of(2)))
                .emits(new TargetSet(
                        TARGET,
                        TargetMeasure.SIGNED_GE5,
                        new TargetScope(ScopeKind.LEADER, null, null, null, SENDER),
                        YEAR,
                        TargetValue.of(2),
                        null,
                        SET_ON));
    }

    @Test
    void rejects_a_scope_that_names_nobody_or_somebody_else() {
        target.when(set(TargetMeasure.SIGNED_AMOUNT, null, YEAR, FIFTY)).rejectsAt("scope", SharedRule.REQUIRED);
        target.when(set(TargetMeasure.SIGNED_AMOUNT, new Scope(ScopeKind.PARK, null, null, null), YEAR, FIFTY))
                .rejectsAt("scope.parkCode", SharedRule.REQUIRED);
        target.when(set(
                        TargetMeasure.SIGNED_AMOUNT,
                        new Scope(ScopeKind.WHOLE, TestDictionaries.PARK.code(), null, null),
                        YEAR,
                        FIFTY))
                .rejectsAt("scope.parkCode", TargetRule.SCOPE_FITS_NOT);
        target.when(set(
                        TargetMeasure.SIGNED_AMOUNT,
                        new Scope(ScopeKind.PARK, TestDictionaries.NO_SUCH_CODE, null, null),
                        YEAR,
                        FIFTY))
                .rejectsAt("scope.parkCode", SharedRule.UNKNOWN_CODE);
        target.when(set(TargetMeasure.SIGNED_AMOUNT, new Scope(ScopeKind.TEAM, null, TEAM, null), YEAR, FIFTY))
                .rejectsAt("scope.teamId", StaffRule.UNKNOWN_TEAM);
        target.when(set(TargetMeasure.SIGNED_AMOUNT, new Scope(ScopeKind.PERSON, null, null, NOBODY), YEAR, FIFTY))
                .rejectsAt("scope.staffId", StaffRule.UNKNOWN_STAFF);
    }

    @Test
    void rejects_what_lies_outside_the_senders_parks() {
        target.seeing(TestDictionaries.OTHER_PARK.code())
                .when(set(TargetMeasure.SIGNED_AMOUNT, PARK, YEAR, FIFTY))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
        target.seeing(TestDictionaries.OTHER_PARK.code())
                .when(set(TargetMeasure.SIGNED_AMOUNT, WHOLE, YEAR, FIFTY))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
        target.seeing(TestDictionaries.PARK.code())
                .when(set(TargetMeasure.SIGNED_AMOUNT, PARK, YEAR, FIFTY))
                .emits(amountOf(OF_PARK));
    }

    @Test
    void rejects_a_period_that_ends_before_it_starts_or_is_no_calendar_period() {
        target.when(period(LocalDate.of(2026, 12, 31), LocalDate.of(2026, 1, 1)))
                .rejects(TargetRule.PERIOD_ENDS_BEFORE_START);
        target.when(period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 29))).rejects(TargetRule.PERIOD_FORM);
        target.when(period(null, LocalDate.of(2026, 12, 31))).rejectsAt("period.from", SharedRule.REQUIRED);
        target.when(set(TargetMeasure.SIGNED_AMOUNT, WHOLE, null, FIFTY)).rejectsAt("period", SharedRule.REQUIRED);
    }

    @Test
    void rejects_negative_nothing_and_absurd_values() {
        target.when(count(-1)).rejectsAt("value.count", SharedRule.NEGATIVE_AMOUNT);
        target.when(count(0)).rejectsAt("value.count", SharedRule.NOT_POSITIVE);
        target.when(count(100_001)).rejectsAt("value.count", SharedRule.ABSURD_AMOUNT);
        target.when(set(TargetMeasure.SIGNED_AMOUNT, WHOLE, YEAR, TargetValue.of(Money.yi("-1"))))
                .rejectsAt("value.amount", SharedRule.NEGATIVE_AMOUNT);
        target.when(set(TargetMeasure.SIGNED_AMOUNT, WHOLE, YEAR, TargetValue.of(Money.yi("10001"))))
                .rejectsAt("value.amount", SharedRule.ABSURD_AMOUNT);
        target.when(set(TargetMeasure.REVITALISED_LAND, WHOLE, YEAR, TargetValue.of(Area.mu("0"))))
                .rejectsAt("value.land", SharedRule.NOT_POSITIVE);
    }

    @Test
    void rejects_a_value_in_another_unit_and_dollars_for_yuan() {
        target.when(set(TargetMeasure.SIGNED_AMOUNT, WHOLE, YEAR, TargetValue.of(Money.wanUsd("100"))))
                .rejectsAt("value.amount", SharedRule.WRONG_CURRENCY);
        target.when(set(TargetMeasure.ACTUAL_FOREIGN_AMOUNT, WHOLE, YEAR, FIFTY))
                .rejectsAt("value.amount", SharedRule.WRONG_CURRENCY);
        target.when(set(TargetMeasure.SIGNED_AMOUNT, WHOLE, YEAR, null)).rejectsAt("value", SharedRule.REQUIRED);
        target.when(set(TargetMeasure.SIGNED_AMOUNT, WHOLE, YEAR, new TargetValue(3, Money.yi("50"), null)))
                .rejectsAt("value.count", TargetRule.VALUE_FITS_NOT);
        target.when(set(TargetMeasure.REVITALISED_LAND, WHOLE, YEAR, new TargetValue(null, null, null)))
                .rejectsAt("value.land", SharedRule.REQUIRED);
    }

    @Test
    void rejects_a_day_that_has_not_come() {
        target.when(new SetTarget(TARGET, TargetMeasure.SIGNED_AMOUNT, WHOLE, YEAR, FIFTY, null, TODAY.plusDays(1)))
                .rejects(SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_a_second_one_for_the_same_scope_period_and_measure_and_says_who_was_first() {
        Instant since = AggregateScenario.at(SET_ON);
        target.uniqueness.holding("target.slot", "WHOLE|2026|SIGNED_AMOUNT", TargetId.next(), NOBODY, since);
        target.when(set(TargetMeasure.SIGNED_AMOUNT, WHOLE, YEAR, FIFTY))
                .rejects(TargetRule.ALREADY_SET)
                .naming(NOBODY, since);
        target.when(set(TargetMeasure.SIGNED_AMOUNT, WHOLE, TargetPeriod.quarter(2026, 1), FIFTY))
                .emitsTypes(TargetSet.class);
    }
}
