package org.lianban.standalone.departments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything a department heard and said, one JSON object a line, flushed to disk before anything follows from it: the
 * witness against whom lost and doubled tasks are counted.
 */
public final class DepartmentLog implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel channel;

    /**
     * One line; exactly one of the three is set.
     *
     * @param at on the system's clock, when it was written
     * @param delivery as it came, repeated ones included
     * @param reply about to be sent
     * @param answer to a reply
     */
    public record Entry(Instant at, @Nullable Delivery delivery, @Nullable Reply reply, @Nullable ReplyAnswer answer) {}

    private DepartmentLog(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens for writing; a line that a kill cut short is cut off, since nothing followed from it. */
    static DepartmentLog open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        long end = endOfLastLine(channel);
        channel.truncate(end);
        channel.position(end);
        return new DepartmentLog(channel);
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long position = channel.size(); position > 0; position--) {
            one.clear();
            channel.read(one, position - 1);
            if (one.get(0) == '\n') {
                return position;
            }
        }
        return 0;
    }

    /** Every whole line of a department's log, oldest first; empty when it has none. */
    public static List<Entry> read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (!Files.exists(file)) {
            return entries;
        }
        String text = Files.readString(file);
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            entries.add(entry(file, text.substring(start, end)));
            start = end + 1;
        }
        return entries;
    }

    private static Entry entry(Path file, String line) throws IOException {
        try {
            return JSON.readValue(line, Entry.class);
        } catch (JacksonException e) {
            throw new IOException("Unreadable line in " + file + ": " + e.getOriginalMessage(), e);
        }
    }

    synchronized void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(JSON.writeValueAsString(entry)).append('\n'));
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("A simulated department cannot write its log", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
