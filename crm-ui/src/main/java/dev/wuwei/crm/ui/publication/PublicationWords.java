package dev.wuwei.crm.ui.publication;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.publication.PublicationComparison.Claim;
import dev.wuwei.crm.projections.target.TargetProgress;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.counting.DimensionWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines and figures of a report in the user's language. */
final class PublicationWords {
    private static final int DECIMALS = 2;

    private PublicationWords() {}

    static String measure(String key) {
        return Enums.label(Measure.of(key));
    }

    static String dimension(String key) {
        return Enums.label(Dimension.of(key));
    }

    /** The class as it was printed; what only a code names, in the user's language. */
    static String className(PublishedLine line) {
        if (line.isTotal()) {
            return t("publication.total");
        }
        Dimension dimension = Dimension.of(line.dimension());
        return DimensionWords.name(dimension, line.code(), line.name(), I18n.locale());
    }

    /** 签约　行业　纺织鞋服. */
    static String line(PublishedLine line) {
        return line.isTotal()
                ? Format.joined(measure(line.measure()), className(line))
                : Format.joined(measure(line.measure()), dimension(line.dimension()), className(line));
    }

    static Currency currency(String measure) {
        Measure one = Measure.of(measure);
        return one == Measure.CONTRACTED_FOREIGN || one == Measure.ACTUAL_FOREIGN ? Currency.USD : Currency.CNY;
    }

    /** 亿元, 万美元. */
    static String unit(String measure) {
        return t(currency(measure) == Currency.USD ? "publication.unit.wan-dollar" : "unit.yi");
    }

    /** In the unit of the measure; sums in the other currency stand beside it with theirs. */
    static String amount(Figure figure, String measure) {
        Currency main = currency(measure);
        List<String> parts = new ArrayList<>();
        parts.add(main == Currency.USD ? Format.wan(figure.in(main)) : Format.yi(figure.in(main)));
        figure.sums().stream()
                .filter(sum -> sum.currency() != main)
                .map(Format::money)
                .forEach(parts::add);
        return String.join("　", parts);
    }

    /** {@code −0.40}, {@code +1 个}: what a figure went up or down by. */
    static String difference(Figure figure, String measure) {
        List<String> parts = new ArrayList<>();
        for (Money sum : figure.sums()) {
            parts.add(off(sum));
        }
        if (figure.count() != 0) {
            parts.add(more(figure.count()));
        }
        return parts.isEmpty() ? Format.NOTHING : String.join("　", parts);
    }

    /** The same in a column whose head has the unit: {@code −0.40}, {@code +1 个}. */
    static String bare(Figure figure, String measure) {
        List<String> parts = new ArrayList<>();
        for (Money sum : figure.sums()) {
            boolean main = sum.currency() == currency(measure);
            parts.add(
                    !main
                            ? off(sum)
                            : Format.signed(sum.currency() == Currency.USD ? sum.inWan() : sum.shownInYi(), DECIMALS));
        }
        if (figure.count() != 0) {
            parts.add(more(figure.count()));
        }
        return parts.isEmpty() ? Format.NOTHING : String.join("　", parts);
    }

    private static String more(long projects) {
        return t("publication.projects-more", Format.signed(BigDecimal.valueOf(projects), 0));
    }

    /** {@code −1.40亿元}. */
    static String off(Money money) {
        return money.currency() == Currency.USD
                ? t("format.wan-dollar", Format.signed(money.inWan(), DECIMALS))
                : t("format.yi-yuan", Format.signed(money.shownInYi(), DECIMALS));
    }

    static String period(ReportPublished report) {
        return t("publication.period-of", Format.date(report.periodFrom()), Format.date(report.periodTo()));
    }

    static String parks(ReportPublished report) {
        return report.parks().isEmpty() ? t("publication.all-parks") : parks(report.parks());
    }

    static String parks(List<Coded> parks) {
        return parks.stream().map(Format::coded).collect(Collectors.joining(t("sentence.list-comma")));
    }

    /** {@code targets（没有完成数：签约 10亿元以上项目）}; the name alone where nothing is known of it. */
    static String unreached(String name, List<TargetProgress> targets) {
        return targets.isEmpty()
                ? name
                : t(
                        "bulletin.missing.actual",
                        name,
                        targets.stream()
                                .map(each -> Format.joined(
                                        Format.coded(each.target().scope().park()),
                                        Enums.name(each.target().measure())))
                                .collect(Collectors.joining(t("sentence.list-comma"))));
    }

    /** {@code 差 −1.40亿元}, {@code 相符}. */
    static String verdict(Claim claim) {
        if (claim.ties()) {
            return t("publication.ties");
        }
        List<String> parts = new ArrayList<>();
        if (claim.amountOff() != null && !claim.amountOff().isZero()) {
            parts.add(off(claim.amountOff()));
        }
        if (claim.countOff() != null && claim.countOff() != 0) {
            parts.add(more(claim.countOff()));
        }
        return t("publication.does-not-tie", String.join("　", parts));
    }
}
