package dev.wuwei.crm.testing;

import dev.wuwei.crm.shared.Credentials;
import dev.wuwei.crm.shared.StaffId;
import java.util.HashMap;
import java.util.Map;

/** Passwords in memory, in clear: the shortest way to see what was set. */
public final class TestCredentials implements Credentials {
    private final Map<StaffId, String> passwords = new HashMap<>();

    @Override
    public void set(StaffId staff, String password) {
        passwords.put(staff, password);
    }

    @Override
    public boolean matches(StaffId staff, String password) {
        return password.equals(passwords.get(staff));
    }

    @Override
    public void remove(StaffId staff) {
        passwords.remove(staff);
    }

    public boolean has(StaffId staff) {
        return passwords.containsKey(staff);
    }
}
