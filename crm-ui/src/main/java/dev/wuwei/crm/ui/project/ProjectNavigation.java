package dev.wuwei.crm.ui.project;

import com.vaadin.flow.component.UI;
import dev.wuwei.crm.ui.component.AsOf;

/** The way to a project's file. */
public final class ProjectNavigation {
    public static final String PATH = "projects";

    private ProjectNavigation() {}

    /** Opens the file as of the day that one looks at. */
    public static void open(String projectNo) {
        UI.getCurrent().navigate(PATH + "/" + projectNo, AsOf.current().parameters());
    }

    /** Opens one of the file's tabs. */
    public static void open(String projectNo, String tab) {
        UI.getCurrent()
                .navigate(PATH + "/" + projectNo, AsOf.current().parameters().merging("tab", tab));
    }

    public static String link(String projectNo) {
        return AsOf.current().link(path(projectNo));
    }

    /** @return the way to one of the file's tabs */
    public static String link(String projectNo, String tab) {
        return AsOf.current().link(path(projectNo) + "?tab=" + tab);
    }

    /** @return the path without a slash before it, as of now */
    public static String path(String projectNo) {
        return PATH + "/" + projectNo;
    }
}
