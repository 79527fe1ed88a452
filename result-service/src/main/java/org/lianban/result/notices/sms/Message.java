package org.lianban.result.notices.sms;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.lianban.text.Characters;

/**
 * 短信正文: one message per case and transaction, whatever happened in it. It names neither the applicant nor anything
 * he filed: the one-thing, the case number and what became of each item (个人信息保护法 6: 最小范围).
 */
public final class Message {
    private static final int SINGLE = 70;
    private static final int PART = 67;

    private Message() {}

    /**
     * @param signature 签名, without brackets; carriers require one
     * @param segments limit of the whole message, 1 to 10
     * @param query how the case can be looked up, for example {@code 登录政务服务网“我的办件”查询}
     */
    public record Style(String signature, int segments, String query) {}

    /**
     * @param news one sentence each, without full stop, the most important first; at least one
     * @return not longer than the style allows: news that do not fit are counted instead
     */
    public static String of(String oneThing, String caseNo, List<String> news, Style style) {
        var head = "【" + style.signature() + "】您的“" + oneThing + "”一件事（办件编号" + caseNo + "）：";
        for (int told = news.size(); told > 0; told--) {
            int left = news.size() - told;
            var text = head + String.join("；", news.subList(0, told))
                    + (left == 0 ? "。" : "；另有" + left + "项进展。") + style.query();
            if (segments(text) <= style.segments()) {
                return text;
            }
        }
        var shortest = head + "有" + news.size() + "项新进展。" + style.query();
        var text = shortest;
        for (int room = style.segments() * PART + 2; segments(text) > style.segments(); room--) {
            text = Characters.head(shortest, room) + "…";
        }
        return text;
    }

    /**
     * 短信分段: a message of Chinese text holds 70 UTF-16 units, a part of a longer one 67 (3GPP TS 23.040, UCS-2), and
     * 66 where a character of two units would be parted.
     */
    public static int segments(String text) {
        if (text.length() <= SINGLE) {
            return 1;
        }
        int parts = 0;
        for (int at = 0; at < text.length(); parts++) {
            int end = Math.min(at + PART, text.length());
            at = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        }
        return parts;
    }

    /**
     * 短信规则 of a county.
     *
     * @param recorded messages are recorded only: nothing is sent
     */
    public record Policy(News.Scope scope, Style style, QuietHours quiet, boolean recorded) {}

    /**
     * 免打扰时段: when no message goes out. A message that is due within them goes out at their end.
     *
     * @param on false: messages go out at any hour
     * @param from inclusive
     * @param until exclusive; earlier than {@code from}: the next morning
     */
    public record QuietHours(boolean on, LocalTime from, LocalTime until, ZoneId zone) {
        /** When a message that is ready now may go out. */
        public Instant earliest(Instant ready) {
            var local = ready.atZone(zone);
            if (!on || !quiet(local.toLocalTime())) {
                return ready;
            }
            var end = local.with(until);
            return (end.isAfter(local) ? end : end.plusDays(1).with(until)).toInstant();
        }

        private boolean quiet(LocalTime time) {
            return from.isBefore(until)
                    ? !time.isBefore(from) && time.isBefore(until)
                    : !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
        }
    }
}
