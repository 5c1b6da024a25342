package dev.wuwei.crm.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

/**
 * A {@link RunningApi} with the demo park in it. It is loaded once for all of them: what a test adds must not change what
 * the texts say of 2023.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("demo")
@TestPropertySource(properties = "wuwei.demo=true")
public @interface InDemoPark {}
