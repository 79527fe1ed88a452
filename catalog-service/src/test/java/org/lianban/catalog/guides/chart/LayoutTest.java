package org.lianban.catalog.guides.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.catalog.guides.chart.Drawing.Box;
import org.lianban.catalog.guides.chart.Drawing.Frame;
import org.lianban.catalog.guides.chart.Drawing.Line;
import org.lianban.catalog.guides.chart.Drawing.Point;
import org.lianban.catalog.guides.chart.FlowGraph.Step;

/** Properties of every drawing, over random graphs of 1 to 24 items with names of up to 40 characters. */
class LayoutTest {
    private static final double NEAR = 0.01;

    private static Step step(String key, @Nullable String group, List<String> hard, List<String> soft) {
        return new Step(key, key + " 事项" + key, "县公安局", "承诺1个工作日", false, group, hard, soft);
    }

    private static FlowGraph graph(Step... steps) {
        return new FlowGraph("一窗收件", "统一出件", List.of(steps));
    }

    private static FlowGraph random(Random random) {
        return random(random, 1 + random.nextInt(24), random.nextDouble() * 0.4);
    }

    private static FlowGraph random(Random random, int n, double density) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> hard = new ArrayList<>();
            List<String> soft = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                if (j < i && random.nextDouble() < density) {
                    hard.add("%02d".formatted(j));
                } else if (random.nextDouble() < density / 4) {
                    soft.add("%02d".formatted(j));
                }
            }
            steps.add(
                    new Step("%02d".formatted(i), name(random), name(random), "承诺%d个工作日".formatted(random.nextInt(99)),
                            random.nextBoolean(), random.nextInt(3) == 0 ? "g" + random.nextInt(3) : null, hard, soft));
        }
        return new FlowGraph("一窗收件", "统一出件", steps);
    }

    private static String name(Random random) {
        String letters = "企业信息变更（备案）登记、核查A1W公积金“食品”经营许可，";
        StringBuilder name = new StringBuilder();
        random.ints(1 + random.nextInt(40), 0, letters.length()).forEach(c -> name.append(letters.charAt(c)));
        return name.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldHoldForRandomGraphs(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            FlowGraph graph = random(random);
            Drawing drawing = Layout.of(graph);
            assertThat(drawing.boxes()).as("seed %d graph %d", seed, i).hasSize(graph.steps().size() + 2);
            everythingHolds(drawing, "seed %d graph %d: ".formatted(seed, i));
            everyPrerequisiteIsDrawn(graph, drawing);
        }
    }

    private static void everythingHolds(Drawing drawing, String which) {
        boxesAreApart(drawing, which);
        textFits(drawing, which);
        framesHoldTheirOwn(drawing, which);
        linesRunDownwardAndMissBoxes(drawing, which);
    }

    private static void boxesAreApart(Drawing drawing, String which) {
        for (Box a : drawing.boxes()) {
            assertThat(a.x()).as(which + a.key()).isGreaterThanOrEqualTo(0);
            assertThat(a.right()).as(which + a.key()).isLessThanOrEqualTo(drawing.width());
            assertThat(a.bottom()).as(which + a.key()).isLessThanOrEqualTo(drawing.height());
            for (Box b : drawing.boxes()) {
                boolean apart = a.right() <= b.x() + NEAR || b.right() <= a.x() + NEAR || a.bottom() <= b.y() + NEAR
                        || b.bottom() <= a.y() + NEAR;
                if (a != b && !apart) {
                    throw new AssertionError(which + a + " overlaps " + b);
                }
            }
        }
    }

    private static void textFits(Drawing drawing, String which) {
        for (Box box : drawing.boxes()) {
            double last = box.y();
            for (Drawing.Text line : box.lines()) {
                assertThat(TextFit.width(line.text(), line.size())).as(which + line.text())
                        .isLessThanOrEqualTo(box.width() - 8);
                assertThat(line.y() - line.size() * 0.9).as(which + line.text()).isGreaterThanOrEqualTo(last);
                last = line.y();
            }
            assertThat(last + 3).as(which + box.key()).isLessThanOrEqualTo(box.bottom());
        }
    }

    private static void framesHoldTheirOwn(Drawing drawing, String which) {
        for (Frame frame : drawing.frames()) {
            for (Box box : drawing.boxes()) {
                boolean within = box.x() >= frame.x() && box.right() <= frame.x() + frame.width()
                        && box.y() >= frame.y()
                        && box.bottom() <= frame.y() + frame.height();
                boolean apart = box.right() <= frame.x() + NEAR || box.x() >= frame.x() + frame.width() - NEAR
                        || box.bottom() <= frame.y() + NEAR || box.y() >= frame.y() + frame.height() - NEAR;
                if (!within && !apart) {
                    throw new AssertionError(which + frame + " cuts " + box);
                }
            }
        }
    }

    private static void linesRunDownwardAndMissBoxes(Drawing drawing, String which) {
        for (Line line : drawing.lines()) {
            for (int i = 1; i < line.points().size(); i++) {
                Point from = line.points().get(i - 1);
                Point to = line.points().get(i);
                if (to.y() < from.y() || from.x() != to.x() && to.y() - from.y() < 20) {
                    throw new AssertionError(which + line + " does not run downward");
                }
                for (int step = 0; step <= 20; step++) {
                    misses(drawing, line, curve(from, to, step / 20.0), which);
                }
            }
            assertThat(line.points().getLast().y()).as(which + line).isGreaterThan(line.points().getFirst().y());
        }
    }

    /** The same curve that the picture draws. */
    private static Point curve(Point from, Point to, double t) {
        double half = (from.y() + to.y()) / 2;
        double a = (1 - t) * (1 - t) * (1 - t);
        double b = 3 * (1 - t) * (1 - t) * t;
        double c = 3 * (1 - t) * t * t;
        double d = t * t * t;
        return new Point(a * from.x() + b * from.x() + c * to.x() + d * to.x(),
                a * from.y() + b * half + c * half + d * to.y());
    }

    private static void misses(Drawing drawing, Line line, Point at, String which) {
        for (Box box : drawing.boxes()) {
            boolean inside = at.x() > box.x() + NEAR && at.x() < box.right() - NEAR && at.y() > box.y() + NEAR
                    && at.y() < box.bottom() - NEAR;
            if (inside) {
                throw new AssertionError(which + line + " runs through " + box.key());
            }
        }
    }

    private static void everyPrerequisiteIsDrawn(FlowGraph graph, Drawing drawing) {
        Edges edges = new Edges(graph);
        for (Step step : graph.steps()) {
            for (String hard : step.hard()) {
                boolean drawn = drawing.lines().stream().anyMatch(line -> !line.soft()
                        && names(edges, hard).contains(line.from()) && names(edges, step.key()).contains(line.to()));
                if (!drawn) {
                    throw new AssertionError("%s before %s is not drawn".formatted(hard, step.key()));
                }
            }
        }
        for (Line line : drawing.lines().stream().filter(l -> !l.from().isEmpty() && !l.to().isEmpty()).toList()) {
            boolean said = graph.steps().stream().anyMatch(step -> names(edges, step.key()).contains(line.to())
                    && (line.soft() ? step.soft() : step.hard()).stream()
                            .anyMatch(before -> names(edges, before).contains(line.from())));
            if (!said) {
                throw new AssertionError("Nobody said " + line);
            }
        }
    }

    private static List<String> names(Edges edges, String key) {
        return List.of(key, edges.knot(key));
    }

    @Test
    void shouldGatherManyInOneFrameWithOneLine() {
        List<Step> steps = new ArrayList<>();
        List<String> checks = new ArrayList<>();
        for (int i = 2; i <= 18; i++) {
            checks.add("%02d".formatted(i));
            steps.add(step(checks.getLast(), null, List.of(), List.of()));
        }
        steps.add(step("01", null, checks, List.of()));
        Drawing drawing = Layout.of(new FlowGraph("一窗收件", "统一出件", steps));

        everythingHolds(drawing, "");
        assertThat(drawing.lines()).filteredOn(l -> l.to().equals("01")).hasSize(1);
        assertThat(drawing.width()).isLessThan(750);
        assertThat(drawing.height()).isLessThan(850);
    }

    @Test
    void shouldLayOutEighteenParallelItemsOnOnePage() {
        Step[] steps = new Step[18];
        for (int i = 0; i < 18; i++) {
            steps[i] = step("%02d".formatted(i + 1), null, List.of(), List.of());
        }
        Drawing drawing = Layout.of(graph(steps));

        everythingHolds(drawing, "");
        assertThat(drawing.height()).isLessThan(700);
        assertThat(drawing.width()).isLessThan(700);
    }

    @Test
    void shouldFrameAlternativesAndDrawTheirCommonLineOnce() {
        Drawing drawing = Layout.of(graph(step("01", "q", List.of(), List.of()), step("02", "q", List.of(), List.of()),
                step("03", null, List.of("01", "02"), List.of())));

        assertThat(drawing.frames()).filteredOn(Frame::alternatives).singleElement().satisfies(frame -> assertThat(
                drawing.boxes().stream().filter(b -> b.x() > frame.x() && b.right() < frame.x() + frame.width()
                        && b.y() > frame.y() && b.bottom() < frame.y() + frame.height()).map(Box::key))
                .containsExactly("01", "02"));
        assertThat(drawing.lines()).filteredOn(l -> l.to().equals("03")).singleElement()
                .satisfies(line -> assertThat(line.from()).isEqualTo("group q"));
    }

    @Test
    void shouldLeaveOutASoftLineThatWouldRunUpward() {
        Drawing drawing = Layout.of(graph(step("01", null, List.of(), List.of("02")),
                step("02", null, List.of("01"), List.of())));

        assertThat(drawing.lines()).filteredOn(Line::soft).isEmpty();
        everythingHolds(drawing, "");
    }

    @Test
    void shouldDrawTheMostItemsThatAOneThingMayHave() {
        FlowGraph graph = random(new Random(99), 99, 0.08);

        assertTimeout(Duration.ofSeconds(20), () -> everythingHolds(Layout.of(graph), ""));
    }

    @Test
    void shouldGiveTheSamePictureAgain() {
        FlowGraph graph = random(new Random(7));

        assertThat(SvgChart.svg(graph, 640, 900)).isEqualTo(SvgChart.svg(graph, 640, 900)).contains("<svg ")
                .doesNotContain("NaN");
    }

    @Test
    void shouldNotBeginALineWithAClosingMark() {
        assertThat(TextFit.wrap("一二三四五六七八，九", 10, 80)).containsExactly("一二三四五六七", "八，九");
        assertThat(TextFit.wrap("一二三四五六七（八九", 10, 80)).containsExactly("一二三四五六七", "（八九");
    }
}
