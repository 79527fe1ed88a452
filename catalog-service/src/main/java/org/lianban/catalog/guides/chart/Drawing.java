package org.lianban.catalog.guides.chart;

import java.util.List;

/** The finished layout, in px from the upper left corner; nothing overlaps, every line runs downward. */
record Drawing(double width, double height, List<Box> boxes, List<Frame> frames, List<Line> lines) {

    /** @param lines text, already broken; they stand below each other within the box */
    record Box(String key, Kind kind, double x, double y, double width, double height, List<Text> lines) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        double middle() {
            return x + width / 2;
        }
    }

    enum Kind {
        END_POINT, STEP, OPTIONAL
    }

    /** @param y of the baseline */
    record Text(String text, double size, double y, Tone tone) {}

    enum Tone {
        TITLE, OFFICE, NOTE, LIGHT
    }

    /** A frame around boxes, with a caption in its upper edge. */
    record Frame(String caption, boolean alternatives, double x, double y, double width, double height) {}

    /** @param points from top to bottom, an arrow head at the last */
    record Line(String from, String to, boolean soft, List<Point> points) {}

    record Point(double x, double y) {}
}
