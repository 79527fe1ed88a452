package org.lianban.scenarios;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.lianban.standalone.system.SystemOptions;

/** Starts everything and stays until it is asked to end. */
final class UpCommand implements Command {
    @Override
    public String summary() {
        return "start everything; Ctrl-C stops it, the next start finds the cases again";
    }

    @Override
    public String usage() {
        return Launch.USAGE;
    }

    @Override
    public int run(List<String> words, InstantSource time) throws InterruptedException {
        SystemOptions options = Launch.options(Arguments.parse(words, Launch.OPTIONS, Set.of()), time);
        System.out.println("Starting Lianban in " + options.data().toAbsolutePath().normalize());
        Launch.start(options, System.out::println);
        System.out.println("Ctrl-C stops it.");
        new CountDownLatch(1).await();
        return 0;
    }
}
