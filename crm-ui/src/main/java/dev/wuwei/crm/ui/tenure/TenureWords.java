package dev.wuwei.crm.ui.tenure;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.tenure.Tenure.Deed;
import dev.wuwei.crm.projections.tenure.Tenure.Held;
import dev.wuwei.crm.projections.tenure.Tenure.Move;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Light;
import dev.wuwei.crm.ui.component.LightWords;
import java.util.stream.Collectors;

/** How a tenure is told, on the page and on paper. */
final class TenureWords {
    private TenureWords() {}

    /** {@code 12 个　36.20亿元}; dollars stand apart. */
    static String figure(Figure figure) {
        return Format.joined(t("cockpit.projects", figure.count()), amount(figure));
    }

    static String amount(Figure figure) {
        return figure.sums().isEmpty()
                ? Format.NOTHING
                : figure.sums().stream().map(Format::money).collect(Collectors.joining("　"));
    }

    /** {@code 接手自 赵甲}, {@code 退出（终止）}. */
    static String move(Move move) {
        return switch (move.kind()) {
            case TAKEN_OVER -> t("tenure.taken-over-from", other(move.other()));
            case HANDED_ON -> t("tenure.handed-on-to", other(move.other()));
            case ENDED -> t("tenure.ended-as", Enums.label(move.kind()), Enums.name(move.status()));
            case NEW, REVIVED -> Enums.label(move.kind());
        };
    }

    static String predecessor(Held held) {
        return held.predecessor() == null ? Format.NOTHING : held.predecessor();
    }

    private static String other(String name) {
        return name == null ? t("tenure.nobody") : name;
    }

    /** {@code 二期 投产}, or what a visit was about. */
    static String what(Deed deed) {
        return deed.milestone() == null
                ? Format.text(deed.what())
                : Format.joined(deed.what(), Enums.name(deed.milestone()));
    }

    static String light(Held held) {
        return held.verdict() == null
                ? Format.NOTHING
                : Format.joined(
                        Light.Colour.valueOf(held.verdict().light().name()).label(),
                        LightWords.reasons(held.verdict()));
    }
}
