package dev.wuwei.crm.api;

import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import java.util.List;

/** Counts and sums as the wire shows them: sums per currency, CNY in 亿元, USD in 万美元, exact. */
record Figures(long count, List<Units.Amount> sums) {
    static Figures of(Figure figure) {
        return of(figure, Currency.CNY);
    }

    /** @param otherwise currency of the zero that stands where there is no sum */
    static Figures of(Figure figure, Currency otherwise) {
        return new Figures(figure.count(), sums(figure, otherwise));
    }

    static List<Units.Amount> sums(Figure figure, Currency otherwise) {
        return figure.sums().isEmpty()
                ? List.of(Units.Amount.inYi(Money.zero(otherwise)))
                : figure.sums().stream().map(Units.Amount::inYi).toList();
    }
}
