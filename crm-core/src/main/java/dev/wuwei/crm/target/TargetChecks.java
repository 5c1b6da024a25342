package dev.wuwei.crm.target;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.staff.StaffDirectory;

/** What is checked of a target before it is set or revised. */
final class TargetChecks {
    /** More projects than any county signs in a year, so a slip of the keyboard. */
    private static final int MOST_PROJECTS = 100_000;

    private TargetChecks() {}

    static TargetScope scope(TargetCommand.Scope scope, Dictionaries dictionaries, StaffDirectory staff) {
        ScopeKind kind = Checks.present(Checks.present(scope, "scope").kind(), "scope.kind");
        Violations found = new Violations();
        boolean person = kind == ScopeKind.PERSON || kind == ScopeKind.LEADER;
        onlyFor(kind == ScopeKind.PARK, scope.parkCode(), "scope.parkCode", kind, found);
        onlyFor(kind == ScopeKind.TEAM, scope.teamId(), "scope.teamId", kind, found);
        onlyFor(person, scope.staffId(), "scope.staffId", kind, found);
        found.throwIfAny();
        return switch (kind) {
            case WHOLE -> new TargetScope(kind, null, null, null, null);
            case PARK ->
                new TargetScope(
                        kind,
                        dictionaries.require(DictionaryKind.PARK, scope.parkCode(), "scope.parkCode"),
                        null,
                        null,
                        null);
            case TEAM -> {
                StaffDirectory.Team team = staff.requireOpenTeam(scope.teamId(), "scope.teamId");
                yield new TargetScope(kind, team.park(), team.teamId(), team.name(), null);
            }
            case PERSON, LEADER -> {
                StaffDirectory.Account account = staff.requireInService(scope.staffId(), "scope.staffId");
                yield new TargetScope(kind, onlyPark(account, dictionaries), null, null, account.staffId());
            }
        };
    }

    private static void onlyFor(boolean wanted, Object given, String field, ScopeKind kind, Violations found) {
        boolean missing = given == null || given instanceof String text && text.isBlank();
        if (wanted && missing) {
            found.at(field, SharedRule.REQUIRED);
        } else if (!wanted && !missing) {
            found.at(field, TargetRule.SCOPE_FITS_NOT, kind);
        }
    }

    private static Coded onlyPark(StaffDirectory.Account account, Dictionaries dictionaries) {
        return account.parks().size() == 1
                ? dictionaries.known(
                        DictionaryKind.PARK, account.parks().iterator().next(), "scope.staffId")
                : null;
    }

    /** Targets are set within the sender's parks; those over all parks by who sees them all. */
    static void inParks(TargetScope scope, EventMeta meta) {
        if (!meta.isSystem() && !scope.within(meta.parks())) {
            throw new RuleViolated(SharedRule.OUTSIDE_YOUR_PARKS);
        }
    }

    static TargetPeriod period(TargetPeriod period) {
        Checks.present(period, "period");
        Violations found = new Violations();
        found.check(() -> Checks.plausible(period.from(), "period.from"));
        found.check(() -> Checks.plausible(period.to(), "period.to"));
        found.throwIfAny();
        if (period.to().isBefore(period.from())) {
            throw new RuleViolated(TargetRule.PERIOD_ENDS_BEFORE_START);
        }
        if (period.kind() == null) {
            throw new RuleViolated(TargetRule.PERIOD_FORM);
        }
        return period;
    }

    static TargetValue value(TargetValue value, TargetMeasure measure) {
        Checks.present(value, "value");
        Violations found = new Violations();
        TargetUnit unit = measure.unit();
        boolean money = unit == TargetUnit.CNY || unit == TargetUnit.USD;
        fits(unit == TargetUnit.PROJECTS, value.count(), "value.count", unit, found);
        fits(money, value.amount(), "value.amount", unit, found);
        fits(unit == TargetUnit.MU, value.land(), "value.land", unit, found);
        found.throwIfAny();
        return switch (unit) {
            case PROJECTS -> TargetValue.of(count(value.count()));
            case CNY -> TargetValue.of(Checks.positive(value.amount(), Currency.CNY, "value.amount"));
            case USD -> TargetValue.of(Checks.positive(value.amount(), Currency.USD, "value.amount"));
            case MU -> TargetValue.of(land(value.land()));
        };
    }

    private static void fits(boolean wanted, Object given, String field, TargetUnit unit, Violations found) {
        if (wanted && given == null) {
            found.at(field, SharedRule.REQUIRED);
        } else if (!wanted && given != null) {
            found.at(field, TargetRule.VALUE_FITS_NOT, unit);
        }
    }

    private static int count(int count) {
        if (count < 0) {
            throw RuleViolated.at("value.count", SharedRule.NEGATIVE_AMOUNT);
        }
        if (count == 0) {
            throw RuleViolated.at("value.count", SharedRule.NOT_POSITIVE);
        }
        if (count > MOST_PROJECTS) {
            throw RuleViolated.at("value.count", SharedRule.ABSURD_AMOUNT, MOST_PROJECTS);
        }
        return count;
    }

    private static Area land(Area land) {
        return Checks.positive(land, "value.land");
    }
}
