package dev.wuwei.crm.shared;

/** Password hashes, kept outside the events and written in the command's transaction. */
public interface Credentials {
    /** @throws RuleViolated {@code staff.password-too-weak} at field {@code password} */
    void set(StaffId staff, String password);

    boolean matches(StaffId staff, String password);

    void remove(StaffId staff);
}
