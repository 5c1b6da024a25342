package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.AreaUnit;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How figures, dates and distances are written, everywhere the same. */
public final class Format {
    /** Nothing known; never a blank and never a zero. */
    public static final String NOTHING = "—";

    private static final int NEAR_DAYS = 180;
    private static final char MINUS = '\u2212';
    private static final BigDecimal WAN = new BigDecimal("10000");
    private static final BigDecimal KILO = new BigDecimal("1024");
    private static final BigDecimal YI = new BigDecimal("100000000");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter CLOCK_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY_CLOCK = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter DATE_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Format() {}

    /** In 亿, two decimals, no unit: the unit stands in the head. {@code —} for nothing. */
    public static String yi(Money money) {
        return money == null ? NOTHING : yi(money.amount());
    }

    /** @param amount in the main unit */
    public static String yi(BigDecimal amount) {
        return amount == null ? NOTHING : number(amount.divide(YI, 2, RoundingMode.HALF_UP), 2);
    }

    /** In 万, without decimals unless the cents count. */
    public static String wan(Money money) {
        return money == null ? NOTHING : wan(money.amount());
    }

    /** @param amount in the main unit */
    public static String wan(BigDecimal amount) {
        if (amount == null) {
            return NOTHING;
        }
        BigDecimal wan = amount.divide(WAN).stripTrailingZeros();
        return number(wan, Math.clamp(wan.scale(), 0, 6));
    }

    /** With its unit, for text: {@code 3.20亿元}, {@code 2,180万元}, {@code 300万美元}. */
    public static String money(Money money) {
        if (money == null) {
            return NOTHING;
        }
        boolean big = money.currency() == Currency.CNY && money.amount().abs().compareTo(YI) >= 0;
        if (big) {
            return t("format.yi-yuan", yi(money));
        }
        return t(money.currency() == Currency.USD ? "format.wan-dollar" : "format.wan-yuan", wan(money));
    }

    /** Always in 亿元 with the unit, for figures in one row. */
    public static String yiWithUnit(Money money) {
        if (money == null) {
            return NOTHING;
        }
        return t(money.currency() == Currency.USD ? "format.yi-dollar" : "format.yi-yuan", yi(money));
    }

    public static String count(long number) {
        return number(BigDecimal.valueOf(number), 0);
    }

    /** A true minus, groups of three, exactly so many decimals. */
    public static String number(BigDecimal number, int decimals) {
        if (number == null) {
            return NOTHING;
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return trueMinus(format.format(number));
    }

    /** With a plus when it grew: {@code +0.12}, {@code −2.74}. */
    public static String signed(BigDecimal number, int decimals) {
        String text = number(number, decimals);
        return number != null && number.signum() > 0 ? "+" + text : text;
    }

    /** @param share 0.731 becomes {@code 73.1%} */
    public static String percent(BigDecimal share) {
        return share == null ? NOTHING : number(share.movePointRight(2), 1) + "%";
    }

    public static String percent(double share) {
        return percent(BigDecimal.valueOf(share));
    }

    public static String area(Area area) {
        if (area == null) {
            return NOTHING;
        }
        BigDecimal value = area.value().stripTrailingZeros();
        return number(value, Math.clamp(value.scale(), 0, 2))
                + t(area.unit() == AreaUnit.MU ? "format.mu" : "format.square-metre");
    }

    /** Size of a file: {@code 812 KB}, {@code 1.2 MB}. */
    public static String bytes(long size) {
        BigDecimal kilobytes = BigDecimal.valueOf(size).divide(KILO, 1, RoundingMode.HALF_UP);
        if (kilobytes.compareTo(KILO) < 0) {
            return number(kilobytes.max(BigDecimal.ONE), 0) + " KB";
        }
        return number(kilobytes.divide(KILO, 1, RoundingMode.HALF_UP), 1) + " MB";
    }

    /** The name it had that day, or what that is called in English. */
    public static String coded(Coded coded) {
        return coded == null ? NOTHING : Terms.of(coded);
    }

    /** Parts beside one another, without those that are missing. */
    public static String joined(String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isBlank() && !part.equals(NOTHING))
                .collect(Collectors.joining("　"));
    }

    public static String text(String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }

    /** {@code 2023-11-30}: in tables. */
    public static String date(LocalDate date) {
        return date == null ? NOTHING : date.toString();
    }

    /** {@code 11-30} within the year, {@code 2022-11-30} otherwise. */
    public static String shortDate(LocalDate date) {
        if (date == null) {
            return NOTHING;
        }
        return date.getYear() == Today.date().getYear() ? DAY.format(date) : date.toString();
    }

    /** {@code 12-08 现场会}: what comes next and when, without the year when it is near; empty when nothing was said. */
    public static String nextStep(LocalDate on, String step) {
        if (step == null) {
            return "";
        }
        if (on == null) {
            return step;
        }
        boolean near = Math.abs(ChronoUnit.DAYS.between(Today.date(), on)) <= NEAR_DAYS;
        return (near ? DAY.format(on) : shortDate(on)) + " " + step;
    }

    /** {@code 赵甲 12-08 录入，原因：补报}: the reason only where there is one. */
    public static String because(String what, String reason) {
        return reason == null ? what : what + t("history.because", reason);
    }

    /** {@code 2023年11月30日}: in banners. */
    public static String longDate(LocalDate date) {
        if (date == null) {
            return NOTHING;
        }
        return I18n.isChinese()
                ? date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日"
                : date.getDayOfMonth() + " " + date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                        + date.getYear();
    }

    /** {@code 11月30日 周四}: in heads. */
    public static String headDate(LocalDate date) {
        if (date == null) {
            return NOTHING;
        }
        return I18n.isChinese()
                ? date.getMonthValue() + "月" + date.getDayOfMonth() + "日\u3000" + weekday(date)
                : weekday(date) + ", " + date.getDayOfMonth() + " "
                        + date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** {@code 12-01 周五}: in lists of what comes. */
    public static String dayAndWeekday(LocalDate date) {
        return date == null ? NOTHING : shortDate(date) + " " + weekday(date);
    }

    public static String weekday(LocalDate date) {
        return date.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, I18n.isChinese() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    /** {@code 09:12} today, {@code 昨天 18:20}, {@code 11-08 10:12} within the year, with the year otherwise. */
    public static String moment(Instant instant) {
        if (instant == null) {
            return NOTHING;
        }
        LocalDateTime time = LocalDateTime.ofInstant(instant, EventMeta.ZONE);
        LocalDate today = Today.date();
        if (time.toLocalDate().equals(today)) {
            return CLOCK.format(time);
        }
        if (time.toLocalDate().equals(today.minusDays(1))) {
            return t("format.yesterday-at", CLOCK.format(time));
        }
        return (time.getYear() == today.getYear() ? DAY_CLOCK : DATE_CLOCK).format(time);
    }

    /** {@code 11-28 16:20}: when it was entered. */
    public static String recorded(Instant instant) {
        if (instant == null) {
            return NOTHING;
        }
        LocalDateTime time = LocalDateTime.ofInstant(instant, EventMeta.ZONE);
        return (time.getYear() == Today.date().getYear() ? DAY_CLOCK : DATE_CLOCK).format(time);
    }

    public static String clock(LocalTime time) {
        return time == null ? NOTHING : CLOCK.format(time);
    }

    /** {@code 09:12:08}: when a page was filled. */
    public static String clockWithSeconds(Instant instant) {
        return CLOCK_SECONDS.format(LocalDateTime.ofInstant(instant, EventMeta.ZONE));
    }

    /** {@code 今天}, {@code 昨天}, {@code 3 天前}. */
    public static String ago(LocalDate date) {
        if (date == null) {
            return NOTHING;
        }
        long days = ChronoUnit.DAYS.between(date, Today.date());
        if (days <= 0) {
            return t("format.today");
        }
        return days == 1 ? t("format.yesterday") : t("format.days-ago", count(days));
    }

    /** How far what happened lies from what was promised: {@code 晚 26 天}, {@code 早 9 天}, {@code 按时}. */
    public static String deviation(LocalDate due, LocalDate happened) {
        if (due == null || happened == null) {
            return NOTHING;
        }
        long days = ChronoUnit.DAYS.between(due, happened);
        if (days == 0) {
            return t("format.on-time");
        }
        return days > 0 ? late(days) : t("format.early", count(-days));
    }

    /** How far a promise is away on the day one looks at: {@code 剩 31 天}, {@code 今天到期}, {@code 晚 92 天}. */
    public static String remaining(LocalDate due, LocalDate on) {
        if (due == null) {
            return NOTHING;
        }
        long days = ChronoUnit.DAYS.between(on, due);
        if (days == 0) {
            return t("format.due-today");
        }
        return days > 0 ? t("format.left", count(days)) : late(-days);
    }

    public static String late(long days) {
        return t("format.late", count(days));
    }

    private static String trueMinus(String text) {
        return text.startsWith("-") ? MINUS + text.substring(1) : text;
    }
}
