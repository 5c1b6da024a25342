package dev.wuwei.crm.ui.target;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.target.TargetProgress;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.target.TargetPeriod;
import dev.wuwei.crm.target.TargetUnit;
import dev.wuwei.crm.target.TargetValue;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.sentence.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Targets and what was reached of them in words. */
final class TargetWords {
    private static final int PLAIN = 2;

    private TargetWords() {}

    /** {@code 2023年}, {@code 2023年一季度}, {@code 2023年3月}. */
    static String period(TargetPeriod period) {
        return new Words(I18n.locale(), id -> null).of(period);
    }

    /** Without a unit: {@code 25}, {@code 247.90}, {@code 1,200}, {@code 120}. */
    static String number(TargetMeasure measure, BigDecimal number) {
        if (number == null) {
            return Format.NOTHING;
        }
        return switch (measure.unit()) {
            case PROJECTS -> Format.number(number, number.stripTrailingZeros().scale() > 0 ? 1 : 0);
            case CNY -> Format.yi(number);
            case USD -> Format.wan(number.setScale(0, RoundingMode.HALF_UP));
            case MU -> plain(number);
        };
    }

    /** {@code 25 个}, {@code 247.90 亿元}. */
    static String withUnit(TargetMeasure measure, BigDecimal number) {
        if (number == null) {
            return Format.NOTHING;
        }
        String shown = number(measure, number);
        return shown + " " + (measure.unit() == TargetUnit.PROJECTS ? t("unit.projects", shown) : unit(measure));
    }

    static String value(TargetMeasure measure, TargetValue value) {
        return value == null ? t("target.withdrawn") : withUnit(measure, value.number());
    }

    static String unit(TargetMeasure measure) {
        return Enums.name(measure.unit());
    }

    /** In the unit that it is shown in, for spreadsheets. */
    static BigDecimal inUnit(TargetMeasure measure, BigDecimal number) {
        if (number == null) {
            return null;
        }
        return switch (measure.unit()) {
            case PROJECTS, MU ->
                number.setScale(Math.clamp(number.stripTrailingZeros().scale(), 0, PLAIN), RoundingMode.HALF_UP);
            case CNY -> new Money(number, Currency.CNY).shownInYi();
            case USD -> new Money(number, Currency.USD).inWan().setScale(0, RoundingMode.HALF_UP);
        };
    }

    /** {@code 超 2.3 个}, {@code 欠 12.40 亿元}; empty when nothing can be said. */
    static String ahead(TargetProgress progress) {
        BigDecimal ahead = progress.ahead();
        if (ahead == null) {
            return Format.NOTHING;
        }
        TargetMeasure measure = progress.target().measure();
        BigDecimal rounded = measure.unit() == TargetUnit.PROJECTS ? ahead.setScale(1, RoundingMode.HALF_UP) : ahead;
        String number = withUnit(measure, rounded.abs());
        return rounded.signum() == 0
                ? t("target.on-pace")
                : t(rounded.signum() > 0 ? "target.ahead" : "target.behind", number);
    }

    static String plain(BigDecimal number) {
        return number == null
                ? Format.NOTHING
                : Format.number(number, Math.clamp(number.stripTrailingZeros().scale(), 0, PLAIN));
    }

    static String points(BigDecimal points) {
        return points == null ? Format.NOTHING : Format.number(points, PLAIN);
    }
}
