package dev.wuwei.crm.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The id of something that the command creates. A sender may choose it, so that a repeated sending creates nothing twice;
 * where it is missing the REST interface makes one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface NewId {}
