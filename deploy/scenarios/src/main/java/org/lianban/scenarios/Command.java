package org.lianban.scenarios;

import java.time.InstantSource;
import java.util.List;
import org.lianban.scenarios.Arguments.UsageException;

/** What can stand after {@code lianban}. */
interface Command {
    /** One line for {@code lianban help}. */
    String summary();

    /** Options, one a line, for {@code lianban help}. */
    String usage();

    /**
     * @return the exit code of the process
     * @param time of the machine
     * @throws UsageException when the arguments make no sense
     */
    int run(List<String> arguments, InstantSource time) throws Exception;
}
