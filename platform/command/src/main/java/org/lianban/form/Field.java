package org.lianban.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.lianban.text.TextKind;

/**
 * What a component of a request record takes, beside what its type says: check and document are made from it. A component
 * whose type is {@code @Nullable} may be missing, and so may a list, a map (then empty) and a boolean (then false).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
    /** Of a text, of the texts of a list, and of the texts in a map. */
    TextKind kind() default TextKind.LINE;

    /** What people call it, in Chinese; messages begin with it. */
    String label() default "";

    /** Longest text in code points (by default its kind's), or largest number. */
    long max() default Long.MAX_VALUE;

    /** Shortest text in code points, or smallest number. */
    long min() default Long.MIN_VALUE;

    /** Most entries of a list or a map. */
    int most() default 100;

    /** Fewest entries of a list or a map. */
    int least() default 0;

    /** What the whole text must match, beside what its kind asks for. */
    String pattern() default "";

    /** How {@link #pattern} is told to people: 两位数字. */
    String form() default "";

    /** Earliest date. */
    String from() default "1900-01-01";

    /** Latest date. */
    String until() default "2100-12-31";

    /** Most digits behind the point of a decimal. */
    int scale() default 6;

    /** As it is written in JSON; texts without quotes. */
    String example() default "";
}
