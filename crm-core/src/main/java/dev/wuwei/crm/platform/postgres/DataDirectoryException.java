package dev.wuwei.crm.platform.postgres;

/** The application cannot work on this data directory; says why, and what to do. */
public final class DataDirectoryException extends RuntimeException {
    private final String action;

    DataDirectoryException(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    /** @return what the operator can do about it */
    public String action() {
        return action;
    }
}
