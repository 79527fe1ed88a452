package org.lianban.department.task;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 送达编号: names one delivery, {@code …-03/1}. @param no running number within the task, from 1 */
public record DeliveryId(String taskId, int no) {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /** Null for what is none. */
    public static @Nullable DeliveryId parse(@Nullable String id) {
        int slash = id == null ? -1 : id.lastIndexOf('/');
        if (id == null || slash < 1 || !ReplyForm.plausibleTask(id.substring(0, slash))
                || !NUMBER.matcher(id.substring(slash + 1)).matches()) {
            return null;
        }
        return new DeliveryId(id.substring(0, slash), Integer.parseInt(id.substring(slash + 1)));
    }

    public String text() {
        return taskId + "/" + no;
    }
}
