package org.lianban.scenarios.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.lianban.scenarios.client.CaseView;
import org.lianban.scenarios.demo.Board.Event;
import org.lianban.scenarios.demo.Board.Line;

/** The board as lines of text. */
final class Frame {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(CHINA);
    private static final int MOST_ITEMS = 11;
    private static final int NUMBER_SHOWN = 8;

    private Frame() {}

    /** @param height lines at most; a header, the cases and the legend always stand */
    static List<String> of(Board board, Instant now, int width, int height) {
        List<Line> lines = board.lines();
        List<String> frame = new ArrayList<>();
        long settled = lines.stream().filter(Line::settled).count();
        long items = lines.stream().filter(l -> l.seen() != null).mapToLong(l -> seen(l).items().size()).sum();
        long ended = lines.stream().filter(l -> l.seen() != null).mapToLong(l -> seen(l).endedItems()).sum();
        frame.add(Ansi.coloured(board.title(), Ansi.BOLD) + "   " + TIME.format(now) + "   办件 " + settled + "/"
                + lines.size() + " 办结   事项 " + ended + "/" + items + " 办结");
        frame.add(Ansi.coloured(Ansi.fit("办件", 17) + Ansi.fit("地区", 11) + Ansi.fit("编号", NUMBER_SHOWN + 2)
                + Ansi.fit("事项", MOST_ITEMS * 2) + Ansi.fit("用时", 7) + "现状", Ansi.GREY));
        lines.forEach(line -> frame.add(row(line, now, width)));
        frame.add(Ansi.LEGEND);
        int left = height - frame.size() - 1;
        board.latest(Math.max(0, Math.min(left, 8))).forEach(event -> frame.add(line(event, width)));
        return frame;
    }

    private static CaseView seen(Line line) {
        return Objects.requireNonNull(line.seen());
    }

    private static String row(Line line, Instant now, int width) {
        CaseView seen = line.seen();
        String caseNo = line.caseNo();
        String symbols = seen == null
                ? ""
                : seen.items().stream().limit(MOST_ITEMS)
                        .map(item -> Ansi.sign(item.state())).collect(Collectors.joining(" "));
        String region = seen == null || seen.regionName() == null ? "" : seen.regionName();
        String status = status(line);
        int used = 17 + 11 + NUMBER_SHOWN + 2 + MOST_ITEMS * 2 + 7;
        String shown = Ansi.fit(status, Math.max(12, width - used - 1)).stripTrailing();
        return Ansi.fit(line.title(), 16) + " " + Ansi.fit(region, 10) + " "
                + Ansi.fit(caseNo == null ? "" : caseNo.substring(caseNo.length() - NUMBER_SHOWN + 1), NUMBER_SHOWN + 2)
                + symbols + " ".repeat(Math.max(0, MOST_ITEMS * 2 - Ansi.width(symbols))) + Ansi.fit(time(line, now), 7)
                + (line.settled()
                        ? Ansi.coloured(shown, Ansi.GREEN)
                        : line.failure() == null ? shown : Ansi.coloured(shown, Ansi.RED));
    }

    private static String time(Line line, Instant now) {
        Instant begun = line.begun();
        if (begun == null) {
            return "";
        }
        Duration took = Duration.between(begun, line.ended() == null ? now : line.ended());
        return took.toDays() > 0 ? took.toDays() + "天" : "%.1fs".formatted(took.toMillis() / 1e3);
    }

    /** Who has it, or how it ended. */
    static String status(Line line) {
        CaseView seen = line.seen();
        String remark = line.remark().isEmpty() ? "" : "（" + line.remark() + "）";
        Throwable failure = line.failure();
        if (failure != null) {
            return "中断：" + failure.getMessage();
        }
        if (seen == null) {
            return line.caseNo() == null ? "填表、上传材料" : "已提交" + remark;
        }
        if (seen.ended()) {
            return (seen.outcomeText() == null ? seen.stateText() : seen.outcomeText()) + remark;
        }
        String holders = seen.items().stream().filter(item -> !item.ended() && item.why() == null)
                .map(item -> item.department().name()).distinct().limit(3).collect(Collectors.joining("、"));
        return seen.stateText() + (holders.isEmpty() ? "" : "：" + holders) + remark;
    }

    static String line(Event event, int width) {
        String text = TIME.format(event.at()) + " " + event.caseNo().substring(Math.max(0, event.caseNo().length() - 7))
                + "  " + event.text();
        String cut = Ansi.fit(text, width - 1).stripTrailing();
        return event.alarming() ? Ansi.coloured(cut, Ansi.YELLOW) : Ansi.coloured(cut, Ansi.GREY);
    }
}
