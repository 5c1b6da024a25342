package dev.wuwei.crm.dictionary;

import dev.wuwei.crm.dictionary.Catalogue.Stand;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** One change of an entry, held against the dictionary as it is. Collects what is wrong with it. */
final class EntryChecks {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    final DictionaryKind kind;
    final Violations found = new Violations();
    private final DictionaryStandard standard;
    private final List<DictionaryEvent> changes;
    private final Catalogue catalogue;
    private final String code;
    private final LocalDate from;
    private final LocalDate today;

    EntryChecks(DictionaryCommand command, List<DictionaryEvent> changes, DictionaryStandard standard, EventMeta meta) {
        kind = Checks.present(command.dictionaryId(), "dictionaryId")
                .kind()
                .orElseThrow(() -> new RuleViolated(DictionaryRule.UNKNOWN_DICTIONARY));
        this.standard = standard;
        this.changes = changes;
        catalogue = Catalogue.of(standard.entries(kind), changes);
        code = command.code() == null ? "" : command.code().strip();
        from = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        today = meta.today();
        found.check(() -> Checks.reason(command.reason()));
    }

    /** @return the new entry's code and name */
    Coded added(String name) {
        found.check(() -> {
            Checks.required(code, Checks.NAME, "code");
            if (!CODE.matcher(code).matches()) {
                throw new RuleViolated(DictionaryRule.CODE_FORM);
            }
            if (catalogue.knows(code)) {
                throw new RuleViolated(DictionaryRule.CODE_TAKEN, catalogue.nameOn(code, today));
            }
        });
        return new Coded(code, name(name));
    }

    /** @return the name as it is to be recorded */
    String name(String name) {
        return found.value(() -> {
            String checked = Checks.required(name, Checks.NAME, "name");
            requireFree(checked, "name");
            return checked;
        });
    }

    /** @return the entry as it is called up to the change; {@code null} when there is none */
    Coded known() {
        return found.value(() -> {
            Checks.required(code, Checks.NAME, "code");
            if (!catalogue.knows(code)) {
                throw new RuleViolated(DictionaryRule.UNKNOWN_ENTRY, code);
            }
            if (from != null) {
                Checks.notBefore(from, catalogue.lastChangeOf(code), "occurredOn");
            }
            return new Coded(code, catalogue.nameOn(code, today));
        });
    }

    /** @return the same, of what is offered */
    Coded current() {
        Coded entry = known();
        found.when(
                entry != null && !catalogue.isCurrentOn(code, today),
                DictionaryRule.ENTRY_RETIRED,
                entry == null ? null : entry.name());
        return entry;
    }

    /** @return the same, of what is offered no more */
    Coded retired() {
        Coded entry = known();
        if (entry != null) {
            found.when(catalogue.isCurrentOn(code, today), DictionaryRule.ENTRY_CURRENT, entry.name());
            found.check(() -> requireFree(entry.name(), "code"));
        }
        return entry;
    }

    /** @return {@code null} for none */
    Coded parent(String parentCode) {
        return found.value(() -> parentCode == null || parentCode.isBlank()
                ? null
                : other(parentCode.strip(), DictionaryRule.UNKNOWN_PARENT, DictionaryRule.PARENT_RETIRED));
    }

    Coded successor(String intoCode) {
        return found.value(() -> {
            String into = Checks.required(intoCode, Checks.NAME, "intoCode");
            if (into.equals(code)) {
                throw new RuleViolated(DictionaryRule.SUCCESSOR_CIRCLE);
            }
            return other(into, DictionaryRule.UNKNOWN_SUCCESSOR, DictionaryRule.SUCCESSOR_RETIRED);
        });
    }

    /** It is there on the day of the change and has been ever since, so nothing goes where nothing is. */
    private Coded other(String otherCode, DictionaryRule unknown, DictionaryRule gone) {
        if (!catalogue.knows(otherCode)) {
            throw new RuleViolated(unknown, otherCode);
        }
        Coded other = new Coded(otherCode, catalogue.nameOn(otherCode, from == null ? today : from));
        if (from != null && !catalogue.everSince(otherCode, from, Stand::current)) {
            throw new RuleViolated(gone, other.name());
        }
        return other;
    }

    /** @throws RuleViolated {@link DictionaryRule#LAST_ENTRY} */
    void notLast() {
        if (catalogue.offeredOn(today).size() == 1) {
            throw new RuleViolated(DictionaryRule.LAST_ENTRY);
        }
    }

    /** Every kind of project has its permits and its schedule in a file. */
    void notKeptWithPolicies() {
        if (kind == DictionaryKind.PROJECT_TYPE) {
            throw new RuleViolated(DictionaryRule.KEPT_WITH_POLICIES);
        }
    }

    boolean isUnder(Coded parent) {
        return Objects.equals(catalogue.parentOn(code, from), parent == null ? null : parent.code());
    }

    /** @param rule broken when an entry would be above itself on any day */
    void noCircle(DictionaryEvent change, DictionaryRule rule) {
        List<DictionaryEvent> all = new ArrayList<>(changes);
        all.add(change);
        if (Catalogue.of(standard.entries(kind), all).circlesSince(from)) {
            throw new RuleViolated(rule);
        }
    }

    private void requireFree(String name, String field) {
        catalogue.offeredOn(today).stream()
                .filter(entry -> entry.name().equals(name) && !entry.code().equals(code))
                .findFirst()
                .ifPresent(entry -> {
                    throw RuleViolated.at(field, DictionaryRule.NAME_TAKEN, entry.code());
                });
    }
}
