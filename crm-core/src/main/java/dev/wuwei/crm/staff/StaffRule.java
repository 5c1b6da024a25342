package dev.wuwei.crm.staff;

import dev.wuwei.crm.shared.Rule;

/** Rules about accounts and teams. */
public enum StaffRule implements Rule {
    USERNAME_FORM("username"),
    NO_ROLE("roles"),
    SYSTEM_ROLE_IS_NOT_GIVEN("roles"),
    /** At least 8 characters (demo accounts have 9), and not the user name; args: shortest length. */
    PASSWORD_TOO_WEAK("password"),
    CURRENT_PASSWORD_WRONG("current"),
    OTHER_ACCOUNT(null),
    ACCOUNT_CLOSED(null),
    ALREADY_LOCKED(null),
    NOT_LOCKED(null),
    /** Nobody locks, closes or takes the last rights from the account they work with. */
    OWN_ACCOUNT(null),
    LAST_ADMINISTRATOR(null),
    UNKNOWN_TEAM("teamId"),
    TEAM_CLOSED("teamId"),
    /** A team does not become a part of itself */
    TEAM_INTO_ITSELF("intoTeamId"),
    UNKNOWN_STAFF(null),
    PHONE_FORM("phone"),
    NOTHING_CHANGED(null);

    private final String field;

    StaffRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
