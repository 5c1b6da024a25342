package dev.wuwei.crm.ui.publication;

import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.StateFigures;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Move;
import dev.wuwei.crm.projections.publication.PublicationComparison;
import dev.wuwei.crm.projections.publication.PublicationComparison.Line;
import dev.wuwei.crm.projections.target.TargetProgress;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.counting.DimensionWords;
import dev.wuwei.crm.ui.sentence.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a bulletin puts figures, days and what has moved, in the language of the administration. */
final class BulletinWords {
    private static final Locale LANGUAGE = I18n.CHINESE;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int DECIMALS = 2;
    private static final int WHOLE_YEAR = 11;

    private BulletinWords() {}

    /** 纺织鞋服3个45.30亿元. */
    static String sentence(PublishedLine line) {
        return text("bulletin.class", named(line), Format.count(line.count()), amount(line));
    }

    /** The class as it was printed; what only a code names, and what has no class, by the words of the totals. */
    static String named(PublishedLine line) {
        return line.isTotal()
                ? text("publication.total")
                : DimensionWords.name(Dimension.of(line.dimension()), line.code(), line.name(), LANGUAGE);
    }

    static String amount(PublishedLine line) {
        return amount(new Figure(line.count(), line.sums()), line.measure());
    }

    static String amount(Figure figure, String measure) {
        List<Money> sums =
                figure.sums().isEmpty() ? List.of(Money.zero(PublicationWords.currency(measure))) : figure.sums();
        return sums.stream().map(BulletinWords::money).collect(Collectors.joining(text("bulletin.and")));
    }

    private static String money(Money money) {
        return money.currency() == Currency.USD
                ? text("format.wan-dollar", Format.wan(money))
                : text("format.yi-yuan", Format.yi(money));
    }

    /** 签约未开工12个（超期 3 个）. */
    static String gap(StateFigures state) {
        return text(
                state.overdue() == 0 ? "bulletin.gap" : "bulletin.gap-overdue",
                Words.text(state.state(), LANGUAGE),
                Format.count(state.figure().count()),
                Format.count(state.overdue()));
    }

    /** 签约项目数目标10个，完成25个，为250.0%. */
    static String targets(List<TargetProgress> targets) {
        return targets.isEmpty()
                ? text("bulletin.no-targets")
                : targets.stream().map(BulletinWords::target).collect(Collectors.joining(text("bulletin.semicolon")));
    }

    private static String target(TargetProgress progress) {
        Coded park = progress.target().scope().park();
        TargetMeasure measure = progress.target().measure();
        String name = Words.text(measure, LANGUAGE);
        return text(
                "bulletin.target",
                park == null ? name : park.name() + name,
                number(measure, progress.target().value().number()),
                number(measure, progress.actual()),
                Format.percent(progress.completion()));
    }

    static String number(TargetMeasure measure, BigDecimal number) {
        return switch (measure.unit()) {
            case PROJECTS -> text("bulletin.projects", Format.count(number.longValue()));
            case CNY -> money(new Money(number, Currency.CNY));
            case USD -> money(new Money(number, Currency.USD));
            case MU -> Format.number(number, 0) + text("format.mu");
        };
    }

    /** For each measure whose total moved: from what to what, and why; else which of its classes did. */
    static String restatement(PublicationComparison compared) {
        if (!compared.restated()) {
            return text("bulletin.unchanged");
        }
        List<String> sentences = new ArrayList<>();
        for (String measure : compared.lines().stream()
                .map(line -> line.line().measure())
                .distinct()
                .toList()) {
            List<Line> moved = compared.moved().stream()
                    .filter(line -> line.line().measure().equals(measure))
                    .toList();
            List<Line> totals =
                    moved.stream().filter(line -> line.line().isTotal()).toList();
            (totals.isEmpty() ? moved : totals).forEach(line -> sentences.add(moved(line)));
        }
        return String.join("\n", sentences);
    }

    private static String moved(Line line) {
        String measure = line.line().measure();
        String name = Words.text(Measure.of(measure), LANGUAGE)
                + (line.line().isTotal() ? "" : text("bulletin.of-class", named(line.line())));
        String because = line.moves().stream()
                .map(move -> because(move, measure))
                .collect(Collectors.joining(text("bulletin.semicolon")));
        return text(
                "bulletin.moved",
                name,
                counted(line.published(), measure),
                counted(line.now(), measure),
                because.isEmpty() ? text("publication.unexplained.note") : because);
    }

    private static String counted(Figure figure, String measure) {
        return text("bulletin.figure", Format.count(figure.count()), amount(figure, measure));
    }

    /** 输变电设备（ZS-2023-0002）金额更正，−0.40亿元，2023-10-20 登记. */
    private static String because(Move move, String measure) {
        Figure figure = move.event().figure();
        List<String> effect = new ArrayList<>();
        if (figure.count() != 0) {
            effect.add(text("publication.projects-more", Format.signed(BigDecimal.valueOf(figure.count()), 0)));
        }
        figure.sums().forEach(sum -> effect.add(signed(sum)));
        return text(
                "bulletin.because",
                move.name(),
                move.projectNo(),
                Words.text(move.event().cause(), LANGUAGE),
                String.join(text("bulletin.and"), effect),
                minute(move.event().recordedAt()));
    }

    private static String signed(Money sum) {
        return sum.currency() == Currency.USD
                ? text("format.wan-dollar", Format.signed(sum.inWan(), DECIMALS))
                : text("format.yi-yuan", Format.signed(sum.shownInYi(), DECIMALS));
    }

    /** 2023年1–11月, 2023年, 2023年11月, otherwise both days. */
    static String period(ReportPublished report) {
        LocalDate from = report.periodFrom();
        LocalDate to = report.periodTo();
        boolean months =
                from.getYear() == to.getYear() && from.getDayOfMonth() == 1 && to.getDayOfMonth() == to.lengthOfMonth();
        if (!months) {
            return text("bulletin.days", day(from), day(to));
        }
        String year = String.valueOf(from.getYear());
        if (from.getMonthValue() == to.getMonthValue()) {
            return text("bulletin.month", year, from.getMonthValue());
        }
        return to.getMonthValue() - from.getMonthValue() == WHOLE_YEAR
                ? text("bulletin.year", year)
                : text("bulletin.months", year, from.getMonthValue(), to.getMonthValue());
    }

    static String parks(ReportPublished report) {
        return report.parks().isEmpty()
                ? text("publication.all-parks")
                : report.parks().stream().map(Coded::name).collect(Collectors.joining(text("sentence.list-comma")));
    }

    static String day(LocalDate day) {
        return text("bulletin.day", String.valueOf(day.getYear()), day.getMonthValue(), day.getDayOfMonth());
    }

    static String minute(Instant instant) {
        return MINUTES.format(LocalDateTime.ofInstant(instant, EventMeta.ZONE));
    }

    static String text(String key, Object... args) {
        return I18n.text(LANGUAGE, key, args);
    }
}
