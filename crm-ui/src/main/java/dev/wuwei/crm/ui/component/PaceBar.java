package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;

/** How much of a target was reached, and a dark line where the time pace is. Ends at 120%; what goes beyond is cut. */
public class PaceBar extends Div {
    private static final double END = 1.2;

    /**
     * @param share reached, 1 for all of it; {@code null} when nothing is known
     * @param pace that should be reached by now, 0 to 1; {@code null} for none
     * @param text what it says, for those who cannot see it
     */
    public PaceBar(BigDecimal share, BigDecimal pace, String text) {
        addClassName("ww-pace");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", text);
        double reached = share == null ? 0 : share.doubleValue();
        boolean behind = share != null && pace != null && share.compareTo(pace) < 0;
        Div fill = new Div();
        fill.addClassName("ww-pace-fill");
        fill.setClassName("ww-pace-behind", behind);
        fill.setWidth(percent(reached));
        Div rail = new Div(fill);
        rail.addClassName("ww-pace-rail");
        if (reached > END) {
            Div cut = new Div();
            cut.addClassName("ww-pace-cut");
            rail.add(cut);
        }
        add(rail);
        if (pace != null) {
            Div mark = new Div();
            mark.addClassName("ww-pace-mark");
            mark.getStyle().set("inset-inline-start", percent(pace.doubleValue()));
            add(mark);
        }
    }

    private static String percent(double share) {
        return Math.clamp(share / END * 100, 0, 100) + "%";
    }
}
