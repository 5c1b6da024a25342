package dev.wuwei.crm.publication;

import dev.wuwei.crm.shared.Money;
import java.util.List;

/**
 * One line of a report as it was printed.
 *
 * @param measure by its name on the wire
 * @param dimension that it is broken down by, or {@code null} for the total of the measure
 * @param code of the class, {@code null} for the total and for projects without a class
 * @param name of the class on that day, {@code null} for the total
 * @param count projects
 * @param sums one exact sum per currency, in its main unit; none of nothing
 */
public record PublishedLine(String measure, String dimension, String code, String name, long count, List<Money> sums) {
    public PublishedLine {
        sums = List.copyOf(sums);
    }

    public boolean isTotal() {
        return dimension == null;
    }

    /** @return what names the line within its report: {@code signed}, {@code signed/industry/textile} */
    public String key() {
        return isTotal() ? measure : measure + "/" + dimension + "/" + (code == null ? "" : code);
    }
}
