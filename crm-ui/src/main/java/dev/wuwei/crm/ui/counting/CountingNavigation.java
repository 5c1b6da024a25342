package dev.wuwei.crm.ui.counting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.menu.MenuConfiguration;
import dev.wuwei.crm.projections.ledger.PolicyQuery.PolicyVersion;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Format;

/** Where the pages about counting are. */
public final class CountingNavigation {
    /** 数据核对. */
    public static final String CHECKS = "checks";

    /** 口径. */
    public static final String POLICIES = "policies";

    private CountingNavigation() {}

    /** @return the policy by its name and version; opens the policies for whoever may read them */
    public static Component policy(PolicyVersion version) {
        return link(
                POLICIES,
                Format.joined(PolicyWords.name(version), version.policy().id()));
    }

    /** @return a link, or words alone for those whose menu does not have the page */
    static Component link(String page, String words) {
        boolean opens = MenuConfiguration.getMenuEntries().stream()
                .anyMatch(entry -> entry.path().replaceFirst("^/", "").equals(page));
        return opens ? new Anchor(AsOf.current().link(page), words) : new Span(words);
    }
}
