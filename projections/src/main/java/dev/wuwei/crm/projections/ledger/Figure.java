package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A count and a sum per currency. Currencies are never added.
 *
 * @param sums one per currency that occurs, CNY first; none of nothing
 */
public record Figure(long count, List<Money> sums) {
    public static final Figure NOTHING = new Figure(0, List.of());

    public Figure {
        sums = sums.stream()
                .filter(money -> !money.isZero())
                .sorted(Comparator.comparing(Money::currency))
                .toList();
    }

    static Figure of(long count, BigDecimal amount, Currency currency) {
        return new Figure(count, amount.signum() == 0 ? List.of() : List.of(new Money(amount, currency)));
    }

    /** @param minor in 分 or cents, {@code null} for none */
    static Figure ofMinor(long count, BigDecimal minor, Currency currency) {
        return of(count, minor == null ? BigDecimal.ZERO : minor.movePointLeft(2), currency);
    }

    public Figure plus(Figure other) {
        Map<Currency, BigDecimal> added = new EnumMap<>(Currency.class);
        sums.forEach(money -> added.merge(money.currency(), money.amount(), BigDecimal::add));
        other.sums.forEach(money -> added.merge(money.currency(), money.amount(), BigDecimal::add));
        return new Figure(
                count + other.count,
                added.entrySet().stream()
                        .filter(sum -> sum.getValue().signum() != 0)
                        .map(sum -> new Money(sum.getValue(), sum.getKey()))
                        .toList());
    }

    public Figure minus(Figure other) {
        return plus(
                new Figure(-other.count, other.sums.stream().map(Money::negated).toList()));
    }

    /** @return the sum in that currency, zero when there is none */
    public Money in(Currency currency) {
        return sums.stream()
                .filter(money -> money.currency() == currency)
                .findFirst()
                .orElse(Money.zero(currency));
    }

    /** @return the share of its sum in that currency; {@code null} of nothing, and where its sums are all in others */
    public BigDecimal shareOf(Figure whole, Currency currency) {
        Money part = in(currency);
        return part.isZero() && !sums.isEmpty() ? null : part.shareOf(whole.in(currency));
    }

    public boolean isNothing() {
        return count == 0 && sums.isEmpty();
    }
}
