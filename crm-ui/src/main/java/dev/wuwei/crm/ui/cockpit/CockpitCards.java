package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.target.TargetCard;
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
        ClassCard bands =
                new ClassCard(t("cockpit.bands"), t("cockpit.bands.note"), Dimension.SIZE_BAND, false, desk, sources);
        ClassCard parks =
                new ClassCard(t("cockpit.parks"), t("cockpit.amount-in-yi"), Dimension.PARK, true, desk, sources);
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
