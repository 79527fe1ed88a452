package org.lianban.catalog.guides.chart;

import java.util.List;

/**
 * What the layout moves as one: a single box, a frame of boxes, or the lane of a line that passes a row.
 *
 * @param boxes empty for a lane; in a frame they stand in rows of four
 * @param caption of the frame; empty: none around it
 */
record Knot(String id, List<Drawing.Box> boxes, String caption) {
    static final double GAP = 14;
    private static final int COLUMNS = 4;
    private static final double LANE = 14;
    private static final double INSET = 10;
    private static final double CAPTION = 22;

    static Knot lane(String id) {
        return new Knot(id, List.of(), "");
    }

    boolean isLane() {
        return boxes.isEmpty();
    }

    boolean framed() {
        return !caption.isEmpty();
    }

    double width() {
        if (isLane()) {
            return LANE;
        }
        int columns = Math.min(COLUMNS, boxes.size());
        return columns * Drawing.Boxes.WIDTH + (columns - 1) * GAP + (framed() ? 2 * INSET : 0);
    }

    /** @param boxHeight of every box in it */
    double height(double boxHeight) {
        if (isLane()) {
            return 0;
        }
        int rows = Math.ceilDiv(boxes.size(), COLUMNS);
        return rows * boxHeight + (rows - 1) * GAP + (framed() ? CAPTION + INSET : 0);
    }

    /** Where a box begins, from the left edge of the knot. */
    double left(int index) {
        return (framed() ? INSET : 0) + index % COLUMNS * (Drawing.Boxes.WIDTH + GAP);
    }

    /** Where a box begins, from the upper edge of the knot. */
    double top(int index, double boxHeight) {
        return (framed() ? CAPTION : 0) + Math.floorDiv(index, COLUMNS) * (boxHeight + GAP);
    }
}
