package dev.wuwei.crm.ui.project;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Spans;

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

    /** @return name and number for a table, the name a link to the file */
    public static Component cell(String projectNo, String name) {
        return cell(link(projectNo), projectNo, name);
    }

    /** @return the same, the name a link to one of the file's tabs */
    public static Component cellTo(String tab, String projectNo, String name) {
        return cell(link(projectNo, tab), projectNo, name);
    }

    private static Component cell(String link, String projectNo, String name) {
        Div cell = new Div(new Anchor(link, name), Spans.note(projectNo));
        cell.addClassName("ww-stack");
        return cell;
    }
}
