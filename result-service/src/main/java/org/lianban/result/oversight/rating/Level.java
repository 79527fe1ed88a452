package org.lianban.result.oversight.rating;

/** 满意度 (国办发〔2019〕51号; GB/T 39046-2020 A.8). Kept by name: standards number the levels in opposite directions. */
public enum Level {
    VERY_SATISFIED("非常满意"),
    SATISFIED("满意"),
    BASICALLY_SATISFIED("基本满意"),
    DISSATISFIED("不满意"),
    VERY_DISSATISFIED(
            "非常不满意");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** 差评: the last two levels. */
    public boolean bad() {
        return this == DISSATISFIED || this == VERY_DISSATISFIED;
    }
}
