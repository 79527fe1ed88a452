package org.lianban.scenarios.demo;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the board: repainted in place on a terminal, otherwise line by line as things happen. */
final class Screen implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Screen.class);
    private static final long PAUSE_MILLIS = 250;
    /** Besides the cases: title, columns, legend, and a few events. */
    private static final int FRAME_LINES = 6;

    private final Board board;
    private final InstantSource clock;
    private final PrintStream out;
    private final Terminal terminal;
    private final boolean repaint;
    private final Set<String> told = new HashSet<>();
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("demo-screen").factory());
    private int painted;
    private long known;

    private Screen(Board board, InstantSource clock, PrintStream out, Terminal terminal) {
        this.board = board;
        this.clock = clock;
        this.out = out;
        this.terminal = terminal;
        this.repaint = terminal.repaintable() && terminal.rows() >= board.size() + FRAME_LINES;
    }

    static Screen start(Board board, InstantSource clock, PrintStream out, Terminal terminal) {
        Screen screen = new Screen(board, clock, out, terminal);
        screen.thread.scheduleWithFixedDelay(screen::show, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return screen;
    }

    private void show() {
        try {
            if (repaint) {
                paint(Frame.of(board, clock.instant(), terminal.columns(), terminal.rows()));
            } else {
                tell();
            }
        } catch (RuntimeException e) {
            LOG.warn("The screen could not be painted, and is painted again", e);
        }
    }

    private void paint(List<String> frame) {
        StringBuilder text = new StringBuilder();
        if (painted > 0) {
            text.append("\u001b[").append(painted).append('A');
        }
        frame.forEach(line -> text.append('\r').append(line).append("\u001b[K\n"));
        text.append("\u001b[J");
        out.print(text);
        out.flush();
        painted = frame.size();
    }

    private void tell() {
        long count = board.eventCount();
        board.after(known).forEach(event -> out.println(plain(Frame.line(event, terminal.columns()))));
        known = count;
        for (Board.Line line : board.lines()) {
            String caseNo = line.caseNo();
            if (line.settled() && caseNo != null && told.add(caseNo)) {
                out.println("         办结  " + caseNo + "  " + line.oneThing() + "  " + line.title() + "  "
                        + Frame.status(line));
            }
        }
        out.flush();
    }

    private static String plain(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "");
    }

    /** Shows the last state once more and leaves it standing. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("The screen is still being painted");
        }
        show();
        if (!repaint) {
            Frame.of(board, clock.instant(), terminal.columns(), board.size() + 4).stream().map(Screen::plain)
                    .forEach(out::println);
        }
    }
}
