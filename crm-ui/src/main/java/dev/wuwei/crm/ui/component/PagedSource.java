package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.Money;
import java.util.List;

/** Where a list gets its rows from: a query of the read side with the page's filters and as-of in it. */
public interface PagedSource<T> {
    List<T> rows(int offset, int limit, List<Order> orders);

    /** Of everything that matches, not of the page. Asked once per refresh. */
    Totals totals();

    /** @param property the sort key of a column */
    record Order(String property, boolean ascending) {}

    /**
     * How many and how much, one sum per currency.
     *
     * @param sums empty when the list has nothing to add up
     */
    record Totals(long count, List<Money> sums) {
        public static Totals of(long count, Money... sums) {
            return new Totals(count, List.of(sums));
        }
    }

    /** Rows that are all here already. */
    static <T> PagedSource<T> of(List<T> all, Money... sums) {
        return new PagedSource<>() {
            @Override
            public List<T> rows(int offset, int limit, List<Order> orders) {
                return all.stream().skip(offset).limit(limit).toList();
            }

            @Override
            public Totals totals() {
                return Totals.of(all.size(), sums);
            }
        };
    }
}
