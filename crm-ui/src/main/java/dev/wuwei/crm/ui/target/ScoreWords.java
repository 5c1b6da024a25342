package dev.wuwei.crm.ui.target;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.target.ScorecardView.Score;
import dev.wuwei.crm.target.ScoreBasis;
import dev.wuwei.crm.target.ScoreItem;
import dev.wuwei.crm.target.Scoring;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Items of scorecards and how their points came about, in words. */
final class ScoreWords {
    private static final int SHOWN = 4;

    private ScoreWords() {}

    /** {@code 签约投资额　完成率}. */
    static String item(ScoreItem item) {
        return item.measure() == null
                ? Enums.label(item.basis())
                : Format.joined(Enums.label(item.measure()), Enums.name(item.basis()));
    }

    /** The formula of an item, with its numbers. */
    static String rule(ScoreItem item) {
        String points = TargetWords.plain(item.points());
        String limit = TargetWords.plain(item.limit());
        return switch (item.formula()) {
            case LINEAR -> t("target.rule.linear", points);
            case CAPPED -> t("target.rule.capped", points, limit);
            case EFFICACY -> t("target.rule.efficacy", points);
            case DEDUCTION ->
                t(
                        item.basis() == ScoreBasis.OVERDUE
                                ? "target.rule.deduction-overdue"
                                : "target.rule.deduction-missed",
                        points,
                        limit);
        };
    }

    /** What the formula was given: {@code 45.30 / 50.00 亿元 = 90.6%}. */
    static String figure(Score score) {
        ScoreItem item = score.item();
        if (score.figure() == null) {
            return t(score.target() == null && score.actual() != null ? "target.figure.no-target" : "target.no-source");
        }
        return switch (item.basis()) {
            case OVERDUE -> t("target.figure.overdue", TargetWords.plain(score.actual()));
            case ACTUAL -> TargetWords.withUnit(item.measure(), score.actual());
            case COMPLETION ->
                t(
                        "target.figure.completion",
                        TargetWords.number(item.measure(), score.actual()),
                        TargetWords.withUnit(item.measure(), score.target()),
                        Format.percent(score.figure()));
        };
    }

    /** The formula with the figures in it: {@code 30 × (60% + 40% × (35 − 10) ÷ (60 − 10)) = 24.00}. */
    static String reckoned(Score score) {
        if (score.points() == null) {
            return Format.NOTHING;
        }
        ScoreItem item = score.item();
        String points = TargetWords.plain(item.points());
        String result = TargetWords.points(score.points());
        return switch (item.formula()) {
            case LINEAR -> t("target.reckoned.linear", points, Format.percent(score.figure()), result);
            case CAPPED ->
                t(
                        "target.reckoned.capped",
                        points,
                        Format.percent(score.figure()),
                        TargetWords.plain(item.limit()),
                        result);
            case EFFICACY -> efficacy(score, points, result);
            case DEDUCTION ->
                t(
                        "target.reckoned.deduction",
                        points,
                        TargetWords.plain(Scoring.units(item.basis(), score.figure())),
                        TargetWords.plain(item.limit()),
                        result);
        };
    }

    private static String efficacy(Score score, String points, String result) {
        String least = shown(score.item(), score.span().least());
        String most = shown(score.item(), score.span().most());
        return score.span().least().compareTo(score.span().most()) == 0
                ? t("target.reckoned.alike", points, least, result)
                : t("target.reckoned.efficacy", points, shown(score.item(), score.figure()), least, most, result);
    }

    private static String shown(ScoreItem item, BigDecimal figure) {
        return item.basis() == ScoreBasis.COMPLETION
                ? Format.percent(figure)
                : TargetWords.number(item.measure(), figure);
    }

    static String figureHead(ScoreItem item) {
        return switch (item.basis()) {
            case COMPLETION -> "%";
            case ACTUAL -> TargetWords.unit(item.measure());
            case OVERDUE -> t("target.figure");
        };
    }

    /** In the unit of the head, for spreadsheets. */
    static BigDecimal exported(Score score) {
        if (score.figure() == null) {
            return null;
        }
        return switch (score.item().basis()) {
            case COMPLETION -> score.figure().movePointRight(2).setScale(SHOWN, RoundingMode.HALF_UP);
            case ACTUAL -> TargetWords.inUnit(score.item().measure(), score.actual());
            case OVERDUE -> score.actual();
        };
    }
}
