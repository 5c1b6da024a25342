package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** Our own 16 px line icons, one sprite, drawn in the colour of the text around them. */
public enum Icon {
    HOME,
    PIN,
    TALK,
    SIGN,
    CALENDAR,
    GAPS,
    GANTT,
    FLAG,
    LAND,
    LOOKBACK,
    TARGET,
    GAUGE,
    DOCUMENT,
    SHIELD,
    SLIDERS,
    SEARCH,
    BELL,
    PLUS,
    LIST,
    KANBAN,
    DOWNLOAD,
    UPLOAD,
    CHEVRON_DOWN,
    CHEVRON_UP,
    CHEVRON_RIGHT,
    CHEVRON_LEFT,
    FILTER,
    COLUMNS,
    TABLE,
    CLOCK,
    CHECK,
    CROSS,
    PARTIAL,
    INFO,
    WARNING,
    LOCK,
    DOTS,
    PRINT,
    EYE,
    CAMERA,
    CLIP,
    LINK,
    PERSON,
    PEOPLE,
    BOOK,
    FACTORY,
    SWAP,
    EDIT,
    UNDO,
    EXIT,
    MOON,
    GLOBE,
    GEAR,
    MENU,
    STAR,
    HISTORY,
    PHONE,
    ARROW_RIGHT,
    PAUSE,
    PLAY;

    /** Where the sprite is served, for templates: {@code <vaadin-icon src="icons.svg" symbol="clock">}. */
    public static final String SPRITE = "icons.svg";

    /** @return the id of the symbol in the sprite, and the name to use in {@code @Menu(icon = …)} */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return a new icon, hidden from screen readers: the words beside it, or the button's label, say it */
    public SvgIcon create() {
        return of(symbol());
    }

    /** @param symbol an id in the sprite */
    public static SvgIcon of(String symbol) {
        SvgIcon icon = new SvgIcon(SPRITE, symbol);
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
