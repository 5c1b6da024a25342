package dev.wuwei.crm.shared;

/** The door that a command came in by. */
public enum Channel {
    UI,
    API,
    IMPORT,
    JOB
}
