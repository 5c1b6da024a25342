package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.counting.CountingChecks;
import dev.wuwei.crm.counting.CountingCommand;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingStandard;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.RuleViolated;

/** {@code config/policies/counting.yml}. A file that cannot be understood, or that counts twice, stops the start. */
final class CountingFile implements CountingStandard {
    private final CountingRules rules;

    CountingFile(ReferenceFiles files, Dictionaries dictionaries) {
        PolicyFile file = new PolicyFile(files, "policies/counting.yml");
        try {
            rules = CountingChecks.rules(
                    Json.mapper().convertValue(file.get("rules"), CountingCommand.Rules.class), dictionaries);
        } catch (IllegalArgumentException | RuleViolated e) {
            throw file.broken("cannot be counted by: " + e.getMessage());
        }
    }

    @Override
    public CountingRules rules() {
        return rules;
    }
}
