package org.lianban.result.oversight.rating;

import java.util.Optional;

/** How an outside system numbers the five levels. */
public enum LevelCode {
    /** 1 非常满意 … 5 非常不满意. */
    GBT_39046 {
        @Override
        public String write(Level level) {
            return Integer.toString(level.ordinal() + 1);
        }
    },
    /** Stars: 5 非常满意 … 1 非常不满意. */
    STARS {
        @Override
        public String write(Level level) {
            return Integer.toString(Level.values().length - level.ordinal());
        }
    },
    /** 非常满意 … 非常不满意. */
    LABEL {
        @Override
        public String write(Level level) {
            return level.label();
        }
    },
    /** As this service names them. */
    NAME {
        @Override
        public String write(Level level) {
            return level.name();
        }
    };

    public abstract String write(Level level);

    /** Empty for a code that stands for no level. */
    public Optional<Level> read(String code) {
        for (Level level : Level.values()) {
            if (write(level).equals(code)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
