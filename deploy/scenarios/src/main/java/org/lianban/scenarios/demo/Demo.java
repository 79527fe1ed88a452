package org.lianban.scenarios.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lianban.scenarios.audit.Audit;
import org.lianban.scenarios.audit.AuditReport;
import org.lianban.scenarios.client.Addresses;
import org.lianban.scenarios.client.CaseView;
import org.lianban.scenarios.client.HttpDoor;
import org.lianban.scenarios.client.LianbanClient;
import org.lianban.scenarios.client.ProvinceClient;
import org.lianban.scenarios.demo.Board.Line;
import org.lianban.scenarios.demo.Stories.Story;
import org.lianban.scenarios.procedure.Procedures;
import org.lianban.standalone.departments.Behaviour;
import org.lianban.standalone.departments.SimulatedDepartments;
import org.lianban.standalone.system.LianbanSystem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tour on a running system with simulated departments: all stories at once, then the books are checked.
 *
 * @param system with simulated departments
 */
public record Demo(LianbanSystem system, PrintStream out) {
    private static final long SHORTEST_MILLIS = 300;
    private static final long STORY_SECONDS = 150;
    private static final Duration BOOKS = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    /**
     * How it went.
     *
     * @param open what has not ended, and where it hangs
     * @param procedures stories of the second act that were shown and found to be as they should
     * @param seconds from the first application to the last end
     */
    public record Outcome(AuditReport report, List<String> open, int procedures, double seconds) {
        public boolean good() {
            return open.isEmpty() && report.clean();
        }

        /** The last line of the command. */
        public String json() {
            ObjectNode line = JsonMapper.shared().valueToTree(report);
            line.remove("findings");
            return line.put("procedures", procedures).put("seconds", Math.round(seconds * 10) / 10.0).toString();
        }
    }

    public Outcome run() throws InterruptedException, SQLException, IOException {
        Instant since = system.clock().instant();
        long begun = System.nanoTime();
        Board board = new Board("高效办成一件事 · 联办");
        List<Line> lines = new ArrayList<>();
        int procedures = 0;
        SimulatedDepartments departments = Objects.requireNonNull(system.departments(),
                "The tour needs simulated departments");
        try (HttpDoor doors = new HttpDoor();
                ProvinceClient province = new ProvinceClient(Addresses.of(system).bootstrapServers())) {
            LianbanClient client = new LianbanClient(Addresses.of(system), doors);
            int firstApplicant = (int) (since.getEpochSecond() % 100_000);
            Stories.StoryContext context = new Stories.StoryContext(client, province, departments, board,
                    system.clock(), firstApplicant);
            play(context, board, client);
            lines.addAll(board.lines());
            out.println();
            out.println("第二幕  程序演示：时钟随办件前行");
            List<Line> shown = new SecondAct(system.clock()).play(new Procedures(system, doors), client, out).lines();
            procedures = (int) shown.stream().filter(line -> line.settled() && line.failure() == null).count();
            lines.addAll(shown);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        AuditReport report = audited(departments, since);
        List<String> open = open(lines);
        summary(lines.size(), report, open);
        return new Outcome(report, open, procedures, seconds);
    }

    private void play(Stories.StoryContext context, Board board, LianbanClient client) throws InterruptedException {
        List<Story> stories = Stories.all();
        stories.forEach(story -> board.add(story.title(), story.code()));
        List<Thread> actors = new ArrayList<>();
        try (Watcher watcher = Watcher.start(client, board, system.clock(), what -> true);
                Screen screen = Screen.start(board, system.clock(), out, Terminal.here())) {
            setPace(context.departments(), client, stories);
            for (int i = 0; i < stories.size(); i++) {
                int number = i;
                actors.add(Thread.ofVirtual().name("story-" + stories.get(i).code())
                        .start(() -> act(context, stories.get(number), number)));
            }
            board.awaitEnd(STORY_SECONDS);
            actors.forEach(Thread::interrupt);
            for (Thread actor : actors) {
                actor.join(Duration.ofSeconds(5));
            }
        }
    }

    private static void setPace(SimulatedDepartments departments, LianbanClient client, List<Story> stories) {
        stories.stream().map(Story::code).distinct()
                .flatMap(code -> client.oneThing(code).items().stream().map(item -> item.primaryDepartment()))
                .distinct()
                .forEach(id -> departments.script(id).usually(pace(id)));
    }

    /** Long enough to be seen, different from its neighbour's. */
    static Behaviour pace(String department) {
        int spread = Math.floorMod(department.hashCode(), 100);
        return Behaviour.slow(Duration.ofMillis(SHORTEST_MILLIS + 12L * spread),
                Duration.ofMillis(SHORTEST_MILLIS + 22L * spread));
    }

    private static void act(Stories.StoryContext context, Story story, int number) {
        Board.Row row = context.board().row(number);
        try {
            story.plot().play(context, row, context.firstApplicant() + 20 * number);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            context.board().failed(row, failure);
        }
    }

    /** Events are on their way between the books for a moment after a case has ended. */
    private AuditReport audited(SimulatedDepartments departments, Instant since)
            throws SQLException, IOException, InterruptedException {
        Audit audit = new Audit(system.postgres(), departments.directory());
        long limit = System.nanoTime() + BOOKS.toNanos();
        AuditReport report = audit.since(since);
        while (!report.clean() && System.nanoTime() < limit) {
            Thread.sleep(LOOK_AGAIN);
            report = audit.since(since);
        }
        return report;
    }

    private static List<String> open(List<Line> lines) {
        return lines.stream().filter(line -> !line.settled() || line.failure() != null).map(Demo::whereItHangs)
                .toList();
    }

    private static String whereItHangs(Line line) {
        StringBuilder text = new StringBuilder(line.title()).append(" ").append(line.oneThing()).append(" ")
                .append(line.caseNo() == null ? "（未提交）" : line.caseNo()).append("：").append(Frame.status(line));
        CaseView seen = line.seen();
        if (seen != null) {
            seen.items().stream().filter(item -> !item.ended())
                    .forEach(item -> text.append("\n    ").append(item.itemNo()).append(" ").append(item.name())
                            .append("：").append(item.stateText()).append("，").append(item.department().name())
                            .append(item.why() == null ? "" : "，" + item.why()));
        }
        return text.toString();
    }

    private void summary(int shown, AuditReport report, List<String> open) {
        out.println();
        out.println("核对（各服务数据库与部门自己的日志）：办件 " + report.cases() + " 件，办结 " + report.settled() + " 件，"
                + report.regions() + " 个地区，" + report.oneThings() + " 个一件事，事项 " + report.items() + " 项，部门决定 "
                + report.decisions() + " 个；违反前置 " + report.prerequisiteViolations() + "，部门重复收到 "
                + report.duplicatesAtDepartments() + "，丢失 " + report.lost());
        report.findings().forEach(finding -> out.println("  ! " + finding));
        if (!open.isEmpty()) {
            out.println("未办结 " + open.size() + " 件（共 " + shown + " 件）：");
            open.forEach(line -> out.println("  " + line));
        }
    }
}
