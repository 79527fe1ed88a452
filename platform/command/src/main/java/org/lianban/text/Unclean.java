package org.lianban.text;

import java.util.OptionalInt;

/** Which characters cannot be kept, and which of them nobody can see. */
public final class Unclean {
    private Unclean() {}

    /** The first character that may stand in no text of any kind: control, half a character, one that turns text round. */
    public static OptionalInt first(String text) {
        return text.codePoints().filter(c -> c != '\n' && c != '\r' && c != '\t' && refused(c)).findFirst();
    }

    /** Whether it may stand in no text of one line. */
    public static boolean isUnclean(int c) {
        return refused(c);
    }

    static boolean refused(int c) {
        return Character.isISOControl(c) || half(c) || nonCharacter(c) || turning(c);
    }

    /** What a person is told about it. */
    public static String reason(int c) {
        String name = "U+%04X".formatted(c);
        if (c == 0) {
            return "空字符 " + name + "，请删除";
        }
        if (half(c)) {
            return "半个字符 " + name + "（文字可能被截断），请重新输入该字";
        }
        if (turning(c)) {
            return "不可见的方向控制符 " + name + "，请删除或手工重新输入，不要粘贴";
        }
        if (lineEnd(c)) {
            return "换行 " + name + "，请写在一行内";
        }
        if (Character.isISOControl(c)) {
            return "不可见的控制字符 " + name + "，请删除";
        }
        if (Character.getType(c) == Character.PRIVATE_USE) {
            return "自造字 " + name + "，请改用规范字（生僻字请用输入法重新输入）";
        }
        return Character.isDigit(c) ? "其他文字的数字 " + name + "，请用 0 至 9" : "不能保存的特殊字符 " + name + "，请删除";
    }

    static boolean half(int c) {
        return c >= 0xD800 && c <= 0xDFFF;
    }

    static boolean nonCharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    }

    static boolean lineEnd(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Direction marks (Bidi_Control of Unicode): what follows would be shown in another order than it is stored. */
    static boolean turning(int c) {
        return c == 0x61C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** Those that leave text from left to right as it is: they come along when a number is copied out of a chat. */
    static boolean leftToRight(int c) {
        return c == 0x200E || c == 0x202A || c == 0x202C || c == 0x202D || c == 0x2066 || c == 0x2069;
    }

    /** Without width or ink: formats, tags, variation selectors, fillers; what is left of the text looks the same. */
    static boolean invisible(int c) {
        return Character.getType(c) == Character.FORMAT && !visibleFormat(c) || c == 0x034F || c == 0x115F
                || c == 0x1160
                || c >= 0x17B4 && c <= 0x17B5 || c >= 0x180B && c <= 0x180F || c == 0x2065 || c == 0x3164 || c == 0xFFA0
                || c >= 0xFE00 && c <= 0xFE0F || c >= 0xFFF0 && c <= 0xFFF8 || c >= 0xE0000 && c <= 0xE0FFF;
    }

    /** Signs of Arabic, Syriac and Kaithi numbers, Egyptian joiners: format by name, but written. */
    private static boolean visibleFormat(int c) {
        return c >= 0x600 && c <= 0x605 || c == 0x6DD || c == 0x70F || c >= 0x890 && c <= 0x891 || c == 0x8E2
                || c == 0x110BD || c == 0x110CD || c >= 0x13430 && c <= 0x1345F;
    }

    static boolean space(int c) {
        return c == ' ' || c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR || c == 0x2800;
    }
}
