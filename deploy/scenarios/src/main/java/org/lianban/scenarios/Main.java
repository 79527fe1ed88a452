package org.lianban.scenarios;

import java.nio.file.Path;
import java.time.InstantSource;
import org.lianban.scenarios.Launch.UsageException;
import org.lianban.standalone.system.LianbanSystem.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine;

/** {@code deploy/lianban COMMAND [options]}. */
@Command(name = "lianban", synopsisSubcommandLabel = "COMMAND", sortOptions = false)
public final class Main {
    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "show this text")
    private boolean help;

    private Main() {}

    public static void main(String[] words) {
        int code = line(InstantSource.system()).execute(words);
        Launch.removeUnlessBegun();
        System.exit(code);
    }

    @Command(name = "help", description = "show this text")
    private void all() {
        line(InstantSource.system()).usage(System.out);
    }

    /** Each option is given at most once; a word that begins like an option is never the value of another. */
    static CommandLine line(InstantSource time) {
        return new CommandLine(new Main()).addSubcommand(new UpCommand(time)).addSubcommand(new DemoCommand(time))
                .addSubcommand(new BenchCommand(time)).addSubcommand(new VerifyCommand(System.out))
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setCaseInsensitiveEnumValuesAllowed(true).setExecutionStrategy(Main::run)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
    }

    /** Before anything logs: the log lies with the data it is about. */
    private static int run(ParseResult parsed) {
        OptionSpec data = parsed.hasSubcommand() ? parsed.subcommand().commandSpec().findOption("--data") : null;
        Path directory = data == null ? Path.of(".lianban") : data.getValue();
        System.setProperty("lianban.log", directory.resolve("lianban.log").toString());
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int failed(Exception failure, CommandLine command) {
        switch (failure) {
            case UsageException misuse -> {
                System.err.println(misuse.getMessage());
                command.usage(System.err);
                return CommandLine.ExitCode.USAGE;
            }
            case StartFailure known -> System.err.println(known.getMessage());
            default -> {
                System.err.println("Failed: " + failure);
                failure.printStackTrace();
            }
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
