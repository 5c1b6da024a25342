package dev.wuwei.crm.shared;

/** Password hashes, kept outside the events and written in the command's transaction. */
public interface Credentials {
    /** @throws RuleViolated {@code staff.password-too-weak} at field {@code password} */
    void set(StaffId staff, String password);

    boolean matches(StaffId staff, String password);

    void remove(StaffId staff);

    /**
     * Tells whether the password is still the one that was checked before, without checking it again.
     *
     * @return a text that changes whenever the password does; {@code null} when there is none, or when this cannot be told
     */
    default String fingerprint(StaffId staff) {
        return null;
    }
}
