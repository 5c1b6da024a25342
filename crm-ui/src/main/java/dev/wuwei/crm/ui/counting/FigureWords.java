package dev.wuwei.crm.ui.counting;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.Format;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sums of a figure. What is in another currency than the measure's stands beside it with its unit, never added. */
public final class FigureWords {
    private FigureWords() {}

    /** @return the unit that {@link #amount} leaves to the head */
    public static String unit(Measure measure) {
        return t(measure.currency() == Currency.USD ? "totals.amount-usd" : "totals.amount");
    }

    public static String amount(Figure figure, Measure measure) {
        return figure.isNothing() ? Format.NOTHING : sums(figure, measure, FigureWords::plain, Format::money);
    }

    /** Each with its unit. */
    static String withUnits(Figure figure, Measure measure) {
        return figure.isNothing() ? Format.NOTHING : sums(figure, measure, Format::money, Format::money);
    }

    /** With a plus where it grew, and its unit. */
    static String movedWithUnits(Figure figure, Measure measure) {
        return figure.sums().isEmpty()
                ? Format.NOTHING
                : sums(figure, measure, FigureWords::signedWithUnit, FigureWords::signedWithUnit);
    }

    /** With a plus where it grew. */
    static String moved(Figure figure, Measure measure) {
        return sums(figure, measure, FigureWords::signed, FigureWords::signedWithUnit);
    }

    private static String sums(
            Figure figure, Measure measure, Function<Money, String> own, Function<Money, String> others) {
        return currencies(figure, measure)
                .map(currency -> currency == measure.currency()
                        ? own.apply(figure.in(currency))
                        : others.apply(figure.in(currency)))
                .collect(Collectors.joining(t("totals.beside")));
    }

    /** @return the measure's first, unless there is only another */
    private static Stream<Currency> currencies(Figure figure, Measure measure) {
        return figure.sums().isEmpty()
                ? Stream.of(measure.currency())
                : Stream.concat(
                        figure.sums().stream().map(Money::currency).filter(each -> each == measure.currency()),
                        figure.sums().stream().map(Money::currency).filter(each -> each != measure.currency()));
    }

    private static String plain(Money money) {
        return money.currency() == Currency.USD ? Format.wan(money) : Format.yi(money);
    }

    private static String signed(Money money) {
        return money.currency() == Currency.USD ? Format.signed(money.inWan(), 0) : Format.signed(money.shownInYi(), 2);
    }

    private static String signedWithUnit(Money money) {
        return (money.amount().signum() > 0 ? "+" : "") + Format.money(money);
    }

    /** @return the currencies that a table of these figures has a column for, the measure's first */
    public static List<Currency> columns(Measure measure, Stream<Figure> figures) {
        return Stream.concat(
                        Stream.of(measure.currency()),
                        figures.flatMap(figure -> figure.sums().stream()).map(Money::currency))
                .distinct()
                .toList();
    }

    public static String head(Currency currency) {
        return t(currency == Currency.USD ? "totals.amount-usd" : "totals.amount");
    }

    /** To the cent, in the unit of {@link #head}, so that lines add up to their total. */
    public static BigDecimal exact(Figure figure, Currency currency) {
        Money money = figure.in(currency);
        return currency == Currency.USD ? money.inWan() : money.inYi();
    }
}
