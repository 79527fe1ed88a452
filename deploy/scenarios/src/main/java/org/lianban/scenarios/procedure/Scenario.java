package org.lianban.scenarios.procedure;

/**
 * One story of the procedure.
 *
 * @param title in Chinese, at most eight characters
 * @param oneThing code
 */
public record Scenario(String title, String oneThing, Plot plot) {

    /** What its people do, and what has to be true then. */
    interface Plot {
        /** @throws Unmet when something is not as the procedure says */
        void play(ScenarioContext context) throws InterruptedException;
    }

    /** 与程序不符. */
    public static final class Unmet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unmet(String message) {
            super(message);
        }
    }
}
