package org.lianban.standalone.departments;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.standalone.departments.DepartmentLog.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One department on one virtual thread: fetches, notes, replies, notes. */
final class SimulatedDepartment implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedDepartment.class);
    private static final int BATCH = 200;
    private static final long LONG_POLL_SECONDS = 20;
    /** While something is due later, or the department is down: the clock may be moved at any time. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String id;
    private final DepartmentDoor door;
    private final DepartmentLog log;
    private final InstantSource clock;
    private final Script script;
    private final Map<String, Task> tasks = new HashMap<>();
    private final Map<String, Task> open = new HashMap<>();
    private final ReentrantLock pausing = new ReentrantLock();
    private final Condition stopped = pausing.newCondition();
    private volatile boolean running = true;
    private boolean caughtUp;
    private final Thread thread;

    SimulatedDepartment(String id, DepartmentDoor door, Path file, InstantSource clock, Script script)
            throws IOException {
        this.id = id;
        this.door = door;
        this.clock = clock;
        this.script = script;
        Map<String, Reply.Type> said = new HashMap<>();
        for (Entry entry : DepartmentLog.read(file)) {
            remember(entry, said);
        }
        this.log = DepartmentLog.open(file);
        this.thread = Thread.ofVirtual().name("department-" + id).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void remember(Entry entry, Map<String, Reply.Type> said) {
        if (entry.delivery() != null) {
            hear(entry.delivery());
        }
        if (entry.reply() != null) {
            said.put(entry.reply().taskId() + " " + entry.reply().replyId(), entry.reply().type());
        }
        ReplyAnswer answer = entry.answer();
        if (answer != null) {
            Reply.Type type = said.get(answer.taskId() + " " + answer.replyId());
            if (type != null) {
                answered(type, answer);
            }
        }
    }

    private void hear(Delivery delivery) {
        Task task = tasks.get(delivery.taskId());
        if (task == null) {
            task = new Task(delivery);
            tasks.put(delivery.taskId(), task);
        } else {
            task.hear(delivery);
        }
        if (task.ended()) {
            open.remove(delivery.taskId());
        } else {
            open.put(delivery.taskId(), task);
        }
    }

    private void answered(Reply.Type type, ReplyAnswer answer) {
        Task task = tasks.get(answer.taskId());
        if (task != null) {
            task.answered(type, answer);
            if (task.ended()) {
                open.remove(answer.taskId());
            }
        }
    }

    private void run() {
        Duration pause = LOOK_AGAIN;
        boolean complained = false;
        while (running) {
            try {
                if (script.down(clock.instant())) {
                    pause(LOOK_AGAIN);
                    continue;
                }
                work();
                pause = LOOK_AGAIN;
                complained = false;
            } catch (IOException e) {
                if (running) {
                    LOG.atLevel(complained ? Level.DEBUG : Level.INFO).log("{} could not reach the adapter: {}", id,
                            e.getMessage());
                    complained = true;
                    pause(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            } catch (RuntimeException e) {
                LOG.error("{} stopped working", id, e);
                return;
            }
        }
    }

    private void work() throws IOException {
        if (!caughtUp) {
            // What was handed to a former life that ended before it could note it would else come much later.
            door.resend(id);
            caughtUp = true;
        }
        boolean repliesLeft = replyWhatIsDue();
        long wait = repliesLeft ? 0 : open.isEmpty() ? LONG_POLL_SECONDS : 1;
        List<Delivery> heard = door.tasks(id, BATCH, wait);
        Instant now = clock.instant();
        log.append(heard.stream().map(delivery -> new Entry(now, delivery, null, null)).toList());
        heard.forEach(this::hear);
        door.acknowledge(id, heard.stream().filter(SimulatedDepartment::needsNoReply).map(Delivery::deliveryId)
                .toList());
    }

    /** What no reply of the department ever answers would else come again and again. */
    private static boolean needsNoReply(Delivery delivery) {
        return switch (delivery.type()) {
            case SUPPLEMENTED, JOINT_SCHEDULED, JOINT_CONCLUDED, SUPERVISED, DELIVERED, MANUAL_TASK -> true;
            case NEW, RELEASED, BLOCKED, CANCELLED, DEEMED_ACCEPTED -> false;
        };
    }

    /** @return whether more is due than fits into one batch */
    private boolean replyWhatIsDue() throws IOException {
        Instant now = clock.instant();
        List<Reply> due = new ArrayList<>();
        for (Task task : open.values()) {
            Behaviour behaviour = script.of(task.first());
            List<Reply> replies = task.due(behaviour, now);
            for (int copy = 0; copy < behaviour.copies(); copy++) {
                due.addAll(replies);
            }
            if (due.size() >= BATCH) {
                break;
            }
        }
        if (due.isEmpty()) {
            return false;
        }
        List<Reply> batch = due.subList(0, Math.min(BATCH, due.size()));
        log.append(batch.stream().map(reply -> new Entry(now, null, reply, null)).toList());
        List<ReplyAnswer> answers = door.reply(id, batch);
        if (answers.size() != batch.size()) {
            throw new IOException(answers.size() + " answers to " + batch.size() + " replies");
        }
        Instant answeredAt = clock.instant();
        log.append(answers.stream().map(answer -> new Entry(answeredAt, null, null, answer)).toList());
        for (int i = 0; i < batch.size(); i++) {
            answered(batch.get(i).type(), answers.get(i));
        }
        return due.size() > batch.size();
    }

    private void pause(Duration duration) {
        pausing.lock();
        try {
            if (running) {
                boolean early = stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
                LOG.trace("{} paused, {}", id, early ? "woken to stop" : "to the end");
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        } finally {
            pausing.unlock();
        }
    }

    /**
     * Asks it to stop; {@link #close()} waits for it. No interrupt: it would close the log under a half-written line.
     * A request under way ends when the door is closed.
     */
    void stop() {
        running = false;
        pausing.lock();
        try {
            stopped.signalAll();
        } finally {
            pausing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.close();
    }
}
