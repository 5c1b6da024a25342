package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.Format;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * How the amounts of one picture or table are written: none of them rounded, all with as many decimals as the finest takes, so that
 * what is shown adds up. 亿元, or 万美元 of dollars.
 */
record Amounts(Currency currency, int decimals) {
    static Amounts of(Currency currency, Collection<Figure> figures) {
        int finest = figures.stream()
                .mapToInt(figure -> exact(figure, currency).scale())
                .max()
                .orElse(0);
        return new Amounts(currency, Math.max(finest, currency == Currency.CNY ? 2 : 0));
    }

    private static BigDecimal exact(Figure figure, Currency currency) {
        Money sum = figure.in(currency);
        return currency == Currency.CNY ? sum.inYi() : sum.inWan();
    }

    BigDecimal of(Figure figure) {
        return exact(figure, currency).setScale(decimals);
    }

    String number(Figure figure) {
        return Format.number(of(figure), decimals);
    }

    String signed(Figure figure) {
        return Format.signed(of(figure), decimals);
    }

    /** @return what stands over a column of them */
    String head() {
        return t(currency == Currency.CNY ? "totals.amount" : "totals.amount-usd");
    }
}
