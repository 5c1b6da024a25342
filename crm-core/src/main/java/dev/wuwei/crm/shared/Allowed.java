package dev.wuwei.crm.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may send a command. Checked on the command side, whatever door the command came in by.
 * {@link Role#SYSTEM} may send every command.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Allowed {
    Role[] value();
}
