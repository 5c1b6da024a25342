package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.dictionary.Catalogue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * By which catalogue figures are read: names and order of one day, and, under today's, everything that became a part of something else
 * in that.
 *
 * @param catalogues of the dimensions asked for that have one
 * @param folds whether codes go along their ways to what they have become
 */
record Tree(Map<Dimension, Catalogue> catalogues, LocalDate day, boolean folds) {
    /** Every class is what it was booked as. */
    static final Tree AS_BOOKED = new Tree(Map.of(), LocalDate.MAX, false);

    /** @return the code that a class is shown under */
    String become(Dimension dimension, String code) {
        return code == null || !folds || !catalogues.containsKey(dimension)
                ? code
                : catalogues.get(dimension).becomeOn(code, day);
    }

    /** @return codes of everything that is shown under this one */
    List<String> parts(Dimension dimension, String code) {
        return !folds || !catalogues.containsKey(dimension)
                ? List.of(code)
                : catalogues.get(dimension).partsOn(code, day);
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
