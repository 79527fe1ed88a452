package org.lianban.scenarios;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianban.result.records.archive.Container;
import org.lianban.result.records.archive.Verifier.Finding;
import org.lianban.result.records.archive.Verifier;
import org.lianban.scenarios.Launch.UsageException;
import org.lianban.security.Digests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 归档包检验: from the file alone; starts nothing and asks nobody. */
@Command(name = "verify", description = "verify archive packages offline; exits 1 when one is refused")
public final class VerifyCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final Map<Boolean, String> MARKS = Map.of(true, "通过", false, "不通过");

    private final PrintStream out;

    @Parameters(paramLabel = "PACKAGE", arity = "1..*",
            description = "files as downloaded from /api/cases/{caseNo}/archive")
    private List<Path> packages = List.of();

    @Option(names = "--digest", paramLabel = "DIGEST",
            description = "of the one package, as the system recorded it (sha256:...)")
    private @Nullable String digest;

    /** @param out gets the findings */
    public VerifyCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (digest != null && packages.size() > 1) {
            throw new UsageException("--digest is of one package");
        }
        boolean all = true;
        for (Path file : packages) {
            all &= verify(file);
        }
        return all ? 0 : REFUSED;
    }

    private boolean verify(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("There is no file " + file);
        }
        if (Files.size(file) > Container.MOST_BYTES) {
            throw new UsageException(file + " is larger than any package");
        }
        byte[] packed = Files.readAllBytes(file);
        List<Finding> findings = new ArrayList<>();
        if (digest != null) {
            findings.add(new Finding("归档摘要", digest.equals(Digests.sha256(packed)), "系统登记的摘要 " + digest));
        }
        findings.addAll(Verifier.verify(packed));
        boolean passed = Verifier.passed(findings);
        out.println(file);
        out.print(Verifier.report(findings, MARKS));
        out.println(passed ? "结论：归档包完整可信" : "结论：归档包不可信");
        return passed;
    }
}
