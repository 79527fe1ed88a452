package org.lianban.scenarios;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianban.scenarios.Arguments.UsageException;
import org.lianban.standalone.system.LianbanSystem.StartFailure;

/** {@code deploy/lianban COMMAND [options]}. */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final Map<String, Command> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("up", new UpCommand());
        COMMANDS.put("demo", new DemoCommand());
        COMMANDS.put("bench", new BenchCommand());
        COMMANDS.put("verify", new VerifyCommand());
    }

    private Main() {}

    public static void main(String[] words) {
        int code = run(List.of(words));
        Launch.removeUnlessBegun();
        System.exit(code);
    }

    private static int run(List<String> words) {
        if (words.isEmpty() || List.of("help", "--help", "-h").contains(words.getFirst())) {
            help();
            return words.isEmpty() ? MISUSED : 0;
        }
        Command command = COMMANDS.get(words.getFirst());
        if (command == null) {
            System.err.println("Unknown command \"" + words.getFirst() + "\"");
            help();
            return MISUSED;
        }
        List<String> rest = words.subList(1, words.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            describe(words.getFirst(), command);
            return 0;
        }
        return run(words.getFirst(), command, rest);
    }

    private static int run(String name, Command command, List<String> rest) {
        try {
            logTo(rest);
            return command.run(rest, InstantSource.system());
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.err.println("See: lianban " + name + " --help");
            return MISUSED;
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            return FAILED;
        } catch (Exception e) {
            System.err.println("Failed: " + e);
            e.printStackTrace();
            return FAILED;
        }
    }

    /** Before anything logs: the log lies with the data it is about. */
    private static void logTo(List<String> words) {
        int at = words.indexOf("--data");
        String data = words.stream().filter(word -> word.startsWith("--data=")).findFirst()
                .map(word -> word.substring("--data=".length()))
                .orElse(at >= 0 && at + 1 < words.size() ? words.get(at + 1) : ".lianban");
        System.setProperty("lianban.log", Path.of(data, "lianban.log").toString());
    }

    private static void help() {
        System.out.println("lianban COMMAND [options]");
        System.out.println();
        COMMANDS.forEach(Main::describe);
        System.out.println("help\n    this text");
    }

    private static void describe(String name, Command command) {
        System.out.println(name + "\n    " + command.summary());
        Arrays.stream(command.usage().split("\n")).map(line -> "        " + line).forEach(System.out::println);
    }
}
