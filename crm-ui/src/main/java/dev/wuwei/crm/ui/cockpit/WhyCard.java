package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Anchor;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import java.time.LocalDate;
import java.util.Map;

/** 为什么变了: from the end of the year before to the last day of this one that has come, cause by cause. */
class WhyCard extends WaterfallCard {
    private static final TotalsQuery.Request SIGNED = TotalsQuery.Request.of(Measure.SIGNED);

    private final Anchor page = new Anchor("", Icon.ARROW_RIGHT.create());

    WhyCard(CockpitDesk desk, Sources sources) {
        super(t("cockpit.why"), t("cockpit.why.note"), "330px", desk.totals, sources);
        page.getElement().setAttribute("aria-label", t("cockpit.why.page"));
        page.setTitle(t("cockpit.why.page"));
        page.addClassName("ww-brief-icon");
        beside(page);
    }

    void show(CockpitYear shown) {
        LocalDate opening = shown.first().minusDays(1);
        LocalDate until = shown.until().isBefore(opening) ? opening : shown.until();
        try {
            show(shown, opening, until);
        } catch (RuleViolated violated) {
            if (violated.rule() != LedgerRule.BEFORE_FIRST_EVENT) {
                throw violated;
            }
            // The first year begins with the first day of which anything is known.
            LocalDate first =
                    (LocalDate) violated.violations().getFirst().args().getLast();
            show(shown, first, until.isBefore(first) ? first : until);
        }
    }

    private void show(CockpitYear shown, LocalDate opening, LocalDate until) {
        page.setHref(shown.day().link(WaterfallView.path(opening, until)));
        show(
                new Changes(false, SIGNED, Map.of(), shown.on(opening), shown.on(until), shown.viewer()),
                end(opening, shown),
                end(until, shown),
                "waterfall-" + shown.year());
    }

    private static String end(LocalDate day, CockpitYear shown) {
        if (day.getDayOfYear() == day.lengthOfYear()) {
            return t("cockpit.year-end", String.valueOf(day.getYear()));
        }
        return day.getYear() == shown.year() ? Format.shortDate(day) : Format.date(day);
    }
}
