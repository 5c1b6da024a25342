package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import java.util.List;

/**
 * Where the tile of a province lies in a grid of eight by eight.
 *
 * @param code what its codes of GB/T 2260 begin with
 * @param column from the left, the first is 1
 * @param row from the top, the first is 1
 */
record ProvinceTile(String code, int column, int row) {
    /** All 34, from the north to the south. */
    static final List<ProvinceTile> ALL = List.of(
            new ProvinceTile("23", 8, 1),
            new ProvinceTile("65", 1, 2),
            new ProvinceTile("15", 5, 2),
            new ProvinceTile("11", 6, 2),
            new ProvinceTile("22", 8, 2),
            new ProvinceTile("62", 2, 3),
            new ProvinceTile("64", 3, 3),
            new ProvinceTile("14", 5, 3),
            new ProvinceTile("13", 6, 3),
            new ProvinceTile("12", 7, 3),
            new ProvinceTile("21", 8, 3),
            new ProvinceTile("54", 1, 4),
            new ProvinceTile("63", 2, 4),
            new ProvinceTile("61", 4, 4),
            new ProvinceTile("41", 5, 4),
            new ProvinceTile("37", 6, 4),
            new ProvinceTile("51", 3, 5),
            new ProvinceTile("50", 4, 5),
            new ProvinceTile("42", 5, 5),
            new ProvinceTile("34", 6, 5),
            new ProvinceTile("32", 7, 5),
            new ProvinceTile("31", 8, 5),
            new ProvinceTile("53", 3, 6),
            new ProvinceTile("52", 4, 6),
            new ProvinceTile("43", 5, 6),
            new ProvinceTile("36", 6, 6),
            new ProvinceTile("33", 7, 6),
            new ProvinceTile("45", 4, 7),
            new ProvinceTile("44", 5, 7),
            new ProvinceTile("35", 7, 7),
            new ProvinceTile("71", 8, 7),
            new ProvinceTile("46", 4, 8),
            new ProvinceTile("82", 5, 8),
            new ProvinceTile("81", 6, 8));

    String name() {
        return t("province." + code);
    }

    /** {@code 川}; two letters in English. */
    String sign() {
        return t("province.sign." + code);
    }
}
