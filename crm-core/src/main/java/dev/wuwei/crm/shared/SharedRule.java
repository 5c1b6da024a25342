package dev.wuwei.crm.shared;

/** Rules that every input obeys, whatever it is about. */
public enum SharedRule implements Rule {
    REQUIRED(null),
    /** args: longest length allowed */
    TOO_LONG(null),
    /** args: most entries allowed */
    TOO_MANY(null),
    /** The same person or thing appears twice in one list. */
    LISTED_TWICE(null),
    /** Control or bidirectional formatting characters. */
    FORBIDDEN_CHARACTERS(null),
    /** args: the code that no dictionary knows */
    UNKNOWN_CODE(null),
    /** args: name of the entry, the last day on which it was there, name of what it has become or — */
    NO_LONGER_OFFERED(null),
    /** args: today */
    IN_FUTURE("occurredOn"),
    /** args: earliest date allowed */
    TOO_EARLY("occurredOn"),
    /** args: latest date allowed */
    TOO_LATE("occurredOn"),
    NEGATIVE_AMOUNT(null),
    /** args: largest amount allowed, in the main unit */
    ABSURD_AMOUNT(null),
    /** More than two decimals of the main unit. */
    TOO_PRECISE(null),
    /** args: first currency, second currency */
    MIXED_CURRENCY(null),
    /** args: currency asked for */
    WRONG_CURRENCY(null),
    NOT_POSITIVE(null),
    /** 校验位不对 */
    WRONG_CHECK_CHARACTER("creditCode"),
    /** args: what is already taken, who was first, when */
    ALREADY_TAKEN(null),
    REASON_REQUIRED("reason"),
    /** args: roles that may */
    NOT_ALLOWED(null),
    /** args: park that the project belongs to */
    OUTSIDE_YOUR_PARKS(null),
    NOT_FOUND(null),
    /** args: name of the file */
    NOT_A_PICTURE(null),
    /** Somebody else changed the same thing meanwhile; args: who, when */
    CHANGED_MEANWHILE(null),
    /** The same idempotency key came with another body. */
    IDEMPOTENCY_CONFLICT(null);

    private final String field;

    SharedRule(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
