package dev.wuwei.crm.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of an event that tells about a person outside the administration. It is stored encrypted with the key of the
 * person named by the {@link DataSubject} component of the same record; erasing that key erases the person.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface PersonalData {
    /** What such a text reads as once the person is erased. Screens translate it (〔已删除〕). */
    String ERASED_VALUE = "[erased]";
}
