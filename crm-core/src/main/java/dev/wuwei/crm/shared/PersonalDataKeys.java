package dev.wuwei.crm.shared;

/** The keys that personal data is stored under. */
public interface PersonalDataKeys {
    /** Erases the person's key for good, in the command's transaction. What was stored under it can never be read again. */
    void erase(TypedId person);
}
