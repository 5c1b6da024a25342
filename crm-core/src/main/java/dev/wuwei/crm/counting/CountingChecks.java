package dev.wuwei.crm.counting;

import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Exclusion;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.signing.AgreementKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a policy must obey, so that no figure counted by it can be wrong. */
public final class CountingChecks {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final Pattern REASON_CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int MOST_BANDS = 10;
    private static final int MOST_EXCLUSIONS = 20;
    private static final int MOST_LATE_DAYS = 366;

    private CountingChecks() {}

    static String code(String code) {
        String given = Checks.required(code, Checks.NAME, "code");
        if (!CODE.matcher(given).matches()) {
            throw new RuleViolated(CountingRule.CODE_FORM);
        }
        if (given.equals(CountingStandard.CODE)) {
            throw new RuleViolated(CountingRule.CODE_RESERVED);
        }
        return given;
    }

    /**
     * @return the rules with the names that their codes have today
     * @throws RuleViolated with everything that is wrong
     */
    public static CountingRules rules(CountingCommand.Rules rules, Dictionaries dictionaries) {
        if (rules == null) {
            throw RuleViolated.at("rules", SharedRule.REQUIRED);
        }
        Violations found = new Violations();
        found.check(() -> Checks.present(rules.upgrade(), "rules.upgrade"));
        found.check(() -> Checks.present(rules.amountChange(), "rules.amountChange"));
        found.check(() -> Checks.present(rules.ending(), "rules.ending"));
        Set<AgreementKind> kinds = EnumSet.noneOf(AgreementKind.class);
        kinds.addAll(rules.kinds() == null ? List.of() : rules.kinds());
        found.when(!kinds.contains(AgreementKind.FORMAL), CountingRule.FORMAL_MISSING);
        found.when(kinds.contains(AgreementKind.SUPPLEMENTARY), CountingRule.SUPPLEMENT_COUNTED);
        found.when(rules.upgrade() == Upgrade.AGAIN && kinds.size() > 1, CountingRule.COUNTED_TWICE);
        if (rules.amountChange() == AmountChange.WHOLE_AMOUNT) {
            found.at("rules.amountChange", CountingRule.COUNTED_TWICE);
        }
        found.when(
                rules.lateAfterDays() != null && (rules.lateAfterDays() < 0 || rules.lateAfterDays() > MOST_LATE_DAYS),
                CountingRule.LATE_AFTER_DAYS,
                MOST_LATE_DAYS);
        List<BigDecimal> bands = bands(rules.bands(), found);
        List<Exclusion> exclusions = exclusions(rules.exclusions(), dictionaries, found);
        found.throwIfAny();
        return new CountingRules(
                List.copyOf(kinds),
                rules.upgrade(),
                rules.amountChange(),
                rules.ending(),
                rules.lateAfterDays(),
                rules.creditFollowsOwner(),
                exclusions,
                bands);
    }

    private static List<BigDecimal> bands(List<BigDecimal> given, Violations found) {
        List<BigDecimal> bands = new ArrayList<>();
        for (BigDecimal bound : given == null ? List.<BigDecimal>of() : given) {
            BigDecimal last = bands.isEmpty() ? BigDecimal.ZERO : bands.getLast();
            if (bound == null || bound.compareTo(last) <= 0) {
                found.add(CountingRule.BANDS_ASCENDING);
                return List.of();
            }
            bands.add(plain(bound));
        }
        found.when(bands.isEmpty(), CountingRule.BANDS_ASCENDING);
        if (bands.size() > MOST_BANDS) {
            found.at("rules.bands", SharedRule.TOO_MANY, MOST_BANDS);
        }
        return List.copyOf(bands);
    }

    /** @return 10 as 10, not as 1E+1: a band is part of what a figure is called */
    private static BigDecimal plain(BigDecimal bound) {
        BigDecimal stripped = bound.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static List<Exclusion> exclusions(
            List<CountingCommand.Exclusion> given, Dictionaries dictionaries, Violations found) {
        List<CountingCommand.Exclusion> all = given == null ? List.of() : given;
        if (all.size() > MOST_EXCLUSIONS) {
            found.at("rules.exclusions", SharedRule.TOO_MANY, MOST_EXCLUSIONS);
            return List.of();
        }
        List<Exclusion> exclusions = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            CountingCommand.Exclusion each = all.get(i);
            String field = "rules.exclusions[" + i + "]";
            if (each == null) {
                found.at(field, SharedRule.REQUIRED);
                continue;
            }
            Exclusion exclusion = found.value(() -> exclusion(each, dictionaries, field));
            if (exclusion != null && !codes.add(exclusion.code())) {
                found.at(field + ".code", CountingRule.EXCLUSION_CODE_TWICE);
            }
            exclusions.add(exclusion);
        }
        return exclusions.contains(null) ? List.of() : List.copyOf(exclusions);
    }

    private static Exclusion exclusion(CountingCommand.Exclusion given, Dictionaries dictionaries, String field) {
        Violations found = new Violations();
        String code = found.value(() -> Checks.required(given.code(), Checks.NAME, field + ".code"));
        if (code != null && !REASON_CODE.matcher(code).matches()) {
            found.at(field + ".code", CountingRule.CODE_FORM);
        }
        String name = found.value(() -> Checks.required(given.name(), Checks.NAME, field + ".name"));
        List<ProjectKind> kinds =
                given.projectKinds() == null ? List.of() : List.copyOf(new LinkedHashSet<>(given.projectKinds()));
        List<Coded> industries =
                dictionaries.known(DictionaryKind.INDUSTRY, given.industryCodes(), field + ".industryCodes", found);
        List<Coded> methods =
                dictionaries.known(DictionaryKind.PROMOTION_METHOD, given.methodCodes(), field + ".methodCodes", found);
        List<Coded> regions =
                dictionaries.known(DictionaryKind.REGION, given.regionCodes(), field + ".regionCodes", found);
        List<Coded> parks = dictionaries.known(DictionaryKind.PARK, given.parkCodes(), field + ".parkCodes", found);
        Money below = given.below() == null
                ? null
                : found.value(() -> Checks.positive(given.below(), Currency.CNY, field + ".below"));
        found.throwIfAny();
        if (Stream.of(kinds, industries, methods, regions, parks).allMatch(List::isEmpty) && below == null) {
            throw RuleViolated.at(field + ".code", CountingRule.EXCLUSION_EMPTY);
        }
        return new Exclusion(code, name, kinds, industries, methods, regions, parks, below);
    }
}
