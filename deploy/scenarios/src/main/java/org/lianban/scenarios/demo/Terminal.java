package org.lianban.scenarios.demo;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What the output goes to: a terminal that can be repainted, or a file or pipe. */
record Terminal(boolean repaintable, int columns, int rows) {
    private static final int USUAL_COLUMNS = 110;
    private static final int USUAL_ROWS = 24;

    static Terminal here() {
        String kind = System.getenv("TERM");
        if (!attached() || kind == null || kind.equals("dumb")) {
            return new Terminal(false, USUAL_COLUMNS, USUAL_ROWS);
        }
        int[] size = size();
        return new Terminal(true, size[1], size[0]);
    }

    /** Since Java 22 there is a console without a terminal too, and a method that tells; earlier neither. */
    private static boolean attached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException earlier) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static int[] size() {
        try {
            Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            if (stty.waitFor(2, TimeUnit.SECONDS) && answer.matches("[0-9]{1,4} [0-9]{1,4}")) {
                String[] numbers = answer.split(" ");
                if (Integer.parseInt(numbers[0]) > 0 && Integer.parseInt(numbers[1]) > 0) {
                    return new int[]{Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])};
                }
            }
        } catch (IOException noStty) {
            return new int[]{USUAL_ROWS, USUAL_COLUMNS};
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new int[]{USUAL_ROWS, USUAL_COLUMNS};
    }
}
