package org.lianban.servers;

/**
 * A topic to create.
 *
 * @param partitions at least 1
 * @param compacted  keep the last record of each key for ever, instead of every record for a time
 */
public record TopicSpec(String name, int partitions, boolean compacted) {
    public TopicSpec {
        if (partitions < 1) {
            throw new IllegalArgumentException("Topic " + name + " needs at least one partition, not " + partitions);
        }
    }

    public static TopicSpec of(String name, int partitions) {
        return new TopicSpec(name, partitions, false);
    }

    public static TopicSpec compacted(String name, int partitions) {
        return new TopicSpec(name, partitions, true);
    }
}
