package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.dictionary.Catalogue;
import dev.wuwei.crm.dictionary.Catalogue.Stand;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import java.time.LocalDate;
import java.util.List;

/** Entries of today, out of dictionaries over time. */
abstract class CataloguedDictionaries implements Dictionaries {
    abstract Catalogue catalogue(DictionaryKind kind);

    @Override
    public Coded require(DictionaryKind kind, String code, String field) {
        Catalogue catalogue = catalogue(kind);
        Coded found = known(catalogue, code, field);
        LocalDate today = ParkTime.today();
        if (!catalogue.isCurrentOn(found.code(), today)) {
            Stand last = catalogue.history(found.code()).getLast();
            String become = catalogue.becomeOn(found.code(), today);
            throw RuleViolated.at(
                    field,
                    SharedRule.NO_LONGER_OFFERED,
                    found.name(),
                    last.from().minusDays(1),
                    become.equals(found.code()) ? "—" : catalogue.nameOn(become, today));
        }
        return found;
    }

    @Override
    public Coded known(DictionaryKind kind, String code, String field) {
        return known(catalogue(kind), code, field);
    }

    private static Coded known(Catalogue catalogue, String code, String field) {
        String stripped = Checks.required(code, Checks.LINE, field);
        if (!catalogue.knows(stripped)) {
            throw RuleViolated.at(field, SharedRule.UNKNOWN_CODE, code);
        }
        return new Coded(stripped, catalogue.nameOn(stripped, ParkTime.today()));
    }

    @Override
    public List<Coded> everything(DictionaryKind kind) {
        Catalogue catalogue = catalogue(kind);
        LocalDate today = ParkTime.today();
        return catalogue.codes().stream()
                .map(code -> new Coded(code, catalogue.nameOn(code, today)))
                .toList();
    }

    @Override
    public List<Coded> all(DictionaryKind kind) {
        return catalogue(kind).offeredOn(ParkTime.today());
    }
}
