package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.followup.Delay;
import dev.wuwei.crm.followup.LightReason;
import dev.wuwei.crm.followup.LightVerdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a light is not green, in words. */
public final class LightWords {
    private LightWords() {}

    /** {@code 晚 91 天、落后 14 点}; what a justified cause has quieted says so. */
    public static String reasons(LightVerdict verdict) {
        List<String> reasons =
                verdict.reasons().stream().map(LightWords::reason).toList();
        return (verdict.quiet() ? Stream.concat(Stream.of(t("light.quiet")), reasons.stream()) : reasons.stream())
                .collect(Collectors.joining(t("light.comma")));
    }

    /** The worst of them alone, for where there is little room. */
    public static String worst(LightVerdict verdict) {
        return reason(verdict.reasons().getFirst());
    }

    private static String reason(LightReason reason) {
        return switch (reason.kind()) {
            case START_MISSED -> t("light.start-missed", Format.late(reason.amount()));
            case MILESTONE_LATE -> Format.late(reason.amount());
            case BELOW_CAPACITY -> t("light.below-capacity", reason.amount());
            case PROGRESS_BEHIND -> t("light.behind", reason.amount());
            case NOT_IN_STATISTICS -> t("light.not-in-statistics", reason.amount());
        };
    }

    /** {@code 吴己　12-06 重报环评}: who sees to it and what comes next. */
    public static String next(Delay delay, String owner) {
        return Format.joined(owner == null ? "" : owner, Format.nextStep(delay.nextActionOn(), delay.nextAction()));
    }
}
