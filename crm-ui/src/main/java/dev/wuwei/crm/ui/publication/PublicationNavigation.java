package dev.wuwei.crm.ui.publication;

import dev.wuwei.crm.publication.PublicationId;
import dev.wuwei.crm.ui.component.AsOf;

/** The ways to published reports. */
public final class PublicationNavigation {
    public static final String PATH = "publications";

    private PublicationNavigation() {}

    public static String link(PublicationId publication) {
        return AsOf.current().link(PATH + "/" + publication);
    }
}
