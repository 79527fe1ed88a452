package org.lianban.result.oversight.rating;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 评价 of one subject.
 *
 * @param subject what was rated: the case (线下一次一评) or one item of it (线上一事一评)
 * @param byDefault 默认评价: given by a system because nobody rated; never counts as 好评 or as 实评
 * @param indicators a level per indicator, may be empty
 * @param remark at most 500 characters
 */
public record Rating(Subject subject, Level level, Channel channel, Source source, boolean byDefault,
        Map<Indicator, Level> indicators, @Nullable String remark, Instant at) {
    public static final int MAX_REMARK = 500;

    /** @param itemNo null: the whole case */
    public record Subject(String caseNo, @Nullable String itemNo) {
        /** Two digits of the item, {@code 00} for the case: part of numbers. */
        public String part() {
            return itemNo == null ? "00" : itemNo;
        }
    }

    public Rating {
        indicators = Map.copyOf(indicators);
    }

    /** 实评: somebody gave it. */
    public boolean genuine() {
        return !byDefault;
    }

    /** 差评 that opens the closed loop. */
    public boolean opensLoop() {
        return genuine() && level.bad();
    }

    /** 好评: given by somebody, and not bad. */
    public boolean good() {
        return genuine() && !level.bad();
    }

    /** 评价渠道 (GB/T 39046-2020 表9). */
    public enum Channel {
        PC("PC端"),
        MOBILE("移动服务端"),
        QR_CODE("二维码"),
        HALL_TABLET("政务大厅平板电脑"),
        HALL_OTHER("政务大厅其他终端"),
        PHONE("电话"),
        SMS("短信");

        private final String label;

        Channel(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 评价来源: how a rating came to be asked for. */
    public enum Source {
        ONLINE("线上"), OFFLINE("线下"), HOTLINE_12345("12345热线"), CALL_BACK("电话回访");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 评价指标: what a rating says in detail; each indicator belongs to online services, to windows, or to both. */
    public enum Indicator {
        EFFICIENCY("办事效率", true, true),
        GUIDE_ACCURACY("办事指南精确度", true, false),
        CONVENIENCE("办事便捷度", true, false),
        OPERABILITY("平台操作性", true, false),
        COMPETENCE("业务水平", false, true),
        ATTITUDE("服务态度", false, true);

        private final String label;
        private final boolean online;
        private final boolean offline;

        Indicator(String label, boolean online, boolean offline) {
            this.label = label;
            this.online = online;
            this.offline = offline;
        }

        public String label() {
            return label;
        }

        /** Whether it is asked where the service was given: 线上 or 线下. */
        public boolean suits(boolean onlineService) {
            return onlineService ? online : offline;
        }
    }

    /** 满意度 (国办发〔2019〕51号; GB/T 39046-2020 A.8). Kept by name: standards number the levels in opposite directions. */
    public enum Level {
        VERY_SATISFIED("非常满意"),
        SATISFIED("满意"),
        BASICALLY_SATISFIED("基本满意"),
        DISSATISFIED("不满意"),
        VERY_DISSATISFIED("非常不满意");

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

    /**
     * What the lead department decides about ratings.
     *
     * @param after when a rating may be given
     * @param channels that are open; the others are a gap in coverage
     */
    public record Rules(After after, Set<Channel> channels) {
        public static final Rules DEFAULT = new Rules(After.SETTLED, EnumSet.allOf(Channel.class));

        public enum After {
            /** 办结 of the case, or of the item where the item is rated. */
            SETTLED,
            /** 送达. */
            DELIVERED
        }

        public Rules {
            channels = Set.copyOf(channels);
        }
    }

    /**
     * A rating with what it is counted by.
     *
     * @param department who answers for it: of the item, or the lead
     * @param window where an offline service was given
     * @param revision from 1; a default rating that gave way is the one before
     */
    public record Rated(Rating rating, String region, String oneThing, @Nullable String department,
            @Nullable String window, String actor, int revision) {
        public String part() {
            return rating.subject().part();
        }

        /** Number of the rating, as it is reported. */
        public String number() {
            return rating.subject().caseNo() + "-" + part() + "-PJ" + revision;
        }

        public Rated revised(int number) {
            return new Rated(rating, region, oneThing, department, window, actor, number);
        }
    }
}
