package org.lianban.command;

/** The one table of what can be wrong with what was sent; the names are the codes of the wire. */
public enum FaultCode {
    /** It is not there, or empty. */
    MISSING("请填写%s"),
    /** Another JSON type where this one was due. */
    WRONG_TYPE("%s应为%s"),
    TOO_LONG("%s最长 %d 字，现为 %d 字"),
    TOO_SHORT("%s至少 %d 字"),
    TOO_MANY("%s最多 %d 项"),
    TOO_FEW("%s至少 %d 项"),
    /** Not written as it must be. */
    MALFORMED("%s格式不对，应为%s"),
    /** No such name in the enumeration. */
    UNKNOWN("%s应为下列之一：%s"),
    UNKNOWN_FIELD("没有此字段%s"),
    OUT_OF_RANGE("%s应在 %s 至 %s 之间"),
    /** Holds a character that cannot be kept, or that nobody can see. */
    UNCLEAN("%s含有%s"),
    BAD_CHECK_DIGIT("%s的校验码不对，请核对是否抄错"),
    /** Stands twice where it may stand once. */
    REPEATED("%s重复：%s"),
    /** Used before for something else. */
    REUSED("%s已用于其他内容"),
    /** What it is worth only shows when it is seen as a whole. */
    INCONSISTENT("%s"),
    /** No JSON at all. */
    NOT_JSON("不是有效的 JSON%s");

    private final String template;

    FaultCode(String template) {
        this.template = template;
    }

    /** @param values what the template of this code asks for; a label may be empty */
    public Fault at(String pointer, Object... values) {
        return new Fault(pointer, name(), message(values));
    }

    public String message(Object... values) {
        return template.formatted(values);
    }

    /** With other words than the table's, where the field knows better what to do. */
    public Fault saying(String pointer, String message) {
        return new Fault(pointer, name(), message);
    }
}
