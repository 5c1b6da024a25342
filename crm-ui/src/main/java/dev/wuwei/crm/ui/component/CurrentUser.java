package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ui.security.StaffPrincipal;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is signed in.
 *
 * @param parks codes of the parks in the account's scope; empty means all
 */
public record CurrentUser(StaffId id, String name, Set<Role> roles, Set<String> parks) {
    /** @throws IllegalStateException when nobody is signed in */
    public static CurrentUser get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public static Optional<CurrentUser> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(StaffPrincipal.class::isInstance)
                .map(StaffPrincipal.class::cast)
                .map(it -> new CurrentUser(it.staffId(), it.displayName(), it.roles(), it.parks()));
    }

    /** For queries of the read side, which show nobody more than is his to see. */
    public Viewer viewer() {
        return new Viewer(id, roles, parks);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
