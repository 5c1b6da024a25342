package dev.wuwei.crm.ui.security;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.io.Serial;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The signed-in account. The staff read model makes one for each sign-in; roles become {@code ROLE_…} authorities, so
 * that a view says {@code @RolesAllowed("SUPERVISOR")}.
 */
public final class StaffPrincipal implements UserDetails, CredentialsContainer {
    @Serial
    private static final long serialVersionUID = 1L;

    private final StaffId staffId;
    private final String username;
    private final String displayName;
    private final Set<Role> roles;
    private final Set<String> parks;
    private final boolean enabled;
    private String passwordHash;

    /**
     * @param parks codes of the parks in the account's scope; empty means all
     * @param passwordHash as a {@code PasswordEncoder} understands it
     */
    public StaffPrincipal(
            StaffId staffId,
            String username,
            String displayName,
            Set<Role> roles,
            Set<String> parks,
            String passwordHash,
            boolean enabled) {
        this.staffId = staffId;
        this.username = username;
        this.displayName = displayName;
        this.roles = roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
        this.parks = Set.copyOf(parks);
        this.passwordHash = passwordHash;
        this.enabled = enabled;
    }

    public StaffId staffId() {
        return staffId;
    }

    public String displayName() {
        return displayName;
    }

    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }

    public Set<String> parks() {
        return parks;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StaffPrincipal that && staffId.equals(that.staffId);
    }

    @Override
    public int hashCode() {
        return staffId.hashCode();
    }

    @Override
    public String toString() {
        return "StaffPrincipal" + List.of(staffId, roles);
    }
}
