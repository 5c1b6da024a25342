package dev.wuwei.crm.ui.component;

/** A view that has a name: in the browser's tab, and in the bar at the top of a phone. */
public interface PageTitle {
    String pageTitle();

    /** @return what the browser's tab says */
    default String windowTitle() {
        return pageTitle() + " · " + I18n.t("app.name");
    }

    /** @return the small words beside the title on a phone, or an empty text */
    default String pageNote() {
        return "";
    }
}
