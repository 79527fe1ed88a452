package org.lianban.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a record that is a document with rules of its own, which say what may not be missing: here it is null, a number 0.
 * A text without {@link Field} may have several lines. Holds for every record in it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OwnRules {
    /** Members that may be sent and say nothing: what the service itself has written there. */
    String[] ignoring() default {};

    /** A whole one as JSON, for those who write clients. */
    String example() default "";
}
