package dev.wuwei.crm.platform.files;

import dev.wuwei.crm.shared.Rule;

/** Rules about files that are handed in. */
public enum FilesRule implements Rule {
    MISSING,
    /** A form was sent before its files had come. */
    ARRIVING,
    EMPTY,
    /** args: largest size, as text with its unit */
    TOO_LARGE,
    /** args: extensions that are taken */
    TYPE_NOT_ALLOWED,
    /** args: extension that the content looks like */
    CONTENT_DIFFERS,
    /** args: extension that the name has and the content does not fit */
    CONTENT_UNKNOWN,
    /** An archive that unpacks to far more than it is. */
    COMPRESSED_TOO_FAR,
    DAMAGED,
    NAME_FORM;

    @Override
    public String field() {
        return "file";
    }
}
