package org.lianban.scenarios;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.result.records.archive.Container;
import org.lianban.result.records.archive.Verifier.Finding;
import org.lianban.result.records.archive.Verifier;
import org.lianban.scenarios.Arguments.UsageException;
import org.lianban.security.Digests;

/** 归档包检验: from the file alone; starts nothing and asks nobody. */
public final class VerifyCommand implements Command {
    private static final int REFUSED = 1;
    private static final String DIGEST = "--digest";
    private static final Map<Boolean, String> MARKS = Map.of(true, "通过", false, "不通过");

    private final PrintStream out;

    VerifyCommand() {
        this(System.out);
    }

    /** @param out gets the findings */
    public VerifyCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String summary() {
        return "verify archive packages offline; exits 1 when one is refused";
    }

    @Override
    public String usage() {
        return """
                PACKAGE ...      files as downloaded from /api/cases/{caseNo}/archive
                --digest DIGEST  of the one package, as the system recorded it (sha256:...)""";
    }

    @Override
    public int run(List<String> words, InstantSource time) throws IOException {
        List<Path> packages = new ArrayList<>();
        String digest = null;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(DIGEST) && i + 1 < words.size()) {
                digest = words.get(++i);
            } else if (word.startsWith(DIGEST + "=")) {
                digest = word.substring(DIGEST.length() + 1);
            } else if (word.startsWith("-")) {
                throw new UsageException("Unknown option " + word);
            } else {
                packages.add(Path.of(word));
            }
        }
        if (packages.isEmpty() || digest != null && packages.size() > 1) {
            throw new UsageException(packages.isEmpty() ? "Name a package" : "--digest is of one package");
        }
        boolean all = true;
        for (Path file : packages) {
            all &= verify(file, digest);
        }
        return all ? 0 : REFUSED;
    }

    private boolean verify(Path file, @Nullable String digest) throws IOException {
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
