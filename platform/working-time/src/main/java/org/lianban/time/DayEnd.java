package org.lianban.time;

/** 截止时刻: when the last day of a term of days ends (民法典 203). */
public enum DayEnd {
    /** 二十四时: at 24:00 of the day, which is the first instant of the next. */
    MIDNIGHT,
    /** 停止业务活动的时间: when the window closes for the last time that day. */
    CLOSING_TIME
}
