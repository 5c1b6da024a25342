package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.HasHelper;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.YearAmount;
import dev.wuwei.crm.ui.component.Format;
import java.math.MathContext;
import java.util.Objects;
import java.util.function.Function;

/** Says while an agreement is typed whether its amounts tie: years and phases to the total, fixed assets within it. */
final class AgreementSums {
    private AgreementSums() {}

    /** Does nothing in a form without an agreement's amounts. */
    static void show(RecordForm form) {
        RowsField years = form.rows("terms.annualPlan");
        RowsField phases = form.rows("terms.phases");
        if (years == null || phases == null) {
            return;
        }
        Money total = yuan(form.input("terms.totalInvestment").read().get());
        say(years, total, row -> ((YearAmount) row).amount());
        say(phases, total, row -> ((AgreedPhase) row).investment());
        Input fixed = form.input("terms.fixedAssetInvestment");
        ((HasHelper) fixed.field()).setHelperText(share(yuan(fixed.read().get()), total));
    }

    private static Money yuan(Object money) {
        return money instanceof Money amount && amount.currency() == Currency.CNY ? amount : null;
    }

    private static void say(RowsField rows, Money total, Function<Object, Money> amount) {
        Money sum = rows.read().stream()
                .map(amount)
                .map(AgreementSums::yuan)
                .filter(Objects::nonNull)
                .reduce(Money.zero(Currency.CNY), Money::plus);
        if (sum.isZero() || total == null) {
            rows.say("", false);
            return;
        }
        int compared = sum.compareTo(total);
        Money apart = compared > 0 ? sum.minus(total) : total.minus(sum);
        String key = compared == 0 ? "command.sum.ties" : compared < 0 ? "command.sum.below" : "command.sum.above";
        rows.say(t(key, Format.money(sum), Format.money(total), Format.money(apart)), compared > 0);
    }

    private static String share(Money part, Money total) {
        if (part == null || total == null || total.isZero()) {
            return "";
        }
        return part.compareTo(total) > 0
                ? t("error.signing.fixed-assets-above-total")
                : t("command.sum.share", Format.percent(part.amount().divide(total.amount(), MathContext.DECIMAL64)));
    }
}
