package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Dated entries of capital in one currency. An entry holds what it should be, so the sum never goes below zero. */
final class CapitalEntries {
    private final Currency currency;
    private final Map<EntryId, Entry> entries = new HashMap<>();

    record Entry(Money amount, LocalDate on, String event) {}

    CapitalEntries(Currency currency) {
        this.currency = currency;
    }

    void requireNew(EntryId entry, Money amount) {
        Checks.present(entry, "entryId");
        if (entries.containsKey(entry)) {
            throw new RuleViolated(SigningRule.ENTRY_ALREADY_RECORDED);
        }
        Checks.positive(amount, currency, "amount");
    }

    /** @return the entry as it stands */
    Entry requireChanged(EntryId entry, Money amount) {
        Checks.present(entry, "entryId");
        Entry standing = entries.get(entry);
        if (standing == null) {
            throw new RuleViolated(SigningRule.UNKNOWN_ENTRY);
        }
        Checks.in(Checks.amount(amount, "amount"), currency, "amount");
        if (standing.amount().equals(amount)) {
            throw new RuleViolated(SigningRule.NOTHING_CHANGED);
        }
        return standing;
    }

    void record(EntryId entry, Money amount, LocalDate on, String event) {
        entries.put(entry, new Entry(amount, on, event));
    }

    String event(EntryId entry) {
        return entries.get(entry).event();
    }

    Money total() {
        return entries.values().stream().map(Entry::amount).reduce(Money.zero(currency), Money::plus);
    }
}
