package org.lianban.catalog.guides.chart;

import java.util.List;
import java.util.Locale;
import org.lianban.catalog.guides.chart.Drawing.Point;

/** A flow graph as SVG: one element per line of text, arrow heads as shapes, colours that also print in black. */
public final class SvgChart {
    static final double CAPTION_SIZE = 11;
    private static final double HEAD = 7;
    private static final String FONTS = "'Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";
    private static final double LEGEND = 22;

    private final StringBuilder svg = new StringBuilder();

    private SvgChart() {}

    /**
     * @param mostWidth the picture is made smaller until it is at most so wide, in px
     * @param mostHeight and so high
     */
    public static String svg(FlowGraph graph, double mostWidth, double mostHeight) {
        Drawing drawing = Layout.of(graph);
        SvgChart chart = new SvgChart();
        double height = drawing.height() + LEGEND;
        double scale = Math.min(1, Math.min(mostWidth / drawing.width(), mostHeight / height));
        chart.add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %.1f %.1f\""
                + " font-family=\"" + FONTS + "\" role=\"img\">", Math.round(drawing.width() * scale),
                Math.round(height * scale), drawing.width(), height);
        chart.add("<title>办理流程图</title>");
        chart.add("<rect x=\"0\" y=\"0\" width=\"%.1f\" height=\"%.1f\" fill=\"#ffffff\"/>", drawing.width(), height);
        drawing.frames().forEach(chart::frame);
        drawing.lines().forEach(chart::line);
        drawing.boxes().forEach(chart::box);
        chart.legend(drawing.width(), drawing.height());
        return chart.svg.append("</svg>").toString();
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private void frame(Drawing.Frame frame) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"8\" fill=\"%s\" stroke=\"%s\""
                + " stroke-width=\"1\" stroke-dasharray=\"%s\"/>", frame.x(), frame.y(), frame.width(), frame.height(),
                frame.alternatives() ? "#fff8ec" : "#fbfcfe", frame.alternatives() ? "#b26b00" : "#9aa8b8",
                frame.alternatives() ? "6 3" : "2 3");
        text(frame.caption(), CAPTION_SIZE, frame.x() + 10, frame.y() + 16,
                frame.alternatives() ? "#8a5200" : "#5b6876", "start");
    }

    private void line(Drawing.Line line) {
        List<Point> points = line.points();
        Point last = points.getLast();
        StringBuilder path = new StringBuilder(move("M", points.getFirst()));
        for (int i = 1; i < points.size(); i++) {
            Point to = i == points.size() - 1 ? new Point(last.x(), last.y() - HEAD + 1) : points.get(i);
            path.append(segment(points.get(i - 1), to));
        }
        String colour = line.soft() ? "#5b7fa6" : "#1f4e79";
        add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.4\"%s/>", path, colour,
                line.soft() ? " stroke-dasharray=\"5 4\"" : "");
        add("<polygon points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f\" fill=\"%s\"/>", last.x(), last.y(), last.x() - HEAD / 2,
                last.y() - HEAD, last.x() + HEAD / 2, last.y() - HEAD, colour);
    }

    /** Upright where both ends are above each other, else a curve that leaves and arrives upright. */
    private static String segment(Point from, Point to) {
        if (Math.abs(from.x() - to.x()) < 0.5) {
            return move("L", to);
        }
        double half = (from.y() + to.y()) / 2;
        return String.format(Locale.ROOT, "C%.1f %.1f %.1f %.1f %.1f %.1f", from.x(), half, to.x(), half, to.x(),
                to.y());
    }

    private static String move(String command, Point to) {
        return String.format(Locale.ROOT, "%s%.1f %.1f", command, to.x(), to.y());
    }

    private void box(Drawing.Box box) {
        String look = switch (box.kind()) {
            case END_POINT -> "rx=\"15\" fill=\"#1f4e79\" stroke=\"#1f4e79\"";
            case STEP -> "rx=\"5\" fill=\"#eef4fb\" stroke=\"#1f4e79\"";
            case OPTIONAL -> "rx=\"5\" fill=\"#ffffff\" stroke=\"#1f4e79\" stroke-dasharray=\"5 3\"";
        };
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" stroke-width=\"1.2\" %s/>", box.x(), box.y(),
                box.width(), box.height(), look);
        box.lines().forEach(line -> text(line.text(), line.size(), box.middle(), line.y(), colour(line), "middle"));
    }

    private static String colour(Drawing.Text text) {
        return switch (text.tone()) {
            case TITLE -> "#12263a";
            case OFFICE -> "#44525f";
            case NOTE -> "#1f4e79";
            case LIGHT -> "#ffffff";
        };
    }

    private void text(String text, double size, double x, double y, String fill, String anchor) {
        add("<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" fill=\"%s\" text-anchor=\"%s\">", x, y,
                size, fill, anchor);
        svg.append(escaped(text)).append("</text>");
    }

    private void legend(double width, double top) {
        text("实线：前置事项办结后方可决定　虚线：结果共享复用，不等待　虚线框：按情形选办", 9.5, width / 2, top + 13, "#5b6876", "middle");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
