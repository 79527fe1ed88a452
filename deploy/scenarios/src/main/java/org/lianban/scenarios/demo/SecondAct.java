package org.lianban.scenarios.demo;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.lianban.scenarios.client.LianbanClient;
import org.lianban.scenarios.procedure.Procedures;

/** 第二幕: the stories of the procedure on a board of their own, on a clock that is moved. */
final class SecondAct implements Procedures.Listener {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm")
            .withZone(ZoneId.of("Asia/Shanghai"));

    /** What a usual case has too is not told: the stories say what they are about. */
    private static final Set<String> TOLD = Set.of("CaseReceived", "CorrectionNotified", "CaseWithdrawn", "CaseSettled",
            "CommitmentOverdue", "MaterialsOverdue", "MaterialsSupplemented", "OriginalsReturned", "TimerBreached",
            "AcceptanceDeemed", "SupervisionIssued", "SupervisionCleared", "ItemSuspended", "ItemResumed",
            "ItemExtended", "JointActivityScheduled", "JointConclusionGiven", "JointActivityConcluded",
            "LicenceIssued", "ResultReceived", "DeliveryCompleted", "CaseArchived");
    private static final long LAST_LOOK_SECONDS = 10;

    private final Board board = new Board("程序演示 · 时钟随办件前行");
    private final InstantSource clock;

    SecondAct(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns the board as it stands in the end; what broke off says so there. */
    Board play(Procedures procedures, LianbanClient client, PrintStream out) throws InterruptedException {
        Procedures.all().forEach(scenario -> board.add(scenario.title(), scenario.oneThing()));
        try (Watcher watcher = Watcher.start(client, board, clock, TOLD::contains);
                Screen screen = Screen.start(board, clock, out, Terminal.here())) {
            procedures.play(this).forEach((row, failure) -> board.failed(board.row(row), failure));
            board.awaitEnd(LAST_LOOK_SECONDS);
        }
        return board;
    }

    @Override
    public void filed(int row, String caseNo) {
        board.filed(board.row(row), caseNo, clock.instant());
    }

    @Override
    public void told(int row, String caseNo, String text) {
        board.remark(board.row(row), text);
        board.happened(new Board.Event(clock.instant(), caseNo, board.line(row).title() + "  " + text, false));
    }

    @Override
    public void clockMoved(Instant to) {
        board.happened(new Board.Event(to, "", "──── 时钟拨到 " + DAY.format(to) + " ────", true));
    }
}
