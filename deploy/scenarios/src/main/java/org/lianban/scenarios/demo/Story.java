package org.lianban.scenarios.demo;

/**
 * One case of the tour.
 *
 * @param title in Chinese, at most ten characters wide
 * @param code of the one-thing
 */
record Story(String title, String code, Plot plot) {

    /** What its people do; returns when they have done their part. */
    interface Plot {
        /** @param applicant whose identity applies */
        void play(Stage stage, Board.Row row, int applicant) throws InterruptedException;
    }
}
