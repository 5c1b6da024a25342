package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.target.TargetCard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The cards of the cockpit, in the order in which they are read. */
class CockpitCards extends Div {
    /** So many stand beside one another on the wall. */
    private static final int ON_THE_WALL = 2;

    private record Card(Component component, Consumer<CockpitYear> show) {}

    private final List<Card> cards = new ArrayList<>();

    CockpitCards(CockpitDesk desk, SidePanel drawer) {
        Sources sources = new Sources(desk.totals, drawer);
        addClassName("ww-cockpit-cards");
        FunnelCard funnel = new FunnelCard(desk, sources);
        WhyCard why = new WhyCard(desk, sources);
        TargetCard targets = new TargetCard(desk.targets, drawer);
        HeatCard heat = new HeatCard(desk, sources);
        OriginCard origin = new OriginCard(desk, sources);
        OwnProjectsCard own = new OwnProjectsCard(desk);
        MoversCard movers = new MoversCard(desk);
        TrendCard trend = new TrendCard(desk, sources);
        ClassCard bands = new ClassCard(
                t("cockpit.bands"), t("cockpit.bands.note"), List.of(Dimension.SIZE_BAND), false, desk, sources);
        ClassCard parks = new ClassCard(
                t("cockpit.parts"),
                t("cockpit.amount-in-yi"),
                List.of(Dimension.PARK, Dimension.LEADER, Dimension.TEAM),
                true,
                desk,
                sources);
        card("funnel", funnel, funnel::show);
        card("why", why, why::show);
        card("targets", targets, shown -> targets.show(shown.year()));
        card("heat", heat, heat::show);
        card("origin", origin, origin::show);
        card("own", own, own::show);
        card("movers", movers, movers::show);
        card("trend", trend, trend::show);
        card("bands", bands, bands::show);
        card("parks", parks, parks::show);
    }

    /** @return in 亿元, as bars are drawn; 0 of what has no amount, or one in another currency */
    static BigDecimal yi(Money amount) {
        return amount == null || amount.currency() != Currency.CNY ? BigDecimal.ZERO : amount.shownInYi();
    }

    private void card(String name, Component component, Consumer<CockpitYear> show) {
        component.addClassName("ww-cockpit-" + name);
        cards.add(new Card(component, show));
    }

    /** All of them, each where it always is. */
    void show(CockpitYear shown) {
        if (getComponentCount() == 0) {
            cards.forEach(card -> add(card.component()));
        }
        cards.forEach(card -> card.show().accept(shown));
    }

    /** Every chart has its table for those who hear it, for there are no buttons on the wall. */
    void tellTables() {
        cards.stream()
                .map(Card::component)
                .filter(Chart.class::isInstance)
                .map(Chart.class::cast)
                .forEach(Chart::tellTable);
    }

    int pages() {
        return Math.ceilDiv(cards.size(), ON_THE_WALL);
    }

    /** @param page the first is 0 */
    void showPage(int page, CockpitYear shown) {
        List<Card> turned = cards.stream()
                .skip((long) page * ON_THE_WALL)
                .limit(ON_THE_WALL)
                .toList();
        turned.forEach(card -> card.show().accept(shown));
        removeAll();
        turned.stream().map(Card::component).filter(Component::isVisible).forEach(this::add);
    }
}
