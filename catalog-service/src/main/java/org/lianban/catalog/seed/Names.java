package org.lianban.catalog.seed;

/** Brings names that differ only in punctuation, brackets or the suffix 一件事 to one form. */
final class Names {
    private Names() {}

    /** Half-width brackets, without book title marks, spaces and the suffix. */
    static String full(String name) {
        return name.replace('（', '(').replace('）', ')').replaceAll("[《》\\s]", "").replaceAll("[“\"]?一件事[”\"]?$", "");
    }

    /** {@link #full} without what stands in brackets. */
    static String bare(String name) {
        return full(name).replaceAll("\\([^()]*\\)", "");
    }

    /** The one-thing's name as the contract wants it: as printed, without the suffix. */
    static String withoutSuffix(String printed) {
        return printed.replaceAll("\\s*[“\"]?一件事[”\"]?$", "");
    }
}
