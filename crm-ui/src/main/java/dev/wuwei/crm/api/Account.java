package dev.wuwei.crm.api;

import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.ui.security.StaffPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/** The account that a request is made with, as the write side and the read side know it. */
final class Account {
    private Account() {}

    private static StaffPrincipal principal() {
        return (StaffPrincipal)
                SecurityContextHolder.getContext().getAuthentication().getPrincipal();
    }

    static Caller caller() {
        StaffPrincipal principal = principal();
        return Caller.of(principal.staffId(), principal.roles(), principal.parks(), Channel.API);
    }

    static Viewer viewer() {
        StaffPrincipal principal = principal();
        return new Viewer(principal.staffId(), principal.roles(), principal.parks());
    }
}
