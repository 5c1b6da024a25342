package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.dictionary.Catalogue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * By which catalogue figures are read: names and order of one day, and, under today's, everything that became a part of something else
 * in that.
 *
 * @param catalogues of the dimensions asked for that have one
 */
record Tree(Map<Dimension, Catalogue> catalogues, LocalDate day, Roof roof) {
    /** Every class is what it was booked as. */
    static final Tree AS_BOOKED = new Tree(Map.of(), LocalDate.MAX, Roof.OF_THE_DAY);

    /** @return whether a class may hold more than what was booked under its code */
    boolean folds() {
        return roof != Roof.OF_THE_DAY;
    }

    /** @return the code that a class is shown under */
    String become(Dimension dimension, String code) {
        if (code == null || !folds() || !catalogues.containsKey(dimension)) {
            return code;
        }
        Catalogue catalogue = catalogues.get(dimension);
        return roof == Roof.TOP ? catalogue.topOn(code, day) : catalogue.becomeOn(code, day);
    }

    /** @return codes of everything that is shown under this one */
    List<String> parts(Dimension dimension, String code) {
        if (!folds() || !catalogues.containsKey(dimension)) {
            return List.of(code);
        }
        return Stream.concat(
                        Stream.of(code),
                        catalogues.get(dimension).codes().stream()
                                .filter(each -> become(dimension, each).equals(code)))
                .distinct()
                .toList();
    }

    /** @return in the order of the catalogue; none where there is none */
    Collection<String> codes(Dimension dimension) {
        return catalogues.containsKey(dimension) ? catalogues.get(dimension).codes() : List.of();
    }

    /** @return {@code null} when no catalogue knows it */
    String name(Dimension dimension, String code) {
        return code == null || !catalogues.containsKey(dimension)
                ? null
                : catalogues.get(dimension).nameOn(code, day);
    }

    /** Classes in the order of their dictionary. */
    Comparator<String> order(Dimension dimension) {
        if (dimension.dictionary() == null || !catalogues.containsKey(dimension)) {
            return Comparator.naturalOrder();
        }
        Map<String, Integer> places = new HashMap<>();
        catalogues.get(dimension).codes().forEach(code -> places.put(code, places.size()));
        return Comparator.<String>comparingInt(code -> places.getOrDefault(code, places.size()))
                .thenComparing(Comparator.naturalOrder());
    }
}
