package org.lianban.department.task;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 送达编号: names one delivery, {@code …-03/1}. @param no running number within the task, from 1 */
public record DeliveryId(String taskId, int no) {
    public static final String PATTERN = ".+/[1-9][0-9]{0,8}";
    private static final Pattern ID = Pattern.compile(PATTERN);

    /** Null for what is none. */
    public static @Nullable DeliveryId parse(@Nullable String id) {
        return id == null || !ID.matcher(id).matches() ? null : of(id);
    }

    /** Of what the pattern matches. */
    public static DeliveryId of(String id) {
        int slash = id.lastIndexOf('/');
        return new DeliveryId(id.substring(0, slash), Integer.parseInt(id.substring(slash + 1)));
    }

    public String text() {
        return taskId + "/" + no;
    }
}
