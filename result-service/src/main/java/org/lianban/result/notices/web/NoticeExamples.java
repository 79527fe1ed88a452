package org.lianban.result.notices.web;

/** Examples of numbers in the API description. */
public final class NoticeExamples {
    public static final String CASE = "41072120260918YJS000001F";
    static final String NO = "41072120260918YJS000001F-01-SL1";

    static final String DIGEST = "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

    private NoticeExamples() {}
}
