package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * 灯: shape, colour and words together, so that it is read without colour. A light belongs to a project; a working
 * deadline is a {@link Deadline}.
 */
public class Light extends Span {
    /** Red, yellow, green; the shape is square, triangle, circle. */
    public enum Colour {
        RED(
                "M2.4 1h7.2A1.4 1.4 0 0 1 11 2.4v7.2A1.4 1.4 0 0 1 9.6 11H2.4A1.4 1.4 0 0 1 1 9.6V2.4A1.4 1.4 0 0 1 2.4 1z"),
        YELLOW("M6 1 11.5 11H.5Z"),
        GREEN("M6 .7a5.3 5.3 0 1 1 0 10.6A5.3 5.3 0 0 1 6 .7z");

        private final String path;

        Colour(String path) {
            this.path = path;
        }

        /** @return the outline in a box of 12 × 12 */
        String path() {
            return path;
        }

        String css() {
            return "ww-light-" + name().toLowerCase(Locale.ROOT);
        }

        /** 红灯, 黄灯, 绿灯. */
        public String label() {
            return t("component.light." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** What a cell shows. */
    public record Words(Colour colour, String text) {}

    /** @param words what is late and by how much; may be empty where the light stands in a legend */
    public Light(Colour colour, String words) {
        addClassNames("ww-light", colour.css());
        add(new Svg("<svg viewBox=\"0 0 12 12\" role=\"img\" aria-label=\"" + colour.label() + "\"><path d=\""
                + colour.path() + "\"/></svg>"));
        if (!words.isEmpty()) {
            add(new Span(words));
        }
    }

    /** The light and its own name: {@code ▲ 黄灯}. */
    public static Light named(Colour colour) {
        return new Light(colour, colour.label());
    }

    /** The light and how many: {@code ■ 4}; zero stays, weak. */
    public static Light counted(Colour colour, long count) {
        Light light = new Light(colour, Format.count(count));
        light.setClassName("ww-light-none", count == 0);
        return light;
    }
}
