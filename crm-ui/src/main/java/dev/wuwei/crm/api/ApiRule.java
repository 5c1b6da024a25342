package dev.wuwei.crm.api;

import dev.wuwei.crm.shared.Rule;

/** Rules of the REST interface itself: what is wrong before a command is even asked for. */
enum ApiRule implements Rule {
    /** args: line, column */
    MALFORMED_JSON,
    OBJECT_EXPECTED,
    ARRAY_EXPECTED,
    /** args: name asked for */
    UNKNOWN_COMMAND,
    /** args: name of the field */
    UNKNOWN_FIELD,
    /** args: value given, values that are known */
    UNKNOWN_VALUE,
    TEXT_EXPECTED,
    NUMBER_FORM,
    WHOLE_NUMBER_EXPECTED,
    BOOLEAN_EXPECTED,
    DATE_FORM,
    MONTH_FORM,
    INSTANT_FORM,
    ID_FORM,
    CURRENCY_MISSING,
    /** args: unit given, units that fit the currency */
    UNKNOWN_UNIT,
    /** args: largest size */
    TOO_LARGE,
    /** args: most rows */
    TOO_MANY_ROWS,
    EMPTY_BATCH,
    /** args: row, counted from 1 */
    BATCH_REFUSED,
    ROLLED_BACK,
    IDEMPOTENCY_KEY_FORM,
    /** A batch that is stored as a whole is made repeatable by ids of the sender's own. */
    KEY_FOR_A_WHOLE_BATCH,
    /** args: value given, values that are known */
    PARAMETER_FORM,
    /** args: smallest, largest */
    PAGE_RANGE,
    SIGN_IN,
    /** args: minutes */
    TOO_MANY_ATTEMPTS,
    NOT_FOUND,
    /** args: method */
    METHOD_NOT_ALLOWED,
    /** args: media types taken */
    MEDIA_TYPE,
    /** args: media types given */
    NOT_ACCEPTABLE,
    IN_FUTURE,
    STILL_CATCHING_UP,
    /** args: number to tell the administrator */
    OUR_FAULT;

    @Override
    public String field() {
        return null;
    }
}
