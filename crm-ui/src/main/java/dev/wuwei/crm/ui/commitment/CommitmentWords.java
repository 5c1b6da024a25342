package dev.wuwei.crm.ui.commitment;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.commitment.Fulfilment;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.FactSource;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Verdict;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** One commitment in words, the same on every screen, in every export and on every sheet. */
public final class CommitmentWords {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final int DECIMALS = 2;

    private CommitmentWords() {}

    /** 一期投资强度; what the government promises, and what is promised in words, as it is written. */
    public static String what(CommitmentView line) {
        if (line.side() == CommitmentSide.GOVERNMENT) {
            return Format.text(line.government().promise());
        }
        CompanyCommitment promise = line.company();
        if (promise.metric() == Metric.OTHER) {
            return Format.text(promise.value());
        }
        return promise.phase() == null
                ? Enums.label(promise.metric())
                : promise.phase() + " " + Enums.name(promise.metric());
    }

    /** A date is its own due date; words are the promise itself. */
    public static String promised(CommitmentView line) {
        if (line.side() == CommitmentSide.GOVERNMENT) {
            return Format.money(line.government().amount());
        }
        CompanyCommitment promise = line.company();
        return promise.metric().isDate() || promise.metric() == Metric.OTHER
                ? Format.NOTHING
                : sign(promise.operator())
                        + figure(promise.value())
                        + (promise.unit() == null ? "" : " " + promise.unit());
    }

    private static String sign(CompanyCommitment.Operator operator) {
        return switch (operator) {
            case null -> "";
            case AT_LEAST -> "≥ ";
            case AT_MOST, NOT_LATER_THAN -> "≤ ";
            case EQUAL -> "= ";
        };
    }

    /** A number as numbers are written, with two decimals at most; anything else as it stands. */
    private static String figure(String value) {
        if (value == null || !NUMBER.matcher(value).matches()) {
            return Format.text(value);
        }
        BigDecimal number = new BigDecimal(value).stripTrailingZeros();
        return Format.number(number, Math.clamp(number.scale(), 0, DECIMALS));
    }

    public static String due(CommitmentView line) {
        return line.dueOn() == null ? rule(rule(line)) : Format.date(line.dueOn());
    }

    private static DueRule rule(CommitmentView line) {
        return line.company() == null ? line.government().due() : line.company().due();
    }

    /** 交地后 24 个月. */
    public static String rule(DueRule rule) {
        if (rule == null) {
            return Format.NOTHING;
        }
        return rule.on() != null
                ? Format.date(rule.on())
                : t("agreement.months-after", Enums.name(rule.anchor()), rule.months());
    }

    public static String actual(CommitmentView line) {
        if (line.source() == FactSource.PAYMENT) {
            return Format.money(Money.wan(line.actual()));
        }
        boolean figure = line.company() != null
                && !line.company().metric().isDate()
                && line.company().metric() != Metric.OTHER;
        if (figure) {
            return line.actual() == null ? Format.NOTHING : figure(line.actual());
        }
        if (line.isKept()) {
            return Format.date(line.actualOn());
        }
        return line.isNotKept() && line.source() == null ? t("commitment.undone") : Format.NOTHING;
    }

    /** Days for what has a day, the difference for what has a figure. */
    public static String gap(CommitmentView line) {
        if (line.gap() != null) {
            BigDecimal gap = line.gap().stripTrailingZeros();
            return Format.signed(gap, Math.clamp(gap.scale(), 0, DECIMALS));
        }
        if (line.dueOn() == null || line.daysLate() == null) {
            return Format.NOTHING;
        }
        return line.isKept() && line.actualOn() != null
                ? Format.deviation(line.dueOn(), line.actualOn())
                : Format.remaining(line.dueOn(), line.dueOn().plusDays(line.daysLate()));
    }

    public static Verdict verdict(CommitmentView line) {
        return new Verdict(tone(line), verdictName(line));
    }

    static Verdict.Tone tone(CommitmentView line) {
        return switch (line.state()) {
            case MET -> Verdict.Tone.MET;
            case MET_LATE -> Verdict.Tone.MET_LATE;
            case PARTLY_MET, RECTIFYING -> Verdict.Tone.PARTLY;
            case BREACHED, PERSISTENT, REFUSED -> Verdict.Tone.BROKEN;
            case HONOURED -> isLate(line) ? Verdict.Tone.MET_LATE : Verdict.Tone.MET;
            case PROMISED, CONDITION_MET, CLAIMED, VERIFIED ->
                isPaidInPart(line)
                        ? Verdict.Tone.PARTLY
                        : line.isNotKept() ? Verdict.Tone.BROKEN : Verdict.Tone.NOT_DUE;
            case PENDING, DUE, WAIVED, SUPERSEDED, INVALIDATED -> Verdict.Tone.NOT_DUE;
        };
    }

    public static String verdictName(CommitmentView line) {
        return switch (line.state()) {
            case HONOURED -> isLate(line) ? t("commitment.honoured-late") : Enums.name(line.state());
            case PROMISED, CONDITION_MET, CLAIMED, VERIFIED -> {
                if (isPaidInPart(line)) {
                    yield t("commitment.honoured-in-part");
                }
                yield line.isNotKept() ? t("commitment.overdue") : Enums.name(line.state());
            }
            default -> Enums.name(line.state());
        };
    }

    private static boolean isLate(CommitmentView line) {
        return line.daysLate() != null && line.daysLate() > 0;
    }

    private static boolean isPaidInPart(CommitmentView line) {
        return line.source() == FactSource.PAYMENT && line.state() != CommitmentState.HONOURED;
    }

    public static String version(CommitmentView line) {
        return t(line.isFromBefore() ? "agreement.version.kept" : "agreement.version.of", line.judgedBy());
    }

    /** What tells how it was kept, and what a figure is made of. */
    public static String source(CommitmentView line) {
        return line.source() == null
                ? Format.NOTHING
                : Enums.name(line.source()) + (line.inputs() == null ? "" : "　" + line.inputs());
    }

    /** 企业履约率, 政府兑现率. */
    public static String rateName(CommitmentSide side) {
        return t("commitment.rate." + Address.word(side));
    }

    /** 75.0%（6/8）. */
    public static String rate(Fulfilment fulfilment) {
        return fulfilment.rate() == null
                ? Format.NOTHING
                : t(
                        "commitment.rate",
                        fulfilment.rate().toPlainString(),
                        Format.count(fulfilment.kept()),
                        Format.count(fulfilment.judged()));
    }
}
