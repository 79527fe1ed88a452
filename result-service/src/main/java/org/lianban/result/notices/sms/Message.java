package org.lianban.result.notices.sms;

import java.util.List;

/**
 * 短信正文: one message per case and transaction, whatever happened in it. It names neither the applicant nor anything
 * he filed: the one-thing, the case number and what became of each item (个人信息保护法 6: 最小范围).
 */
public final class Message {
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
        int room = Segments.capacity(style.segments());
        for (int told = news.size(); told > 0; told--) {
            int left = news.size() - told;
            var text = head + String.join("；", news.subList(0, told))
                    + (left == 0 ? "。" : "；另有" + left + "项进展。") + style.query();
            if (text.length() <= room) {
                return text;
            }
        }
        var shortest = head + "有" + news.size() + "项新进展。" + style.query();
        return shortest.length() <= room ? shortest : shortest.substring(0, room - 1) + "…";
    }
}
