package org.lianban.catalog.guides.chart;

import java.util.ArrayList;
import java.util.List;
import org.lianban.catalog.guides.chart.Drawing.Box;
import org.lianban.catalog.guides.chart.Drawing.Kind;
import org.lianban.catalog.guides.chart.Drawing.Text;
import org.lianban.catalog.guides.chart.Drawing.Tone;

/** The finished layout, in px from the upper left corner; nothing overlaps, every line runs downward. */
record Drawing(double width, double height, List<Box> boxes, List<Frame> frames, List<Line> lines) {
    /** What lines lead from and to. */
    interface Area {
        double x();

        double y();

        double width();

        double height();

        default double right() {
            return x() + width();
        }

        default double bottom() {
            return y() + height();
        }

        default double middle() {
            return x() + width() / 2;
        }
    }

    /** @param lines text, already broken; they stand below each other within the box */
    record Box(String key, Kind kind, double x, double y, double width, double height,
            List<Text> lines) implements Area {}

    enum Kind {
        END_POINT, STEP, OPTIONAL
    }

    /** @param y of the baseline */
    record Text(String text, double size, double y, Tone tone) {}

    enum Tone {
        TITLE, OFFICE, NOTE, LIGHT
    }

    /** A frame around boxes, with a caption in its upper edge. */
    record Frame(String caption, boolean alternatives, double x, double y, double width,
            double height) implements Area {}

    /** @param points from top to bottom, an arrow head at the last */
    record Line(String from, String to, boolean soft, List<Point> points) {}

    record Point(double x, double y) {}

    /** Makes boxes as high as their text needs. */
    static final class Boxes {
        static final double WIDTH = 148;
        private static final double PADDING = 8;
        private static final double TITLE = 12.5;
        private static final double OFFICE = 10.5;
        private static final double LEADING = 1.32;
        private static final double ASCENT = 0.88;
        private static final double PILL_HEIGHT = 30;
        private static final double PILL_SIZE = 13;

        private Boxes() {}

        static Box of(FlowGraph.Step step) {
            List<Text> lines = new ArrayList<>();
            double y = PADDING;
            y = add(lines, step.title(), TITLE, Tone.TITLE, y);
            y = add(lines, step.office(), OFFICE, Tone.OFFICE, y + 2);
            y = add(lines, step.note(), OFFICE, Tone.NOTE, y);
            return new Box(step.key(), step.optional() ? Kind.OPTIONAL : Kind.STEP, 0, 0, WIDTH, y + PADDING, lines);
        }

        private static double add(List<Text> lines, String text, double size, Tone tone, double from) {
            double y = from;
            for (String line : TextFit.wrap(text, size, WIDTH - 2 * PADDING)) {
                lines.add(new Text(line, size, y + ASCENT * size, tone));
                y += size * LEADING;
            }
            return y;
        }

        static Box pill(String label) {
            double width = TextFit.width(label, PILL_SIZE) + 6 * PADDING;
            return new Box(label, Kind.END_POINT, 0, 0, width, PILL_HEIGHT,
                    List.of(new Text(label, PILL_SIZE, PILL_HEIGHT / 2 + PILL_SIZE * 0.36, Tone.LIGHT)));
        }

        static Box at(Box box, double x, double y) {
            return new Box(box.key(), box.kind(), x, y, box.width(), box.height(), moved(box, y - box.y()));
        }

        static Box as(Box box, double height) {
            return new Box(box.key(), box.kind(), box.x(), box.y(), box.width(), height,
                    moved(box, (height - box.height()) / 2));
        }

        private static List<Text> moved(Box box, double by) {
            return box.lines().stream().map(t -> new Text(t.text(), t.size(), t.y() + by, t.tone())).toList();
        }
    }
}
