package org.lianban.scenarios.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.lianban.scenarios.client.CaseView;
import org.lianban.scenarios.client.LianbanClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Looks at every case a few times a second and writes down what is new. */
final class Watcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    private static final long PAUSE_MILLIS = 300;

    private final LianbanClient client;
    private final Board board;
    private final InstantSource clock;
    private final Predicate<String> tells;
    private final Map<String, Long> versions = new HashMap<>();
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("demo-watcher").factory());

    private Watcher(LianbanClient client, Board board, InstantSource clock, Predicate<String> tells) {
        this.client = client;
        this.board = board;
        this.clock = clock;
        this.tells = tells;
    }

    /** @param tells which events, by their name, are worth a line */
    static Watcher start(LianbanClient client, Board board, InstantSource clock, Predicate<String> tells) {
        Watcher watcher = new Watcher(client, board, clock, tells);
        watcher.thread.scheduleWithFixedDelay(watcher::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return watcher;
    }

    private void look() {
        try {
            for (int i = 0; i < board.size(); i++) {
                Board.Line line = board.line(i);
                String caseNo = line.caseNo();
                if (caseNo != null && !line.settled()) {
                    look(board.row(i), caseNo);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Could not look at the cases, and look again: {}", e.getMessage());
        }
    }

    private void look(Board.Row row, String caseNo) {
        long known = versions.getOrDefault(caseNo, 0L);
        client.look(caseNo, known).ifPresent(seen -> {
            long told = known;
            for (JsonNode turn : client.timeline(caseNo, known)) {
                told = turn.path("version").asLong();
                turn.path("entries").forEach(entry -> tell(seen, entry));
            }
            versions.put(caseNo, Math.min(told, seen.version()));
            board.saw(row, seen, clock.instant());
        });
    }

    private void tell(CaseView seen, JsonNode entry) {
        String what = entry.path("what").asString("");
        if (!tells.test(what)) {
            return;
        }
        StringBuilder text = new StringBuilder(entry.path("text").asString(what));
        List<String> items = entry.path("items").valueStream().map(JsonNode::asString).toList();
        if (!items.isEmpty()) {
            text.append("  ").append(seen.items().stream().filter(item -> items.contains(item.itemNo())).limit(3)
                    .map(item -> item.itemNo() + " " + item.name()).collect(java.util.stream.Collectors.joining("、")));
            if (items.size() > 3) {
                text.append(" 等").append(items.size()).append("项");
            }
        }
        if (entry.has("detail") && !entry.path("detail").isNull()) {
            text.append("  ").append(entry.path("detail").asString());
        }
        board.happened(new Board.Event(Instant.parse(entry.path("at").asString()), seen.caseNo(), text.toString(),
                what.equals("ItemsBlocked") || what.equals("TimerBreached") || what.equals("ItemNotAccepted")));
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("The watcher is still looking");
        }
    }
}
