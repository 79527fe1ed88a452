package org.lianban.scenarios;

import java.util.List;

/** What can stand after {@code lianban}. */
interface Command {
    /** One line for {@code lianban help}. */
    String summary();

    /** Options, one a line, for {@code lianban help}. */
    String usage();

    /**
     * @return the exit code of the process
     * @throws UsageException when the arguments make no sense
     */
    int run(List<String> arguments) throws Exception;
}
